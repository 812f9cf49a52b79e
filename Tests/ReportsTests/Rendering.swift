import Reports
import Testing

/// How a report is expected to look. Escape characters are written as `␛`.
struct Rendering: Sendable, CustomTestStringConvertible {
  var width: Int
  var characters: TextRenderer.Characters
  var style: TextRenderer.Styling
  var expected: String

  var testDescription: String { "\(width) \(characters) \(style)" }

  func text(of report: Report) -> String {
    TextRenderer(width: width, characters: characters, style: style).render(report)
      .replacing("\u{1B}", with: "␛")
  }
}
