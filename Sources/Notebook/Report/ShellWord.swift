/// File names in commands that can be copied.
public enum ShellWord {
  /// The word as a shell reads it: as it is, or in single quotes.
  public static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || "/._-+,@%".unicodeScalars.contains($0)
    }
    // A name that begins as an option does would be taken for one.
    let word = word.hasPrefix("-") ? "./" + word : word
    guard !isPlain || word.isEmpty else { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
