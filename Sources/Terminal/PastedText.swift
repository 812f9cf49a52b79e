/// The text of a bracketed paste.
enum PastedText {
  /// What the terminal sends after the text.
  static let end = "\u{1B}[201~".unicodeScalars
  /// The most characters that are taken; the rest of a longer paste is dropped.
  static let limit = 1 << 20

  /// The lines of a paste, at least one; the last is what follows the last newline.
  ///
  /// CR, LF and CR LF end a line. A tab becomes a blank and other control characters are dropped: neither is a key here.
  static func lines(_ text: String) -> [String] {
    var lines = [String.UnicodeScalarView()]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": lines.append(.init())
      case "\t": lines[lines.count - 1].append(" ")
      case _ where scalar.properties.generalCategory == .control: break
      default: lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    return lines.map { String($0) }
  }
}
