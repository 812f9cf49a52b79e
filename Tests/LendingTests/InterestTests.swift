import FixedPoint
import Lending
import Testing

@Suite struct InterestTests {
  private let wholeYear: UInt256 = 31_536_000

  @Test(arguments: [
    (Interest.Compounding.taylor, "2.666666666666666666666666666"), (.binomial, "2.666663803286306996604104"),
  ])
  func hundredPercentForAYearFallsShortOfE(compounding: Interest.Compounding, expected: String) throws {
    let growth = try compounding.growth(rate: .one, seconds: wholeYear)
    #expect(growth.raw.decimalText(decimals: 27) == expected)
  }

  @Test(arguments: Interest.Compounding.allCases)
  func noTimeIsNoGrowth(compounding: Interest.Compounding) throws {
    #expect(try compounding.growth(rate: Ray(.max), seconds: 0) == .one)
  }

  @Test func aGrowthThatDoesNotFitIsReported() {
    let rate = Ray(UInt256(high: 0, low: .max))
    #expect(throws: ArithmeticError.overflow) {
      try Interest.Compounding.taylor.growth(rate: rate, seconds: 1_099_511_627_775)
    }
    #expect(throws: ArithmeticError.overflow) { try Interest.Compounding.binomial.growth(rate: Ray(.max), seconds: 1) }
    #expect(throws: ArithmeticError.overflow) { try Interest.linear(rate: Ray(.max), seconds: 2) }
  }

  @Test func compoundingNeverGrowsLessThanTheLine() throws {
    for percent in UInt256.zero.low...200 {
      let rate = Ray(UInt256(percent * 10_000_000_000_000_000_000_000_000))
      for days in [1, 30, 365, 3_650] as [UInt64] {
        let seconds = UInt256(days * 86_400)
        let line = try Interest.linear(rate: rate, seconds: seconds)
        #expect(try Interest.Compounding.taylor.growth(rate: rate, seconds: seconds) >= line)
      }
    }
  }

  @Test func yieldsOfSmallRatesKeepTheirDigits() {
    // One unit of a wad per second: a plain e^x - 1 would round to 0.
    #expect(Interest.continuousYield(ratePerSecond: Wad(1)) == 3.1536e-11 * (1 + 3.1536e-11 / 2))
    #expect(Interest.effectiveYield(rate: .zero, seconds: wholeYear) == 0)
  }
}
