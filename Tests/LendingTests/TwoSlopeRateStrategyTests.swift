import FixedPoint
import Lending
import Testing

@Suite struct TwoSlopeRateStrategyTests {
  private let strategy = TwoSlopeRateStrategy(optimalUtilization: 8_000, baseRate: 100, slope1: 400, slope2: 6_000)

  @Test func ratesNeverFallWithUtilization() throws {
    var last = (liquidityRate: Ray.zero, variableBorrowRate: Ray.zero)
    for debt in UInt64(0)...100 {
      let rates = try strategy.rates(
        totalDebt: UInt256(debt), availableLiquidity: UInt256(100 - debt), unbacked: 0, reserveFactor: 1_000)
      #expect(rates.liquidityRate >= last.liquidityRate)
      #expect(rates.variableBorrowRate >= last.variableBorrowRate)
      last = rates
    }
    #expect(last.variableBorrowRate.raw.decimalText(decimals: 27) == "0.65")
    #expect(last.liquidityRate.raw.decimalText(decimals: 27) == "0.585")
  }

  @Test func aDeficitThinsTheSuppliersRateOnly() throws {
    let whole = try strategy.rates(totalDebt: 50, availableLiquidity: 50, unbacked: 0, reserveFactor: 0)
    let thinned = try strategy.rates(totalDebt: 50, availableLiquidity: 50, unbacked: 100, reserveFactor: 0)
    #expect(whole.variableBorrowRate == thinned.variableBorrowRate)
    #expect(whole.liquidityRate.raw == (try thinned.liquidityRate.raw * 2))
  }
}
