import FixedPoint
import Markets
import Testing

struct PriceRatioTests {
  @Test func `a ratio is in lowest terms`() throws {
    let ratio = try PriceRatio(quoteUnits: 2_000_000_000, baseUnits: 1_000_000_000_000_000_000)
    #expect("\(ratio.quoteUnits)/\(ratio.baseUnits)" == "1/500000000")
    #expect(try ratio == PriceRatio(quoteUnits: 4, baseUnits: 2_000_000_000))
    #expect(try PriceRatio(quoteUnits: 0, baseUnits: 7).baseUnits == 1)
    #expect(throws: ArithmeticError.divideByZero) { try PriceRatio(quoteUnits: 1, baseUnits: 0) }
  }

  @Test func `a price of whole tokens is rounded down to 18 decimals`() throws {
    #expect(try PriceRatio(quoteUnits: 2, baseUnits: 3).wad(baseUnit: 100, quoteUnit: 10) == 6_666_666_666_666_666_666)
    #expect(throws: ArithmeticError.overflow) {
      try PriceRatio(quoteUnits: .max, baseUnits: 1).wad(baseUnit: 1, quoteUnit: 1)
    }
  }
}
