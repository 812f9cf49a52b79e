import Testing

@testable import Notebook

/// Commands over several lines.
struct ContinuationTests {
  @Test(arguments: [
    ("print 1", false), ("print (1", true), ("print (1)", false), ("print 1 +", true), ("print 1 + ", true),
    ("check hf > 1 and", true), ("check hf > 1 AND", true), ("let band", false), ("print max(1,", true),
    ("print (1; print 2", false), ("print 1; print (2", true), ("print 1 # (", false), ("", false),
    ("print (1\nprint 2", false), ("let x =", true), ("price -", true),
  ])
  func `what is unfinished`(text: String, expected: Bool) {
    #expect(Continuation.isUnfinished(text) == expected)
  }

  @Test(arguments: [
    ("lever> print 1\n  ...> print 2\n1\n2", "print 1\nprint 2"), ("lever> print (1\n  ...> + 2)\n3", "print (1 + 2)"),
    ("lever> print 1;\n  ...> print 2\n1\n2", "print 1;\nprint 2"),
    ("lever> print 1 +\n  ...> 2 *\n  ...> 3\n  ...> print 4\n7\n4", "print 1 + 2 * 3\nprint 4"),
  ])
  func `a command over several lines`(lines: String, text: String) throws {
    let page = "```lever\n\(lines)\n```\n"
    let document = try Document(parsing: page, file: "x.md")
    #expect(document.blocks[0].commands.map(\.text) == [text])
    #expect(try Checker().check(document).isAsExpected)
    #expect(PastedCommands(page).lines == text.split(separator: "\n").map(String.init))
  }
}
