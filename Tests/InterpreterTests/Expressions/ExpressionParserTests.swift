import FixedPoint
import Testing

@testable import Interpreter

struct ExpressionParserTests {
  private func parse(_ text: String) throws(CommandError) -> (expression: Expression, rest: String?) {
    let line = Array(text.unicodeScalars)
    var scanner = Scanner(CommandText(line: line, range: 0..<line.count))
    let expression = try ExpressionParser.parse(&scanner)
    return (expression, scanner.rest())
  }

  /// The error of a text: its sentence and the columns of its mark, from 0.
  private func failure(_ text: String) -> String {
    do {
      return "read as \(try parse(text).expression)"
    } catch {
      return "\(error.sentence) @ \(error.range.map { "\($0.lowerBound)..<\($0.upperBound)" } ?? "-")"
    }
  }

  @Test func `keeps where operators and names stand`() throws {
    let (expression, rest) = try parse("ltv + price(ETH) rest")
    #expect(
      expression
        == .binary(.plus, .name("ltv", 0..<3), .ofAsset("price", asset: "ETH", 6..<16), 4..<5))
    #expect(rest == "rest")
  }

  @Test(arguments: [
    ("", "a number, a name or `(` is missing at the end @ 0..<1"),
    ("1 +", "a number, a name or `(` is missing at the end @ 3..<4"),
    ("(1 + 2", "the parenthesis that opens here is not closed @ 0..<1"),
    ("min(1, 2", "the parenthesis that opens here is not closed @ 3..<4"),
    ("price(", "`price(…)` takes the name of an asset @ 6..<7"),
    ("price(ETH", "the parenthesis that opens here is not closed @ 5..<6"),
    ("1 + * 2", "a number, a name or `(` is expected here @ 4..<7"),
    ("a = 1", "`=` does not compare; did you mean `==`? @ 2..<3"),
    ("1 < 2 < 3", "comparisons do not chain; join them with `and` @ 6..<7"),
    ("and", "`and` needs an expression on each side @ 0..<3"),
    ("1 + not 2", "`not` needs an expression on each side @ 4..<7"),
    (String(repeating: "9", count: 100), "a number may have at most 77 digits @ 0..<100"),
  ])
  func `says where an expression goes wrong`(text: String, expected: String) {
    #expect(failure(text) == expected)
  }

  @Test(arguments: [("1", "+1", ""), ("2", "^1", ""), ("min(1", ",1", ")"), ("true", " and true", "")])
  func `holds operators to a limit`(start: String, more: String, end: String) {
    let longest = more == "^1" ? ExpressionParser.deepestNesting : ExpressionParser.mostOperators
    let isRead = failure(start + String(repeating: more, count: longest) + end).hasPrefix("read as ")
    #expect(isRead)
    #expect(failure(start + String(repeating: more, count: longest + 1) + end).contains(" at most "))
  }

  @Test(arguments: ["(", "-", "not ", "2^", "min(1,", "abs("])
  func `nests to a limit`(opening: String) {
    let text = String(repeating: opening, count: 10_000) + "1"
    #expect(failure(text).hasPrefix("an expression may nest at most \(ExpressionParser.deepestNesting) deep @ "))
    #expect(failure(String(repeating: opening, count: 50) + "1").contains("nest") == false)
  }
}
