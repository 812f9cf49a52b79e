public import Reports

/// An error as the prompt and transcripts show it: a sentence, and a mark under what is meant.
public struct ErrorReport {
  private let error: CommandError
  private let command: CommandText
  private let prefix: String

  /// `prefix` stands before the sentence, such as `file:3:8: `.
  public init(_ error: CommandError, in command: CommandText, prefix: String = "") {
    self.error = error
    self.command = command
    self.prefix = prefix
  }

  /// How much of a long line is shown around the mark, in characters.
  private static let longestExcerpt = 70

  /// The sentence on one line, however long, so that it can be searched for and compared; then, where a place in the
  /// command is meant, the command with a mark.
  public func text(_ renderer: TextRenderer) -> String {
    guard let range = error.range else { return renderer.inline(sentence) + "\n" }
    let excerpt = excerpt(around: range, width: Self.longestExcerpt)
    return renderer.inline(sentence) + "\n" + renderer.render(Report([.verbatim(excerpt)]))
  }

  /// The same for the prompt, where nobody searches and a window has an edge: the sentence is wrapped between words, and
  /// the command is cut to the width.
  public func wrapped(_ renderer: TextRenderer) -> String {
    var report = Report([.paragraph(sentence)])
    if let range = error.range {
      let width = min(Self.longestExcerpt, renderer.width - Self.indent.count)
      report.append(.verbatim(excerpt(around: range, width: width)))
    }
    return renderer.render(report)
  }

  private var sentence: StyledText { "\(prefix)\("error", .danger): \(error.sentence)" }

  private static let indent = "  "

  /// The command with a mark below the place; a long one is cut around it.
  private func excerpt(around range: Range<Int>, width limit: Int) -> [String] {
    let line = command.line
    var start = command.range.lowerBound
    var end = command.range.upperBound
    if end - start > limit {
      start = max(start, min(range.lowerBound - 20, end - limit))
      end = min(end, start + limit)
    }
    let shown = String(String.UnicodeScalarView(line[start..<end]))
    let place = range.lowerBound.clamped(to: start...end)
    let before = String(String.UnicodeScalarView(line[start..<place]))
    let marked = String(String.UnicodeScalarView(line[place..<min(max(range.upperBound, place), end)]))
    let mark = String(repeating: "^", count: max(1, marked.displayWidth))
    return [Self.indent + shown, Self.indent + String(repeating: " ", count: before.displayWidth) + mark]
  }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
