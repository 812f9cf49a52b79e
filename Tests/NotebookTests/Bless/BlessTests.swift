import Foundation
import Interpreter
import TestSupport
import Testing

@testable import Notebook

/// Blessing: the outputs of a file become what is printed, and nothing else changes.
struct BlessTests {
  /// The text as it is blessed once.
  static func blessed(_ text: String) throws -> String {
    let result = try Checker().check(try Document(parsing: text, file: "x.md"))
    return String(decoding: result.document.source.applying(result.edits), as: UTF8.self)
  }

  private static let cases: [(String, String)] = [
    // Nothing to do.
    ("```lever\nlever> print 1\n1\n```", "```lever\nlever> print 1\n1\n```"),
    // What fits stays.
    ("```lever\nlever> print 12\n1[..]\n```", "```lever\nlever> print 12\n1[..]\n```"),
    ("```lever\nlever> position\n...\n```\n", "```lever\nlever> position\n...\n```\n"),
    ("```lever tol=1%\nlever> print 1.001\n1\n```", "```lever tol=1%\nlever> print 1.001\n1\n```"),
    // An author types only prompts.
    (
      "# T\n\n```lever\nlever> print 1\nlever> print 2\n  ...> print 3\n```\nend",
      "# T\n\n```lever\nlever> print 1\n1\nlever> print 2\n  ...> print 3\n2\n3\n```\nend"
    ),
    // Blank lines behind an output, line ends and indents stay.
    ("```lever\nlever> print 1\n2\n\n\n```", "```lever\nlever> print 1\n1\n\n\n```"),
    ("```lever\r\nlever> print 1\r\n2\r\n```\r\n", "```lever\r\nlever> print 1\r\n1\r\n```\r\n"),
    ("  ```lever\n  lever> print 1\n2\n  ```\n", "  ```lever\n  lever> print 1\n  1\n  ```\n"),
    // Elisions whose neighbours fit are kept.
    (
      "```lever\nlever> print 1; print 2; print 3; print 4\n1\n...\n3\n5\n```",
      "```lever\nlever> print 1; print 2; print 3; print 4\n1\n...\n3\n4\n```"
    ),
    (
      "```lever\nlever> print 1; print 2; print 3; print 4\n...\n2\n7\n...\n```",
      "```lever\nlever> print 1; print 2; print 3; print 4\n...\n2\n3\n4\n```"
    ),
    (
      "```lever\nlever> print 15; print 4\n1[..]\n3\n```", "```lever\nlever> print 15; print 4\n1[..]\n4\n```"
    ),
    // Known bugs and what is skipped are left alone.
    (
      "```lever bug\nlever> print 1\n2\n```\n```lever skip=\"x\"\nlever> print 1\n2\n```\n",
      "```lever bug\nlever> print 1\n2\n```\n```lever skip=\"x\"\nlever> print 1\n2\n```\n"
    ),
    (
      "```lever error\nlever> check 1 > 2\n```",
      "```lever error\nlever> check 1 > 2\nerror: the check does not hold: 1 > 2 is false\n```"
    ),
  ]

  @Test(arguments: cases)
  func `outputs are rewritten and nothing else`(text: String, expected: String) throws {
    let once = try Self.blessed(text)
    #expect(once == expected)
    #expect(try Self.blessed(once) == once)
    #expect(try Checker().check(try Document(parsing: once, file: "x.md")).isAsExpected)
  }

  @Test(arguments: [
    ("```lever\nlever> print 1\n1\n```", false), ("```lever\nlever> print 1\n2\n```", true),
    ("```lever\nlever> print 1\n2\nlever> nonsense\n```", false), ("```lever error\nlever> print 1\n```", false),
    ("```lever bug\nlever> print 1\n1\n```\n```lever\nlever> print 1\n2\n```", false),
  ])
  func `only what came out as it ought to can be blessed`(text: String, expected: Bool) throws {
    #expect(try Checker().check(try Document(parsing: text, file: "x.md")).canBeBlessed == expected)
  }

  /// What is indented further than its block is an output, but nobody means to lose a command.
  @Test(arguments: [
    ("    lever> print 2", "print 1", 3), ("\tlever> print 2", "print 1", 3),
    ("  lever> print 2", "lever> print 2", nil),
    ("3", "print 1", nil),
  ])
  func `no command is written over`(line: String, command: String, expected: Int?) throws {
    let tag = expected == nil && command != "print 1" ? " error" : ""
    let text = "```lever\(tag)\nlever> \(command)\n\(line)\n```\n"
    let result = try Checker().check(try Document(parsing: text, file: "x.md"))
    #expect(result.indentedPrompt(in: result.edits) == expected)
    #expect((result.blessed(result.edits) == nil) == (expected != nil))
  }

  /// No output has backticks enough for a fence, but what was typed may have tildes.
  @Test(arguments: [("```", true), ("~~~", false), ("~~~~", true)])
  func `no output ends its block`(fence: String, expected: Bool) throws {
    let text = "\(fence)lever error\nlever> ~~~\n\(fence)\n\(fence)lever\nlever> print 1\n2\n\(fence)\n"
    let result = try Checker().check(try Document(parsing: text, file: "x.md"))
    #expect((result.blessed(result.edits) != nil) == expected)
    #expect(result.blessed(result.edits.suffix(1)) != nil)
    let reporter = DifferenceReporter()
    let outcome = FileOutcome(path: "x.md", verdict: .checked(result))
    #expect(reporter.text(of: outcome).isEmpty == !expected)
  }

  @Test(arguments: [
    ("deposit 1 ETH", "lever", true), ("nonsense", "lever", false), ("print 1", "lever error", false),
    ("nonsense", "lever error", true), ("nonsense", "lever bug", true),
  ])
  func `what went wrong before a step is not written down in it`(command: String, tags: String, expected: Bool) throws {
    let text = "## One\n```\(tags)\nlever> \(command)\n...\n```\n## Two\n```lever\nlever> print 1\n2\n```\n"
    #expect(
      try Checker(step: "two").check(try Document(parsing: text, file: "x.md")).canBeBlessed == expected)
  }

  @Test func `nothing is written down when the prelude does not run`() throws {
    let files = ScratchFiles()
    try files.write("nonsense\n", to: "first.lever", replacing: false)
    let text = "---\nformat: 1\nprelude: first.lever\n---\n```lever\nlever> print 1\n2\n```\n"
    let result = try Checker(files: files).check(try Document(parsing: text, file: "x.md"))
    #expect(
      result.failures.map(\.message) == ["the prelude does not run: first.lever:1: unknown command `nonsense`"])
    #expect(!result.canBeBlessed && result.edits.isEmpty)
  }

  @Test func `an accepted change is no failure any more`() throws {
    let text = "```lever\nlever> print 1\n2\nlever> print 3\n4\n```"
    let result = try Checker().check(try Document(parsing: text, file: "x.md"))
    let accepted = result.accepting([result.edits[0]])
    #expect(accepted.failures.map(\.line) == [5])
    #expect(accepted.cases.map(\.status) == [.asExpected, .failed(0)])
    #expect(result.accepting(result.edits).isAsExpected)
  }

  private static let differences: [(String, String)] = [
    ("```lever\nlever> print 1\n1\n```\n", ""),
    (
      "a\nb\nc\n```lever\nlever> print 1\n2\n```\nd\n",
      "--- x.md\n+++ x.md\n@@ -3,6 +3,6 @@\n c\n ```lever\n lever> print 1\n-2\n+1\n ```\n d\n"
    ),
    (
      "```lever\nlever> print 1\n```",
      "--- x.md\n+++ x.md\n@@ -1,3 +1,4 @@\n ```lever\n lever> print 1\n+1\n ```\n\\ No newline at end of file\n"
    ),
    (
      "```lever\nlever> print 1\n2\nlever> print 3; print 4; print 5; print 6; print 7\n3\n4\n5\n6\n8\n```\n",
      "--- x.md\n+++ x.md\n@@ -1,10 +1,10 @@\n ```lever\n lever> print 1\n-2\n+1\n lever> print 3; print 4; print 5; print 6; print 7\n 3\n 4\n 5\n 6\n-8\n+7\n ```\n"
    ),
    (
      "```lever\nlever> print 1\nlever> print 3; print 4; print 5; print 6; print 7; print 8; print 9\n3\n4\n5\n6\n7\n8\n1\n```\n",
      "--- x.md\n+++ x.md\n@@ -1,5 +1,6 @@\n ```lever\n lever> print 1\n+1\n lever> print 3; print 4; print 5; print 6; print 7; print 8; print 9\n 3\n 4\n@@ -7,5 +8,5 @@\n 6\n 7\n 8\n-1\n+9\n ```\n"
    ),
  ]

  @Test(arguments: differences)
  func `the same as a difference`(text: String, expected: String) throws {
    let result = try Checker().check(try Document(parsing: text, file: "x.md"))
    let difference = UnifiedDifference.text(of: result.document, edits: result.edits, path: "x.md")
    #expect(String(decoding: difference, as: UTF8.self) == expected)
  }

  /// Random expectations made of right and wrong lines: blessing makes them fit, keeps what fits, and is done at once.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `blessing twice changes nothing the second time`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let numbers = (0..<Int.random(in: 1...8, using: &generator)).map { _ in Int.random(in: 1...3, using: &generator) }
      var expected: [String] = []
      for number in numbers {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: break
        case 1: expected.append("...")
        case 2: expected.append("[..]")
        case 3: expected.append("\(number % 3 + 1)")
        default: expected.append("\(number)")
        }
      }
      let command = numbers.map { "print \($0)" }.joined(separator: "; ")
      let text = "```lever\nlever> \(command)\n" + expected.map { $0 + "\n" }.joined() + "```\n"
      let place = Comment(rawValue: "\(generator.description): \(text.debugDescription)")
      let once = try Self.blessed(text)
      #expect(try Self.blessed(once) == once, place)
      #expect(try Checker().check(try Document(parsing: once, file: "x.md")).isAsExpected, place)
    }
  }
}
