import FixedPoint
import Lending
import TestSupport
import Testing

@testable import Interpreter

struct DisplayTests {
  private func rational(_ text: String) throws -> Rational { try #require(Rational(decimal: text)) }

  @Test(arguments: [
    ("58823.4", "$58,823.40"), ("0", "$0.00"), ("0.004", "$0.00"), ("0.005", "$0.01"), ("-0.004", "$0.00"),
    ("-1200", "-$1,200.00"),
    ("999.995", "$1,000.00"), ("1000000000000", "$1,000,000,000,000.00"), ("-999999.99", "-$999,999.99"),
  ])
  func `dollars have cents and groups`(value: String, expected: String) throws {
    #expect(Display.dollars(try rational(value)) == expected)
  }

  @Test(arguments: [
    ("0.9999", "0.99"), ("0.999999999999999999", "0.99"), ("1", "1.00"), ("1.2549", "1.25"), ("0", "0.00"),
    ("12345.678", "12,345.67"),
  ])
  func `a health factor is rounded down`(value: String, expected: String) throws {
    #expect(Display.healthFactor(.exact(try rational(value))) == expected)
  }

  @Test(arguments: [("2.94117", "2.95x"), ("1", "1.00x"), ("1.0000001", "1.01x"), ("12345.671", "12,345.68x")])
  func `a multiple is rounded up`(value: String, expected: String) throws {
    #expect(Display.multiple(.exact(try rational(value))) == expected)
  }

  @Test(arguments: [
    ("0.19999", "19.9%"), ("0.2", "20.0%"), ("1", "100.0%"), ("1.475", "147.5%"), ("-0.00629", "-0.7%"),
    ("0.0009", "0.0%"),
  ])
  func `a buffer is rounded down`(value: String, expected: String) throws {
    #expect(Display.buffer(try rational(value)) == expected)
  }

  @Test(arguments: [("0.66", "66.0%"), ("0.66001", "66.1%"), ("0.79999999", "80.0%")])
  func `a loan to value is rounded up`(value: String, expected: String) throws {
    #expect(Display.risingPercent(.exact(try rational(value))) == expected)
  }

  @Test func `infinity has a sign`() {
    #expect(Display.healthFactor(.infinity) == "∞")
    #expect(Display.multiple(.infinity) == "∞")
    #expect(Display.risingPercent(.infinity) == "∞")
  }

  @Test(arguments: [
    ("2000", "$2,000.00"), ("0.99992", "$0.99992"), ("0.0000123456789", "$0.0000123457"), ("1", "$1.00"),
    ("0", "$0.00"),
    ("0.00000001", "$0.00000001"),
  ])
  func `a small price keeps six digits`(value: String, expected: String) throws {
    #expect(Display.price(try rational(value)) == expected)
  }

  @Test(arguments: [
    (10_000_000_000_000_000_000 as UInt64, "10"), (1_680_700_000_000_000_000, "1.6807"), (1, "0.000000000000000001"),
    (0, "0"),
    (4_358_490_566_037_735_849, "4.358491"), (123_456_789_000_000_000, "0.123457"),
    (1_234_567_891_000_000, "0.00123457"),
  ])
  func `ether has up to six decimals`(units: UInt64, expected: String) throws {
    let ether = try #require(Asset(symbol: "ETH", name: "Ether", decimals: 18))
    #expect(Display.amount(UInt256(units), of: ether, isStable: false) == expected)
  }

  @Test(arguments: [
    (17_000_000_000 as UInt64, "17,000.00"), (0, "0.00"), (1, "0.000001"), (4_999, "0.004999"), (5_000, "0.01"),
    (999_995_000, "1,000.00"),
  ])
  func `stablecoins look like dollars`(units: UInt64, expected: String) throws {
    let dollar = try #require(Asset(symbol: "USDC", name: "USD Coin", decimals: 6))
    #expect(Display.amount(UInt256(units), of: dollar, isStable: true) == expected)
  }

  @Test(arguments: [
    ("1", "1"), ("999", "999"), ("1000", "1,000"), ("-1000", "-1,000"), ("1234567.8901", "1,234,567.8901"),
    ("-12", "-12"), ("0.1", "0.1"),
  ])
  func `groups of three`(text: String, expected: String) {
    #expect(Display.grouped(text) == expected)
  }

  /// Read back, what is shown is never better for the reader than what is true.
  @Test func `every figure is rounded towards danger`() throws {
    var generator = SeededGenerator(seed: 11)
    let repeats = Comment(rawValue: generator.description)
    for _ in 0..<2_000 {
      let value = try Rational(
        UInt256(generator.next() >> UInt64.random(in: 0...60, using: &generator)),
        over: UInt256(UInt64.random(in: 1...1_000_000_000_000, using: &generator)))
      let read = { (text: String) -> Rational? in
        Rational(decimal: text.filter { "-.0123456789".contains($0) })
      }
      let factor = try #require(read(Display.healthFactor(.exact(value))))
      #expect(factor <= value, repeats)
      if value > 0 {
        let multiple = try #require(read(Display.multiple(.exact(value))))
        #expect(multiple >= value, repeats)
      }
      let share = try #require(read(Display.risingPercent(.exact(value))))
      #expect(try share >= value * 100, repeats)
      for signed in [value, -value] {
        let buffer = try #require(read(Display.buffer(signed)))
        #expect(try buffer <= signed * 100, repeats)
      }
    }
  }
}
