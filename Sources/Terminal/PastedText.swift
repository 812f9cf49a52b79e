/// The text of a bracketed paste.
enum PastedText {
  /// What the terminal sends after the text.
  static let end = "\u{1B}[201~".unicodeScalars
  /// The most characters that are taken; the rest of a longer paste is dropped.
  static let limit = 1 << 20

  /// The lines of a paste, at least one; the last is what follows the last newline.
  ///
  /// CR and LF end a line. Other empty lines are left out: CR LF reaches the program as two newlines. A tab becomes a
  /// blank and other control characters are dropped: none is a key here.
  static func lines(_ text: String) -> [String] {
    var lines = [String.UnicodeScalarView()]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r": if lines.last?.isEmpty == false { lines.append(.init()) }
      case "\t": lines[lines.count - 1].append(" ")
      case _ where scalar.properties.generalCategory == .control: break
      default: lines[lines.count - 1].append(scalar)
      }
    }
    return lines.map { String($0) }
  }
}
