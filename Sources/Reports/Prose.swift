/// Running text with the structure of an article: paragraphs, lists, quotations, tables and what is shown as it is.
///
/// A prose knows no source format; `Notebook` makes it from Markdown.
public struct Prose: Equatable, Sendable {
  /// The parts from top to bottom.
  public var elements: [Element]

  /// Makes a prose; without elements it renders as nothing.
  public init(_ elements: [Element] = []) {
    self.elements = elements
  }

  /// One part.
  public indirect enum Element: Equatable, Sendable {
    /// Text that is wrapped to the width; a line break in it is kept.
    case paragraph(StyledText)
    /// A title; level 1 is that of the whole.
    case heading(level: Int, StyledText)
    /// A list: numbered from `start` on, or with marks when that is nil. The items of a loose list stand apart.
    case list(start: Int?, isLoose: Bool, items: [[Element]])
    /// What somebody else says.
    case quotation([Element])
    /// Lines that are shown as they are.
    case verbatim([String])
    case table(Table)
    /// A line across.
    case rule
  }
}
