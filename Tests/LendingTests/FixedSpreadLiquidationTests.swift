import Lending
import Testing

@Suite struct FixedSpreadLiquidationTests {
  private func liquidation(price: Double, repaid: Double) throws(FixedSpreadLiquidationError) -> FixedSpreadLiquidation
  {
    try FixedSpreadLiquidation(
      collateralAmount: 10, collateralPrice: price, debt: 16_000, liquidationThreshold: 0.825, liquidationBonus: 0.05,
      repaid: repaid)
  }

  @Test func theMinimumRepaymentBringsTheHealthFactorToOne() throws {
    let needed = try liquidation(price: 1_900, repaid: 0).minimumRepay
    #expect(abs(try liquidation(price: 1_900, repaid: needed).healthFactorAfter - 1) < 1e-12)
  }

  @Test func aPositionExactlyAtOneIsSafe() {
    // None of these has an exact binary form, and 0.1 * 3 * 0.83 = 0.249 must count as equal all the same.
    #expect(throws: FixedSpreadLiquidationError.notLiquidatable) {
      try FixedSpreadLiquidation(
        collateralAmount: 0.1, collateralPrice: 3, debt: 0.249, liquidationThreshold: 0.83, liquidationBonus: 0.05,
        repaid: 0)
    }
  }

  @Test func beyondTheLossFreeGapTheCollateralNoLongerPaysTheDebt() throws {
    let gap = try FixedSpreadLiquidation.lossFreeGap(leverage: 5, liquidationBonus: 0.05)
    #expect(abs(gap - 0.16) < 1e-12)
    #expect(try liquidation(price: 2_000 * (1 - gap), repaid: 16_000).collateralLeft == 0)
    #expect(throws: FixedSpreadLiquidationError.exceedsCollateral) {
      try liquidation(price: 2_000 * (1 - gap) - 1, repaid: 16_000)
    }
  }
}
