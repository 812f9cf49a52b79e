import FixedPoint
import TestSupport
import Testing

@Suite struct RationalTextTests {
  @Test(arguments: [
    ("1800.25", "1800.25"), ("-1800.25", "-1800.25"), ("0", "0"), ("-0", "0"), ("000.500", "0.5"), ("1.", "nil"),
    (".5", "nil"), ("", "nil"), ("-", "nil"),
    ("1.2.3", "nil"), ("1e3", "nil"), ("+1", "nil"), ("1,000", "nil"), ("٣", "nil"),
    ("0.1234567890123456789", "0.123456789012345679"),
    (String(repeating: "9", count: 77), String(repeating: "9", count: 77)), (String(repeating: "9", count: 79), "nil"),
    ("0." + String(repeating: "0", count: 80) + "1", "nil"),
  ])
  func `reads decimal text`(text: String, expected: String) {
    #expect(Rational(decimal: text)?.description ?? "nil" == expected)
  }

  @Test(arguments: [
    (2, 3, 4, "0.6667", "0.6667"), (1, 2, 0, "1", "1"), (1, 3, 2, "0.33", "0.33"), (5, 1, 2, "5", "5.00"),
    (1, 1_000, 2, "0", "0.00"), (123_456, 100, 1, "1234.6", "1234.6"),
  ])
  func `writes decimal and fixed text`(numerator: Int, denominator: Int, places: Int, decimal: String, fixed: String)
    throws
  {
    let value = try Rational(UInt256(UInt64(numerator)), over: UInt256(UInt64(denominator)))
    #expect(value.decimalText(places: places) == decimal)
    #expect(value.fixedText(places: places) == fixed)
    #expect((-value).fixedText(places: places) == (fixed.contains { "123456789".contains($0) } ? "-" : "") + fixed)
  }

  @Test func `a value too large for its decimals has none`() throws {
    #expect(Rational(UInt256.max).fixedText(places: 18) == UInt256.max.description)
    #expect(Rational(UInt256.max).decimalText(places: 2) == UInt256.max.description)
  }

  @Test func `text and back is the same number`() throws {
    var generator = SeededGenerator(seed: 9)
    let repeats = Comment(rawValue: generator.description)
    for _ in 0..<1_000 {
      let value = try Rational(
        UInt256(generator.next()), over: try #require(UInt256.powerOfTen(Int(generator.next() % 19))),
        isNegative: generator.next() % 2 == 0)
      #expect(Rational(decimal: value.description) == value, repeats)
    }
  }

  @Test func `more decimals than a word holds are left out`() throws {
    let third = try Rational(1, over: 3)
    #expect(third.fixedText(places: 76).count == 78)
    #expect(third.fixedText(places: 77) == "0")
    #expect(third.fixedText(places: 78) == "0")
    #expect(throws: ArithmeticError.overflow) { try third.rounded(toPlaces: 77) }
  }
}
