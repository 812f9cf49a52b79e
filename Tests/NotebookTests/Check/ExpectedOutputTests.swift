import Testing

@testable import Notebook

/// Expected lines against printed ones; lines are separated by `/`.
struct ExpectedOutputTests {
  private static func lines(_ text: String) -> [String] {
    text.isEmpty ? [] : text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  private static func fit(_ expected: String, _ printed: String, _ tolerance: String? = nil) -> ExpectedOutput.Fit {
    ExpectedOutput(lines(expected), tolerance: tolerance.flatMap { Tolerance($0) }).fit(lines(printed))
  }

  @Test(arguments: [
    ("", ""), ("a/b", "a/b"), ("...", ""), ("...", "a/b/c"), ("a/...", "a/b/c"), ("a/...", "a"), (".../c", "a/b/c"),
    ("a/.../d", "a/b/c/d"), ("a/.../a/.../a", "a/b/a/c/a"), ("[..]", "ab"), ("a[..]", "abc"),
    ("[..]c", "abc"), ("a[..]c", "abc"), ("a[..]c", "ac"), ("a[..]b[..]c", "a1b2c"), ("a[..][..]c", "abc"),
    ("1[..] ETH", "1.234 ETH"), ("[..]a[..]", "bab"), (".../[..]b", "x/ab"),
  ])
  func `what fits`(expected: String, printed: String) {
    #expect(Self.fit(expected, printed) == .equal)
  }

  @Test(arguments: [
    ("a", "b"), ("", "a"), ("a", ""), ("a/b", "a"), ("a", "a/b"), ("a/...", "b"), ("a/.../d", "a/d/b"),
    ("a[..]a", "a"), ("a[..]c", "acb"), ("a[..]b[..]c", "a1c"), ("[..]", "a/b"), (" a", "a"), ("....", "a"),
    ("e\u{301}", "\u{E9}"), ("1.0", "1"), ("$1,000", "$1000"),
  ])
  func `what does not fit`(expected: String, printed: String) {
    #expect(Self.fit(expected, printed) == .different)
  }

  @Test(arguments: [
    ("hf 1.25", "hf 1.251", "0.5%", ExpectedOutput.Fit.near), ("hf 1.25", "hf 1.25", "0.5%", .equal),
    ("hf 1.25", "hf 1.26", "0.5%", .different), ("hf 100", "hf 100.5", "0.5%", .near),
    ("hf 100", "hf 99.5", "0.5%", .near), ("hf 100", "hf 100.51", "0.5%", .different), ("x 2", "x 2.5", "0.5", .near),
    ("x 2", "x 2.51", "0.5", .different), ("$1,000.00 a", "$1,004.00 a", "0.5%", .near),
    ("$1,000.00 a", "$1,004.00 b", "0.5%", .different), ("-5", "5", "100%", .different), ("1 2", "1", "5%", .different),
    ("1.5x", "1.5001x", "1%", .near), ("a [..] 2", "a b 2.01", "1%", .near), ("[..] 2 [..]", "a 2.01 b", "1%", .near),
    (".../2", "x/2.01", "1%", .near), ("0", "0.0001", "1%", .different), ("0", "0.0001", "0.001", .near),
    ("1.2.3", "1.2.4", "50%", .near),
    ("123456789012345678901234567890123456789012345678901234567890123456789012345678901", "1", "99%", .different),
  ])
  func `numbers within a tolerance`(
    expected: String, printed: String, tolerance: String, fit: ExpectedOutput.Fit
  ) {
    #expect(Self.fit(expected, printed, tolerance) == fit)
  }

  @Test(arguments: ["", "0", "-1", "0%", "x", "1%%", "%", "1e3", " 1"])
  func `what is no tolerance`(text: String) {
    #expect(Tolerance(text) == nil)
  }

  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a  \n\n\n", ["a"]), ("", []), ("\n\na", ["", "", "a"]), ("a\t\r\nb", ["a", "b"]),
  ])
  func `printed text as lines`(text: String, lines: [String]) {
    #expect(PrintedText.lines(of: text) == lines)
  }

  @Test func `the output of a command is capped`() {
    let lines = PrintedText.lines(of: String(repeating: "a\n", count: 1_000))
    #expect(lines.count == 201)
    #expect(lines[200] == "(800 more lines)")
    #expect(PrintedText.lines(of: String(repeating: "a\n", count: 201)).last == "(1 more line)")
    #expect(PrintedText.lines(of: String(repeating: "a\n", count: 200)).last == "a")
  }

  @Test(arguments: [
    ("a/b/c", "a/x/c", ["  a", "- b", "+ x", "  c"], 1, 0), ("a", "a/b", ["  a", "+ b"], 1, 0),
    ("a/b", "a", ["  a", "- b"], 1, 0), ("", "a", ["+ a"], 0, 0), ("ab1/c", "ab2/c", ["- ab1", "+ ab2", "  c"], 0, 2),
    ("a/.../d/e", "a/b/d/x", ["  a", "  ...", "  d", "- e", "+ x"], 3, 0),
    ("a[..]/b", "a1/c", ["  a[..]", "- b", "+ c"], 1, 0),
  ])
  func `where outputs differ`(expected: String, printed: String, lines: [String], line: Int, column: Int) {
    let difference = OutputDifference(ExpectedOutput(Self.lines(expected)), Self.lines(printed))
    #expect(difference.lines.map(\.marked) == lines)
    #expect(difference.firstExpected == line)
    #expect(difference.column == column)
  }
}
