import FixedPoint
import Lending
import Testing

@Suite struct LendingPoolTests {
  @Test func listsAnAssetOnce() throws {
    let asset = try #require(Asset(symbol: "X", name: "X", decimals: 18))
    let strategy = TwoSlopeRateStrategy(optimalUtilization: 9_000, baseRate: 0, slope1: 0, slope2: 0)
    let configuration = ReserveConfiguration(
      maxLTV: 0, liquidationThreshold: 0, liquidationBonus: 10_000, liquidationProtocolFee: 0, reserveFactor: 0,
      borrowingEnabled: true, rateStrategy: strategy)
    let listing = Reserve.Listing(asset: asset, configuration: configuration)
    #expect(throws: LendingError.duplicateAsset("X")) {
      try LendingPool(reserves: [listing, listing], efficiencyModes: [], time: 0)
    }
  }

  @Test func keepsTheOrderOfItsListing() throws {
    #expect(try TestMarket.pool().reserves.map(\.symbol) == ["ETH", "USDC", "stETH", "OLD"])
  }

  @Test func anUnknownAssetHasNoReserveAndNoBalance() throws {
    let pool = try TestMarket.pool()
    #expect(throws: LendingError.unknownAsset("DOGE")) { try pool.reserve("DOGE") }
    #expect(pool.supplyBalance(of: "DOGE", account: "a") == 0)
    #expect(pool.debtBalance(of: "ETH", account: "nobody") == 0)
  }

  @Test func interestGrowsTheDebtMoreThanTheSupplyByTheTreasuryShare() throws {
    var pool = try TestMarket.fundedPool()
    try pool.supply(TestMarket.amount("100", "ETH"), of: "ETH", by: "a")
    try pool.borrow(TestMarket.amount("100000", "USDC"), of: "USDC", by: "a", prices: TestMarket.prices)
    try pool.accrue(to: pool.time + 31_536_000)
    // 2 % utilization: 1 % + 4 % * 2 / 90 = 1.0889 % for borrowers; suppliers get 85 % of it on 2 % of their tokens.
    let usdc = try pool.reserve("USDC")
    #expect(pool.debtBalance(of: "USDC", account: "a").decimalText(decimals: 6) == "101094.838802")
    #expect(pool.supplyBalance(of: "USDC", account: "bank").decimalText(decimals: 6) == "5000925.555555")
    let treasury = try usdc.accruedToTreasury.multiplied(by: usdc.liquidityIndex, rounding: .down)
    #expect(treasury.decimalText(decimals: 6) == "164.225819")
    #expect(usdc.lastUpdate == pool.time)
  }

  @Test func timeStandsStillOrRunsForwards() throws {
    var pool = try TestMarket.pool()
    #expect(throws: LendingError.timeInThePast(now: 1_000, requested: 999)) { try pool.accrue(to: 999) }
    let before = pool
    try pool.accrue(to: 1_000)
    #expect(pool == before)
  }

  @Test func everyRefusalLeavesThePoolAsItWas() throws {
    var pool = try TestMarket.fundedPool()
    try pool.supply(TestMarket.amount("1", "ETH"), of: "ETH", by: "a")
    try pool.borrow(TestMarket.amount("1600", "USDC"), of: "USDC", by: "a", prices: TestMarket.prices)
    let before = pool
    let refusals = [
      refusal { () throws(LendingError) in try pool.supply(.max, of: "ETH", by: "a") },
      refusal { () throws(LendingError) in _ = try pool.withdraw(1, of: "OLD", by: "a", prices: TestMarket.prices) },
      refusal { () throws(LendingError) in _ = try pool.withdraw(.max, of: "ETH", by: "a", prices: TestMarket.prices) },
      refusal { () throws(LendingError) in try pool.borrow(1_000_000, of: "USDC", by: "a", prices: TestMarket.prices) },
      refusal { () throws(LendingError) in _ = try pool.repay(1, of: "ETH", by: "a") },
      refusal { () throws(LendingError) in try pool.setEfficiencyMode(1, of: "a", prices: TestMarket.prices) },
      refusal { () throws(LendingError) in try pool.borrow(1, of: "USDC", by: "a", prices: [:]) },
    ]
    #expect(refusals.allSatisfy { $0 != "done" }, "\(refusals)")
    #expect(pool == before)
  }
}
