import FixedPoint
import Lending
import Testing

@Suite struct EfficiencyModeChoiceTests {
  private func pool() throws -> LendingPool {
    var pool = try TestMarket.fundedPool()
    try pool.supply(TestMarket.amount("10", "stETH"), of: "stETH", by: "a")
    return pool
  }

  @Test func aModeRaisesTheLimitsOfItsCollateral() throws {
    var pool = try pool()
    #expect(try pool.accountData(of: "a", prices: TestMarket.prices).averageLTV == 7_850)
    try pool.setEfficiencyMode(1, of: "a", prices: TestMarket.prices)
    let data = try pool.accountData(of: "a", prices: TestMarket.prices)
    #expect(data.averageLTV == 9_300)
    #expect(data.averageLiquidationThreshold == 9_500)
  }

  @Test func onlyItsAssetsMayBeOwedInAMode() throws {
    var pool = try pool()
    try pool.borrow(1_000_000, of: "USDC", by: "a", prices: TestMarket.prices)
    let refused = LendingError.notBorrowableInEfficiencyMode(asset: "USDC", mode: 1)
    #expect(throws: refused) { try pool.setEfficiencyMode(1, of: "a", prices: TestMarket.prices) }
    _ = try pool.repay(.max, of: "USDC", by: "a")
    try pool.setEfficiencyMode(1, of: "a", prices: TestMarket.prices)
    #expect(throws: refused) { try pool.borrow(1, of: "USDC", by: "a", prices: TestMarket.prices) }
  }

  @Test func leavingAModeNeedsAHealthFactorOfOne() throws {
    var pool = try pool()
    try pool.setEfficiencyMode(1, of: "a", prices: TestMarket.prices)
    try pool.borrow(TestMarket.amount("9.7", "ETH"), of: "ETH", by: "a", prices: TestMarket.prices)
    // 21,000 * 81 % / 19,400
    #expect(throws: LendingError.healthFactorTooLow(Wad(876_804_123_711_340_206))) {
      try pool.setEfficiencyMode(nil, of: "a", prices: TestMarket.prices)
    }
  }

  @Test func anUnknownModeIsRefused() throws {
    var pool = try pool()
    #expect(throws: LendingError.unknownEfficiencyMode(9)) {
      try pool.setEfficiencyMode(9, of: "a", prices: TestMarket.prices)
    }
  }
}
