import Lending
import Testing

@Suite struct KellyLeverageTests {
  @Test func twiceTheBestLeverageGrowsLikeTheRiskFreeRate() throws {
    let kelly = try KellyLeverage(drift: 0.11, riskFree: 0.06, volatility: 0.15)
    #expect(kelly.growth(at: 2 * kelly.fraction) == 0.06)
    #expect(kelly.growth(at: 0) == 0.06)
    #expect(abs(kelly.growth(at: kelly.fraction) - kelly.growth) < 1e-16)
    #expect(kelly.growth > 0.06)
  }

  @Test(arguments: [(0.32, 0.05, 0.8), (-0.08, 0.05, 0.6), (0.235, 0.04, 0.2)])
  func beyondTheBreakEvenLeverageTheCapitalShrinks(drift: Double, riskFree: Double, volatility: Double) throws {
    let kelly = try KellyLeverage(drift: drift, riskFree: riskFree, volatility: volatility)
    let breakEven = try #require(kelly.breakEven)
    #expect(abs(kelly.growth(at: breakEven)) < 1e-15)
    #expect(kelly.growth(at: breakEven * 1.001) < 0)
  }

  @Test func whereLendingCostsMoneyEveryLeverageMayShrink() throws {
    #expect(try KellyLeverage(drift: 0, riskFree: -0.1, volatility: 0.5).breakEven == nil)
  }

  @Test func withoutVolatilityThereIsNoBestLeverage() {
    #expect(throws: LoopError.divideByZero) { try KellyLeverage(drift: 0.1, riskFree: 0, volatility: 0) }
  }
}
