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
}
