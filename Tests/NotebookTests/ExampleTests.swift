import Foundation
import Interpreter
import TestSupport
import Testing

@testable import Notebook

/// Every example of every command's manual, run in a new session and compared with `Examples/NAME-N.md`, which is a
/// transcript.
///
/// `LEVER_RECORD=1 swift test --filter ExampleTests` writes those files anew.
struct ExampleTests {
  private static let folder = RecordedFile.root.appendingPathComponent("Tests/NotebookTests/Examples")

  struct Example: CustomTestStringConvertible {
    var name: String
    var commands: String
    var shows: String

    var testDescription: String { name }
  }

  private static let examples = CommandTable.manuals.flatMap { manual in
    manual.examples.enumerated().map { index, example in
      Example(name: "\(manual.name)-\(index + 1)", commands: example.commands, shows: example.shows)
    }
  }

  @Test(arguments: examples)
  func `prints what was recorded`(example: Example) throws {
    let text = try Self.transcript(of: example)
    let file = Self.folder.appendingPathComponent(example.name + ".md")
    if let problem = try RecordedFile.problem(in: file, expecting: text) { Issue.record(Comment(rawValue: problem)) }
    #expect(try Checker().check(try Document(parsing: text, file: example.name)).isAsExpected)
  }

  @Test func `no recorded file is left of an example that is gone`() {
    let names = Set(Self.examples.map { $0.name + ".md" })
    #expect(RecordedFile.markdownFiles(in: Self.folder).map(\.lastPathComponent).filter { !names.contains($0) } == [])
  }

  /// A page with the commands and what they print; tagged `error` when the last of them fails.
  private static func transcript(of example: Example) throws -> String {
    for tag in ["", " error"] {
      let text = "# \(example.shows)\n\n```lever\(tag)\nlever> \(example.commands)\n```\n"
      let result = try Checker().check(try Document(parsing: text, file: example.name))
      guard result.isAsExpected || result.canBeBlessed else { continue }
      return String(decoding: result.document.source.applying(result.edits), as: UTF8.self)
    }
    throw DocumentErrors([DocumentError(file: example.name, message: "it neither succeeds nor fails")])
  }
}
