/// Turns a report into lines of text for a terminal, a pipe or a transcript.
///
///     let renderer = TextRenderer(width: 60, characters: .ascii)
///     print(renderer.render(report), terminator: "")
///
/// What holds for every report, whatever its texts contain:
/// - No line is wider than `width` terminal cells; a word that is wider is broken.
/// - There is no tab, no control or format character, no escape sequence but the colours of `.ansi`, and no blank at
///   the end of a line. Such characters are shown as `\u{1b}`.
/// - No line starts with a prompt, is exactly `...`, or contains `[..]` or three backticks, because those have a
///   meaning in transcripts: a line that would start with `lever>` or be `...` is moved one cell to the right, one that
///   would start with `  ...>` one cell to the left, `[..]` becomes `[.. ]`, and a blank stands before every third
///   backtick.
/// - The first and the last line are not empty, and the text ends with a line break unless it is empty.
public struct TextRenderer: Sendable, Hashable {
  /// The marks that a renderer may use.
  public enum Characters: Sendable, Hashable {
    /// Block elements for bars, lines for rules, and typographic signs as they are.
    case unicode
    /// `#` and `-`, and typographic signs such as `→` or `≥` in ASCII; letters of any script stay.
    case ascii
  }

  /// How styles are shown.
  public enum Styling: Sendable, Hashable {
    /// Not at all.
    case none
    /// With ANSI escape sequences that end on the line on which they begin.
    case ansi
  }

  /// The terminal cells of a line, at least 20.
  public let width: Int
  /// The marks to use.
  public let characters: Characters
  /// How styles are shown.
  public let style: Styling
  /// Whether what has a meaning in transcripts is shown as it is: for text about transcripts, which is never part of one.
  public let quotesTranscripts: Bool

  /// Makes a renderer; a width below 20 counts as 20.
  public init(
    width: Int = 80, characters: Characters = .unicode, style: Styling = .none, quotesTranscripts: Bool = false
  ) {
    self.width = max(20, width)
    self.characters = characters
    self.style = style
    self.quotesTranscripts = quotesTranscripts
  }

  /// The report as text, which ends with a line break unless it is empty.
  public func render(_ report: Report) -> String {
    var lines: [StyledText] = []
    var last: Block?
    for block in report.blocks {
      let blockLines = self.lines(of: block)
      guard !blockLines.isEmpty else { continue }
      if let last, Self.isSeparated(last, block) { lines.append("") }
      lines += blockLines
      last = block
    }
    return text(of: lines)
  }

  /// A text on one line without a line break at its end and whatever its width, for prompts and messages.
  public func inline(_ text: StyledText) -> String {
    var output = ""
    FinishedLine(StyledText(spans: visible(text).onOneLine.spans), quotesTranscripts: quotesTranscripts).write(
      to: &output, style)
    return output
  }

  /// Whether an empty line between two blocks helps reading: around tables, charts and prose, and before headings.
  private static func isSeparated(_ upper: Block, _ lower: Block) -> Bool {
    switch (upper, lower) {
    case (_, .heading), (.table, _), (.chart, _), (.prose, _): true
    case (.heading, .table), (.heading, .chart): false
    case (_, .table), (_, .chart), (_, .prose): true
    default: false
    }
  }

  private func text(of lines: [StyledText]) -> String {
    let finished = lines.map { FinishedLine($0, quotesTranscripts: quotesTranscripts) }
    guard let first = finished.firstIndex(where: { !$0.isEmpty }),
      let last = finished.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    var output = ""
    for line in finished[first...last] {
      line.write(to: &output, style)
      output += "\n"
    }
    return output
  }

  /// The text with everything shown that a terminal would obey.
  func visible(_ text: StyledText) -> StyledText {
    VisibleText.of(text, characters, quotesTranscripts: quotesTranscripts)
  }
}
