import Foundation
import TestSupport
import Testing

/// Every session that is shown in `transcripts/`, the README and the guides is what the program prints.
///
/// `LEVER_RECORD=1 swift test --filter TranscriptTests` rewrites the outputs.
struct TranscriptTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Files that have to hold a session, and those that may.
  private static let transcripts = MarkdownSession.files(in: root.appendingPathComponent("transcripts"))
  private static let guides =
    ([root.appendingPathComponent("README.md")] + MarkdownSession.files(in: root.appendingPathComponent("docs")))
    .filter { (try? String(contentsOf: $0, encoding: .utf8))?.contains("```lever") == true }

  @Test(arguments: transcripts + guides)
  func `shows what the program prints`(file: URL) throws {
    let name = file.path.replacingOccurrences(of: Self.root.path + "/", with: "")
    for problem in MarkdownSession.problems(in: file, name: name, run: try ClassroomSession.runner()) {
      Issue.record(Comment(rawValue: problem))
    }
  }

  @Test func `there are transcripts`() {
    #expect(!Self.transcripts.isEmpty)
  }

  /// A check that cannot fail is none: one changed digit of an output is found, at its command.
  @Test(.enabled(if: !MarkdownSession.isRecording), arguments: transcripts)
  func `a changed digit is noticed`(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let run = try ClassroomSession.runner()
    var outcomes: [MarkdownSession.Outcome] = []
    _ = try MarkdownSession(parsing: text, file: "x.md").check { line in
      outcomes.append(run(line))
      return outcomes[outcomes.count - 1]
    }
    var generator = SeededGenerator(seed: 1)
    let repeats = Comment(rawValue: generator.description)
    let digits = Self.outputDigits(of: text)
    for _ in 0..<min(20, digits.count) {
      let place = digits[Int.random(in: 0..<digits.count, using: &generator)]
      let digit = text[place] == "7" ? "3" : "7"
      let changed = text.replacingCharacters(in: place..<text.index(after: place), with: digit)
      var next = outcomes[...]
      let problems = try MarkdownSession(parsing: changed, file: "x.md").check { _ in next.removeFirst() }
      #expect(problems.count == 1, repeats)
    }
  }

  /// Where digits stand in what commands print.
  private static func outputDigits(of text: String) -> [String.Index] {
    var places: [String.Index] = []
    var isInBlock = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInBlock = !isInBlock && line.hasPrefix("```lever")
      } else if isInBlock, !line.hasPrefix("lever>"), !line.hasPrefix("  ...>"), !line.contains("[..]") {
        places += line.indices.filter { line[$0].isNumber && line[$0].isASCII }
      }
    }
    return places
  }
}
