import FixedPoint
import Lending
import Testing

@Suite struct SupplyTests {
  @Test func theBalanceMayStartOneUnitLower() throws {
    var pool = try TestMarket.pool(grown: true)
    try pool.supply(100, of: "ETH", by: "a")
    #expect(pool.accounts["a"]?.scaledSupply == ["ETH": 72])
    #expect(pool.supplyBalance(of: "ETH", account: "a") == 98)
    #expect(try pool.reserve("ETH").availableLiquidity == 100)
  }

  @Test(arguments: [0, 1] as [UInt256])
  func lessThanAScaledUnitIsRefused(amount: UInt256) throws {
    var pool = try TestMarket.pool(grown: true)
    #expect(throws: LendingError.invalidAmount("ETH")) { try pool.supply(amount, of: "ETH", by: "a") }
    #expect(pool.accounts.isEmpty)
  }

  @Test func withdrawsEverythingAndForgetsTheBalance() throws {
    var pool = try TestMarket.fundedPool()
    try pool.supply(7, of: "USDC", by: "a")
    #expect(try pool.withdraw(.max, of: "USDC", by: "a", prices: [:]) == 7)
    #expect(pool.accounts["a"] == Account())
  }

  @Test func refusesMoreThanTheBalance() throws {
    var pool = try TestMarket.fundedPool()
    try pool.supply(7, of: "USDC", by: "a")
    #expect(throws: LendingError.insufficientBalance(asset: "USDC", requested: 8, available: 7)) {
      try pool.withdraw(8, of: "USDC", by: "a", prices: [:])
    }
    #expect(throws: LendingError.invalidAmount("ETH")) { try pool.withdraw(.max, of: "ETH", by: "a", prices: [:]) }
  }

  @Test func refusesWhatIsLentOut() throws {
    var pool = try TestMarket.pool()
    try pool.supply(1_000_000, of: "USDC", by: "bank")
    try pool.supply(TestMarket.amount("1", "ETH"), of: "ETH", by: "a")
    try pool.borrow(400_000, of: "USDC", by: "a", prices: TestMarket.prices)
    #expect(throws: LendingError.insufficientLiquidity(asset: "USDC", requested: 1_000_000, available: 600_000)) {
      try pool.withdraw(.max, of: "USDC", by: "bank", prices: TestMarket.prices)
    }
  }

  @Test func keepsTheHealthFactorAtOne() throws {
    var pool = try TestMarket.fundedPool()
    try pool.supply(TestMarket.amount("10", "ETH"), of: "ETH", by: "a")
    try pool.borrow(TestMarket.amount("8250", "USDC"), of: "USDC", by: "a", prices: TestMarket.prices)
    // 5 ETH at 2,000 and 82.5 % cover 8,250.
    let spare = try TestMarket.amount("5", "ETH")
    #expect(throws: LendingError.healthFactorTooLow(Wad(999_999_999_999_000_000))) {
      try pool.withdraw(spare + 1, of: "ETH", by: "a", prices: TestMarket.prices)
    }
    #expect(try pool.withdraw(spare, of: "ETH", by: "a", prices: TestMarket.prices) == spare)
    #expect(try pool.accountData(of: "a", prices: TestMarket.prices).healthFactor == .one)
  }

  @Test func collateralWithoutLTVLeavesFirst() throws {
    var pool = try TestMarket.fundedPool()
    try pool.supply(TestMarket.amount("1", "ETH"), of: "ETH", by: "a")
    try pool.supply(100, of: "OLD", by: "a")
    try pool.borrow(TestMarket.amount("100", "USDC"), of: "USDC", by: "a", prices: TestMarket.prices)
    #expect(throws: LendingError.zeroLTVCollateralFirst("OLD")) {
      try pool.withdraw(1_000, of: "ETH", by: "a", prices: TestMarket.prices)
    }
    #expect(try pool.withdraw(.max, of: "OLD", by: "a", prices: TestMarket.prices) == 100)
    #expect(try pool.withdraw(1_000, of: "ETH", by: "a", prices: TestMarket.prices) == 1_000)
  }
}
