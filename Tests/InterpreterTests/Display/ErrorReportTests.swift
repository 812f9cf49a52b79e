import Reports
import Testing

@testable import Interpreter

struct ErrorReportTests {
  private func text(_ line: String, at range: Range<Int>?, prefix: String = "", width: Int = 80) throws -> String {
    let command = try #require(CommandLineSplitter.commands(in: line).last)
    return ErrorReport(CommandError(.syntax, "no", at: range), in: command, prefix: prefix).text(
      TextRenderer(width: width))
  }

  @Test(arguments: [
    ("deposit 10 EHT", 11..<14 as Range<Int>?, "error: no\n  deposit 10 EHT\n             ^^^\n"),
    ("deposit 1 ETH; borow 5", 15..<20, "error: no\n  borow 5\n  ^^^^^\n"),
    ("print 1 +", 9..<10, "error: no\n  print 1 +\n           ^\n"),
    ("print 数 x", 8..<9, "error: no\n  print 数 x\n           ^\n"),
    ("print 数", 6..<7, "error: no\n  print 数\n        ^^\n"),
    ("print 1", nil, "error: no\n"),
  ])
  func `a mark stands under the place`(line: String, range: Range<Int>?, expected: String) throws {
    #expect(try text(line, at: range) == expected)
  }

  @Test func `a file and line stand before the sentence`() throws {
    #expect(try text("x", at: 0..<1, prefix: "run.lever:3:1: ") == "run.lever:3:1: error: no\n  x\n  ^\n")
  }

  @Test func `a long line is cut around the mark`() throws {
    let line = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let lines = try text(line, at: 500..<501).split(separator: "\n")
    #expect(lines[1] == "  " + String(repeating: "a", count: 20) + "!" + String(repeating: "b", count: 49))
    #expect(lines[2] == String(repeating: " ", count: 22) + "^")
  }

  @Test(arguments: [0..<0, 0..<10_000, 9_999..<10_000, 2..<1_000_000])
  func `a place outside of the line does no harm`(range: Range<Int>) throws {
    #expect(try text("print 1", at: range).hasPrefix("error: no\n  print 1\n"))
  }

  @Test func `at the prompt the sentence is wrapped between words and the command is cut to the width`() throws {
    let line = "deposit 10 EHT " + String(repeating: "x", count: 80)
    let command = try #require(CommandLineSplitter.commands(in: line).last)
    let error = CommandError(.syntax, "the market classroom lists ETH, USDC, not `EHT`", at: 11..<14, try: ["ETH"])
    #expect(
      ErrorReport(error, in: command).wrapped(TextRenderer(width: 30)) == """
        error: the market classroom
        lists ETH, USDC, not `EHT`:
        try `ETH`
          deposit 10 EHT xxxxxxxxxxxxx
                     ^^^

        """)
    let whole = CommandError(.refused, "no")
    #expect(ErrorReport(whole, in: command).wrapped(TextRenderer(width: 30)) == "error: no\n")
  }

  @Test func `suggestions join the sentence`() {
    let words = CommandError(.syntax, "unknown command `po`", try: ["pool", "position"], isSpelling: true)
    #expect(words.sentence == "unknown command `po`; did you mean `pool` or `position`?")
    #expect(CommandError(.refused, "too much", try: ["borrow max"]).sentence == "too much: try `borrow max`")
    #expect(CommandError(.refused, "too much").sentence == "too much")
    #expect(CommandError(.refused, "a", try: ["b", "c", "d"]).sentence == "a: try `b`, `c` or `d`")
  }
}
