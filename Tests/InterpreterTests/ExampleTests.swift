import Foundation
import TestSupport
import Testing

@testable import Interpreter

/// Every example of every command's manual, run in a new session and compared with `Examples/NAME.md`.
///
/// `LEVER_RECORD=1 swift test --filter ExampleTests` rewrites those files.
struct ExampleTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Examples")

  @Test(arguments: CommandTable.manuals.map(\.name))
  func `examples print what was recorded`(name: String) throws {
    let manual = try #require(CommandTable.manuals.first { $0.name == name })
    let file = Self.folder.appendingPathComponent("\(name).md")
    let document = try Self.document(of: manual)
    for problem in MarkdownSession.problems(in: file, name: "Examples/\(name).md", expecting: document) {
      Issue.record(Comment(rawValue: problem))
    }
  }

  @Test func `no recorded file is left of a command that is gone`() {
    let names = Set(CommandTable.manuals.map { "\($0.name).md" })
    #expect(MarkdownSession.files(in: Self.folder).map(\.lastPathComponent).filter { !names.contains($0) } == [])
  }

  @Test(arguments: CommandTable.manuals)
  func `a manual is complete`(manual: Manual) {
    #expect(!manual.examples.isEmpty)
    #expect(Set(manual.examples.map(\.shows)).count == manual.examples.count, "each example shows something else")
    #expect((1...26).contains(manual.summary.count), "`help` has 26 columns for: \(manual.summary)")
    #expect(!manual.summary.hasSuffix("."))
    for form in manual.synopsis {
      let isOwn = ([manual.name] + manual.aliases).contains { form == $0 || form.hasPrefix($0 + " ") }
      #expect(isOwn, "\(form)")
    }
    #expect(manual.synopsis.first?.hasPrefix(manual.name) == true)
  }

  @Test func `names and aliases are each of one command only`() {
    let words = CommandTable.manuals.flatMap { [$0.name] + $0.aliases }
    #expect(Set(words).count == words.count)
  }

  /// A section for each example: what it shows, the commands, and what they print in a new session.
  private static func document(of manual: Manual) throws -> String {
    var text = "# \(manual.name)\n"
    for example in manual.examples {
      let outcome = try ClassroomSession.runner()(example.commands)
      let tag = outcome.succeeded ? "" : " error"
      text += "\n## \(example.shows)\n\n```lever\(tag)\nlever> \(example.commands)\n\(outcome.output)```\n"
    }
    return text
  }
}
