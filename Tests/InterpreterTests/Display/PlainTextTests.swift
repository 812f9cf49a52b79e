import Markets
import Reports
import Testing

@testable import Interpreter

/// `--plain` promises ASCII, whatever is asked for.
struct PlainTextTests {
  private static let asked =
    CommandTable.manuals.map { "help \($0.name)" } + Explanation.topics.map { "explain \($0.name)" }
    + Glossary.entries.map { "glossary \($0.term)" } + CommandTable.manuals.flatMap { $0.examples.map(\.commands) }
    + [
      "help", "explain", "glossary", "market", "position", "price", "stress", "chart", "chart hf", "chart ladder",
      "ladder", "history",
      "switch x",
      "compare x",
    ]

  @Test(arguments: Presets.names, [true, false])
  func `nothing but ASCII is written`(market: String, hasPosition: Bool) throws {
    let renderer = TextRenderer(width: 80, characters: .ascii)
    for line in Self.asked {
      var session = try ClassroomSession.make(market: market)
      if hasPosition { session.run("pool frictionless; deposit max; loop 3 at 60%; price -10%") { _, _ in } }
      session.run(line) { outcome, _ in
        let text =
          switch outcome.result {
          case .success(let report): renderer.render(report)
          case .failure(let error): ErrorReport(error, in: outcome.command).text(renderer)
          }
        #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(line): \(text)")
      }
    }
  }
}
