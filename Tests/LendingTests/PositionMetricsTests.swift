import Lending
import Testing

@Suite struct PositionMetricsTests {
  @Test func withoutDebtNothingLiquidates() {
    let metrics = PositionMetrics(collateralAmount: 10, collateralPrice: 2_000, liquidationThreshold: 0.825, debt: 0)
    #expect(metrics.healthFactor == .infinity)
    #expect(metrics.collateralRatio == .infinity)
    #expect(metrics.liquidationPrice == 0)
    #expect(metrics.leverage == 1)
  }

  @Test func atTheLiquidationPriceTheDropIsNothing() {
    let metrics = PositionMetrics(collateralAmount: 0.1, collateralPrice: 3, liquidationThreshold: 0.83, debt: 0.249)
    #expect(metrics.dropToLiquidation == 0)
    #expect(abs(metrics.liquidationPrice - 3) < 1e-12)
  }

  @Test func withoutEquityLeverageIsEndless() {
    let metrics = PositionMetrics(collateralAmount: 3, collateralPrice: 0.1, liquidationThreshold: 0.8, debt: 0.3)
    #expect(metrics.leverage == .infinity)
    #expect(metrics.dropToLiquidation < 0)
  }
}
