import FixedPoint
import Lending
import Testing

@Suite struct LendingPoolLiquidationTests {
  /// 10 ETH at $2,000 with 16,000 USDC of debt.
  private func pool() throws -> LendingPool {
    var pool = try TestMarket.fundedPool()
    try pool.supply(TestMarket.amount("10", "ETH"), of: "ETH", by: "a")
    try pool.borrow(TestMarket.amount("16000", "USDC"), of: "USDC", by: "a", prices: TestMarket.prices)
    return pool
  }

  private func prices(eth: UInt256) throws -> OraclePrices {
    var prices = TestMarket.prices
    prices["ETH"] = try eth * 100_000_000
    return prices
  }

  @Test func halfOfTheDebtIsRepaidAboveTheCloseFactorsThreshold() throws {
    var pool = try pool()
    let outcome = try pool.liquidate(
      account: "a", collateral: "ETH", debt: "USDC", debtToCover: .max, by: "keeper", prices: prices(eth: 1_900))
    #expect(outcome.debtRepaid.decimalText(decimals: 6) == "8000")
    #expect(outcome.collateralToLiquidator.decimalText(decimals: 18) == "4.399999999999999999")
    #expect(outcome.protocolFee.decimalText(decimals: 18) == "0.021052631578947369")
    #expect(pool.debtBalance(of: "USDC", account: "a").decimalText(decimals: 6) == "8000")
    #expect(pool.supplyBalance(of: "ETH", account: "a") == outcome.collateralLeft)
    #expect(try pool.reserve("ETH").accruedToTreasury == outcome.protocolFee)
    #expect(
      try pool.accountData(of: "a", prices: prices(eth: 1_900)).healthFactor == outcome.healthFactorAfter)
  }

  @Test func collateralThatIsUsedUpLeavesADeficit() throws {
    var pool = try pool()
    let outcome = try pool.liquidate(
      account: "a", collateral: "ETH", debt: "USDC", debtToCover: .max, by: "keeper", prices: prices(eth: 1_000))
    #expect(outcome.collateralUsedUp)
    #expect(outcome.debtRepaid.decimalText(decimals: 6) == "9523.809524")
    #expect(try pool.reserve("USDC").deficit.decimalText(decimals: 6) == "6476.190476")
    #expect(pool.accounts["a"] == Account())
    #expect(try pool.reserve("USDC").totalScaledDebt == 0)
  }

  @Test func theFeeIsAtMostWhatIsLeftAfterTheLiquidator() throws {
    var pool = try TestMarket.fundedPool(grown: true)
    try pool.supply(TestMarket.amount("10", "ETH"), of: "ETH", by: "a")
    try pool.borrow(TestMarket.amount("15000", "USDC"), of: "USDC", by: "a", prices: TestMarket.prices)
    _ = try pool.liquidate(
      account: "a", collateral: "ETH", debt: "USDC", debtToCover: .max, by: "keeper", prices: prices(eth: 1_000))
    #expect(pool.supplyBalance(of: "ETH", account: "a") == 0)
    let eth = try pool.reserve("ETH")
    let others = pool.accounts.values.compactMap { $0.scaledSupply["ETH"] }
    #expect(others == [eth.totalScaledSupply])
  }

  @Test func refusesInTheOrderOfTheProtocol() throws {
    var pool = try pool()
    let safe = TestMarket.prices
    let fallen = try prices(eth: 1_900)
    func refused(
      collateral: Symbol = "ETH", debt: Symbol = "USDC", cover: UInt256 = .max, by: AccountID = "keeper",
      prices: OraclePrices
    ) -> String {
      refusal { () throws(LendingError) in
        _ = try pool.liquidate(
          account: "a", collateral: collateral, debt: debt, debtToCover: cover, by: by, prices: prices)
      }
    }
    let before = pool
    let refusals = [
      refused(collateral: "DOGE", prices: fallen), refused(by: "a", prices: safe), refused(prices: safe),
      refused(collateral: "OLD", prices: fallen), refused(debt: "ETH", prices: fallen),
      refused(cover: 0, prices: fallen), refused(cover: 1, prices: try prices(eth: 1_001)),
    ].map { $0.prefix { $0 != "(" } }
    #expect(
      refusals == [
        "unknownAsset", "selfLiquidation", "notLiquidatable", "notCollateral", "noDebt", "nothingToLiquidate",
        "done",
      ])
    #expect(before != pool)
  }

  @Test func dustIsRefusedWithItsNumbers() throws {
    var pool = try pool()
    let almostAll = try TestMarket.amount("15500", "USDC")
    let prices = try prices(eth: 1_800)
    #expect(
      throws: LendingError.mustNotLeaveDust(
        debtLeftBase: 50_000_000_000, collateralLeftBase: 172_500_000_000, leastBase: 100_000_000_000)
    ) {
      try pool.liquidate(
        account: "a", collateral: "ETH", debt: "USDC", debtToCover: almostAll, by: "keeper", prices: prices)
    }
  }

  @Test func whatIsLentOutCannotBeSeized() throws {
    var pool = try pool()
    try pool.supply(TestMarket.amount("10000000", "USDC"), of: "USDC", by: "b")
    try pool.borrow(TestMarket.amount("1008", "ETH"), of: "ETH", by: "b", prices: TestMarket.prices)
    let fallen = try prices(eth: 1_900)
    let result = refusal { () throws(LendingError) in
      _ = try pool.liquidate(
        account: "a", collateral: "ETH", debt: "USDC", debtToCover: .max, by: "keeper", prices: fallen)
    }
    #expect(
      result
        == "\(LendingError.insufficientLiquidity(asset: "ETH", requested: 4_399_999_999_999_999_999, available: 2_000_000_000_000_000_000))"
    )
  }
}
