import FixedPoint
import Lending
import Testing

@Suite struct ReserveTests {
  @Test func utilizationIsDebtPerDebtAndLiquidity() throws {
    var pool = try TestMarket.fundedPool()
    #expect(try pool.reserve("USDC").utilization() == .zero)
    try pool.supply(TestMarket.amount("500", "ETH"), of: "ETH", by: "a")
    try pool.borrow(TestMarket.amount("500000", "USDC"), of: "USDC", by: "a", prices: TestMarket.prices)
    let usdc = try pool.reserve("USDC")
    #expect(try usdc.utilization().raw.decimalText(decimals: 27) == "0.1")
    #expect(try usdc.totalDebt() == TestMarket.amount("500000", "USDC"))
    #expect(try usdc.totalSupply() == TestMarket.amount("5000000", "USDC"))
    // 1 % + 4 % * 10 / 90, and 85 % of a tenth of it.
    #expect(usdc.variableBorrowRate.raw.decimalText(decimals: 27) == "0.014444444444444444444444444")
    #expect(usdc.liquidityRate.raw.decimalText(decimals: 27) == "0.001227777777777777777777777")
  }

  @Test func anIndexWithoutDebtStandsStill() throws {
    var pool = try TestMarket.fundedPool()
    try pool.accrue(to: pool.time + 1_000_000)
    let usdc = try pool.reserve("USDC")
    #expect(usdc.liquidityIndex == .one)
    #expect(usdc.variableBorrowIndex == .one)
    #expect(usdc.accruedToTreasury == 0)
  }
}
