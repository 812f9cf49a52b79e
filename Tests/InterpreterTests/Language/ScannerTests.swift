import FixedPoint
import Testing

@testable import Interpreter

struct ScannerTests {
  /// The number that begins a text, its unit, and what is left behind it.
  private func number(_ text: String) -> String {
    let line = Array(text.unicodeScalars)
    var scanner = Scanner(CommandText(line: line, range: 0..<line.count))
    do {
      guard let literal = try scanner.number() else { return "none" }
      let unit = literal.unit == .percent ? "%" : literal.unit == .multiple ? "x" : ""
      let rest = scanner.rest().map { " then \($0)" } ?? ""
      return (literal.isDollars ? "$" : "") + literal.value.description + unit + rest
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    ("1800", "1800"), ("1,800", "1800"), ("1_800", "1800"), ("$1,800", "$1800"), ("1.8k", "1800"), ("2.5m", "2500000"),
    ("1K", "1000"), ("2M", "2000000"), ("1,234,567.89", "1234567.89"), ("$0.5", "$0.5"), ("000", "0"), ("007", "7"),
    ("70%", "70%"), ("0.1%", "0.1%"), ("3x", "3x"), ("2.5X", "2.5x"), (".5", "0.5"), ("1.8k%", "1800%"),
    ("10ETH", "10 then ETH"), ("10 ETH", "10 then ETH"), ("3xy", "3 then xy"), ("3kg", "3 then kg"),
    ("3x2", "3 then x2"),
    ("1, 2", "1 then , 2"), ("1,800, 2", "1800 then , 2"), ("1,80", "1 then ,80"), ("1,8000", "1 then ,8000"),
    ("1,800,5", "1800 then ,5"), ("0.5,600", "0.5 then ,600"), ("1__0", "1 then __0"), ("1_", "1 then _"),
    ("1.", "1 then ."), ("1.2.3", "1.2 then .3"), ("1..2", "1 then ..2"), ("5 %", "5 then %"),
    (".", "none"), ("-5", "none"), ("$", "none"), ("", "none"), ("ETH", "none"), ("x3", "none"), ("٣", "none"),
    ("∞", "none"), ("nan", "none"), ("1e3", "1 then e3"), ("0x10", "0 then x10"),
    (String(repeating: "9", count: 77), String(repeating: "9", count: 77)),
    (String(repeating: "9", count: 79), "a number may have at most 77 digits"),
    ("1" + String(repeating: "0", count: 76) + "m", "the number is too large"),
  ])
  func `reads a number`(text: String, expected: String) {
    #expect(number(text) == expected)
  }

  @Test(arguments: [("1", ",000"), ("1", "_0"), ("", "7"), ("0.", "1"), ("1", "000")])
  func `a number of a megabyte is too long`(start: String, repeated: String) {
    let isRefused = number(start + String(repeating: repeated, count: 250_000)) == "a number may have at most 77 digits"
    #expect(isRefused)
  }

  @Test func `reads words, symbols and chunks one after the other`() {
    let line = Array("  Loop to_2 <= \"a b\" rest of it".unicodeScalars)
    var scanner = Scanner(CommandText(line: line, range: 0..<line.count))
    let read = [
      "\(scanner.keyword("lo"))", "\(scanner.keyword("loop"))", "\(scanner.lastRange)", scanner.word(),
      scanner.symbol(["<=", "<"]), scanner.quotedOrChunk(), scanner.chunk(), scanner.rest(),
    ]
    #expect(read == ["false", "true", "2..<6", "to_2", "<=", "a b", "rest", "of it"])
    let isAtEnd = scanner.isAtEnd
    #expect(isAtEnd)
    #expect(scanner.restRange == 31..<32)
  }
}
