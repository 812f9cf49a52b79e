/// Text whose parts carry a style.
///
/// A string literal is plain text, and an interpolated value can name its style:
///
///     let line: StyledText = "health factor \("1.25", .caution) after \(3) loops"
///     line.plain  // "health factor 1.25 after 3 loops"
///
/// Neighbouring parts of the same style are one span and no span is empty as long as the text is built through the
/// initialisers, interpolation and `+`, so that texts that look alike compare equal.
public struct StyledText: Hashable, Sendable {
  /// A stretch of text in one style.
  public struct Span: Hashable, Sendable {
    /// The characters.
    public var text: String
    /// The style of all of them.
    public var style: Style

    /// Makes a span.
    public init(text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The parts from left to right.
  public var spans: [Span]

  /// Makes a text in one style; an empty string gives a text without spans.
  public init(_ text: String, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text: text, style: style)]
  }

  /// Makes a text of several spans, joining neighbours of the same style.
  public init(spans: [Span]) {
    self.spans = []
    for span in spans { append(span) }
  }

  /// The characters without their styles.
  public var plain: String {
    spans.count == 1 ? spans[0].text : spans.reduce(into: "") { $0 += $1.text }
  }

  /// Whether there is no character in it.
  public var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  /// Adds a span at the end.
  public mutating func append(_ span: Span) {
    guard !span.text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].style == span.style {
      spans[last].text += span.text
    } else {
      spans.append(span)
    }
  }

  /// Adds another text at the end.
  public mutating func append(_ other: StyledText) {
    for span in other.spans { append(span) }
  }

  /// One text after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  /// Adds the right text at the end of the left.
  public static func += (left: inout StyledText, right: StyledText) {
    left.append(right)
  }

  /// The same text with its plain parts in another style; parts that have a style of their own keep it.
  public func emphasized(_ style: Style?) -> StyledText {
    guard let style, spans.contains(where: { $0.style == .plain }) else { return self }
    if spans.count == 1 { return StyledText(spans[0].text, style) }
    return StyledText(spans: spans.map { Span(text: $0.text, style: $0.style == .plain ? style : $0.style) })
  }
}
