/// What becomes of a paste.
public struct PastedText: Equatable, Sendable {
  /// Run one after the other, each at its own prompt.
  public var lines: [String]
  /// Stays on the line to be edited.
  public var rest: String

  public init(lines: [String], rest: String) {
    self.lines = lines
    self.rest = rest
  }

  /// Every line of the text is run, and what follows the last newline stays.
  public init(plain text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let last = lines.popLast()
    self.init(lines: lines, rest: last ?? "")
  }

  /// What the terminal sends after the text.
  static let end = "\u{1B}[201~".unicodeScalars
  /// The most characters that are taken; the rest of a longer paste is dropped.
  static let limit = 1 << 20

  /// The text with "\n" between its lines and without what is no text.
  ///
  /// CR and LF end a line. Other empty lines are left out: CR LF reaches the program as two newlines. A tab becomes a
  /// blank and other control characters are dropped: none is a key here.
  static func clean(_ text: some Sequence<Unicode.Scalar>) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.prefix(limit) {
      switch scalar {
      case "\n", "\r": if clean.last.map({ $0 != "\n" }) ?? false { clean.append("\n") }
      case "\t": clean.append(" ")
      case _ where scalar.properties.generalCategory == .control: break
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }
}
