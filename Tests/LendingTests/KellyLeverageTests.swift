import Lending
import Testing

@Suite struct KellyLeverageTests {
  @Test func twiceTheBestLeverageGrowsLikeTheRiskFreeRate() throws {
    let kelly = try KellyLeverage(drift: 0.11, riskFree: 0.06, volatility: 0.15)
    let leverage = 2 * kelly.fraction
    let growth = 0.06 + leverage * 0.05 - leverage * leverage * 0.0225 / 2
    #expect(abs(growth - 0.06) < 1e-12)
    #expect(kelly.growth > 0.06)
  }

  @Test func withoutVolatilityThereIsNoBestLeverage() {
    #expect(throws: LoopError.divideByZero) { try KellyLeverage(drift: 0.1, riskFree: 0, volatility: 0) }
  }
}
