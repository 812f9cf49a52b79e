/// What keys do beyond libedit's own bindings.
enum KeyBindings {
  /// What a terminal sends before a paste.
  static let pasteStart = "\\e[200~"

  /// In emacs mode: a key in libedit's notation, and the command.
  static let emacs: [(key: String, command: String)] =
    [
      ("^R", "em-inc-search-prev"), ("^S", "em-inc-search-next"),
      ("^D", EditorCommand.deleteOrEnd.rawValue),
      ("^W", "ed-delete-prev-word"),
      ("\\e[3~", "ed-delete-next-char"),
      ("\\e[1~", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"),
      ("\\e[7~", "ed-move-to-beg"), ("\\e[8~", "ed-move-to-end"),
      ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
      ("\\e[1;3C", "em-next-word"), ("\\e[1;3D", "ed-prev-word"),
      ("\\eOc", "em-next-word"), ("\\eOd", "ed-prev-word"),
      ("\\e[A", EditorCommand.older.rawValue), ("\\eOA", EditorCommand.older.rawValue),
      ("\\e[B", EditorCommand.newer.rawValue), ("\\eOB", EditorCommand.newer.rawValue),
      (pasteStart, EditorCommand.paste.rawValue),
    ] + ignored.map { ($0, "ed-ignore") }

  /// Sequences of keys that have nothing to do here. Unbound, their last characters would be typed into the line.
  private static let ignored: [String] = {
    let modifiers = 2...8
    let taken = ["\\e[1;5C", "\\e[1;5D", "\\e[1;3C", "\\e[1;3D"]
    // Insert, page keys and function keys, by number; Delete, Home and End only with a modifier.
    let numbered = [2, 5, 6] + Array(11...15) + Array(17...21) + [23, 24, 25, 26, 28, 29] + Array(31...34)
    let lettered = ["A", "B", "C", "D", "E", "F", "H", "P", "Q", "R", "S"]
    let plain = numbered.map { "\\e[\($0)~" } + ["P", "Q", "R", "S"].map { "\\eO" + $0 }
    let console = ["A", "B", "C", "D", "E"].map { "\\e[[" + $0 }
    let modified = modifiers.flatMap { modifier in
      ([3] + numbered).map { "\\e[\($0);\(modifier)~" } + lettered.map { "\\e[1;\(modifier)\($0)" }
    }
    let other = ["\\e[Z", "\\e[E", "\\e[G", "\\e[201~", "\\e[a", "\\e[b", "\\e[c", "\\e[d", "\\eOa", "\\eOb"]
    return (plain + console + modified + other).filter { !taken.contains($0) }
  }()
}

/// The editor's own commands, by the name that `.editrc` can bind.
enum EditorCommand: String, CaseIterable {
  case complete = "lever-complete"
  case older = "lever-history-older"
  case newer = "lever-history-newer"
  case accept = "lever-accept"
  case interrupt = "lever-interrupt"
  case deleteOrEnd = "lever-delete-or-end"
  case paste = "lever-paste"

  /// Shown by `bind -l`.
  var help: String {
    switch self {
    case .complete: "Complete the word before the cursor"
    case .older: "Show the last entry that starts like the line"
    case .newer: "Show the next entry that starts like the line"
    case .accept: "Take the right prompt away and accept the line"
    case .interrupt: "Drop the line"
    case .deleteOrEnd: "Delete the character at the cursor; on an empty line, leave"
    case .paste: "Insert what the terminal pastes"
    }
  }
}
