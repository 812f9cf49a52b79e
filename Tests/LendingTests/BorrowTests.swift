import FixedPoint
import Lending
import Testing

@Suite struct BorrowTests {
  /// 10 ETH at $2,000 and 80 %: $16,000.
  private func poolWithCollateral(grown: Bool = false) throws -> LendingPool {
    var pool = try TestMarket.fundedPool(grown: grown)
    try pool.supply(TestMarket.amount("10", "ETH"), of: "ETH", by: "a")
    return pool
  }

  @Test func borrowsUpToTheLimitAndNotAUnitMore() throws {
    var pool = try poolWithCollateral()
    try pool.borrow(TestMarket.amount("16000", "USDC"), of: "USDC", by: "a", prices: TestMarket.prices)
    let data = try pool.accountData(of: "a", prices: TestMarket.prices)
    #expect(data.availableBorrowsBase == 0)
    #expect(data.healthFactor.raw.decimalText(decimals: 18) == "1.03125")
    let refused = LendingError.borrowLimitExceeded(
      debtAfterBase: 1_600_000_000_100, limitBase: 1_600_000_000_000, availableBase: 0, averageLTV: 8_000)
    #expect(throws: refused) { try pool.borrow(1, of: "USDC", by: "a", prices: TestMarket.prices) }
  }

  @Test func theCollateralNeededIsRoundedUp() throws {
    var pool = try TestMarket.fundedPool()
    // Worth 127 units of the base currency; a debt of 100 at 78.5 % needs 127.4.
    try pool.supply(604_761_905, of: "stETH", by: "a")
    let refused = LendingError.borrowLimitExceeded(
      debtAfterBase: 100, limitBase: 99, availableBase: 99, averageLTV: 7_850)
    #expect(throws: refused) { try pool.borrow(1, of: "USDC", by: "a", prices: TestMarket.prices) }
    try pool.supply(4_761_905, of: "stETH", by: "a")
    try pool.borrow(1, of: "USDC", by: "a", prices: TestMarket.prices)
  }

  @Test func theRefusalSaysWhatWasAvailable() throws {
    var pool = try poolWithCollateral()
    let refused = LendingError.borrowLimitExceeded(
      debtAfterBase: 1_700_000_000_000, limitBase: 1_600_000_000_000, availableBase: 1_600_000_000_000,
      averageLTV: 8_000)
    #expect(throws: refused) {
      try pool.borrow(TestMarket.amount("17000", "USDC"), of: "USDC", by: "a", prices: TestMarket.prices)
    }
  }

  @Test func withoutCollateralThereIsNoLimitToBorrowUnder() throws {
    var pool = try TestMarket.fundedPool()
    let refused = LendingError.borrowLimitExceeded(
      debtAfterBase: 100, limitBase: 0, availableBase: 0, averageLTV: 0)
    #expect(throws: refused) { try pool.borrow(1, of: "USDC", by: "a", prices: TestMarket.prices) }
  }

  @Test func refusesWhatTheMarketDoesNotLend() throws {
    var pool = try poolWithCollateral()
    #expect(throws: LendingError.borrowingDisabled("stETH")) {
      try pool.borrow(1, of: "stETH", by: "a", prices: TestMarket.prices)
    }
    #expect(throws: LendingError.invalidAmount("USDC")) {
      try pool.borrow(0, of: "USDC", by: "a", prices: TestMarket.prices)
    }
    #expect(throws: LendingError.priceMissing("ETH")) { try pool.borrow(1, of: "USDC", by: "a", prices: [:]) }
    #expect(throws: LendingError.insufficientLiquidity(asset: "OLD", requested: 1, available: 0)) {
      try pool.borrow(1, of: "OLD", by: "a", prices: TestMarket.prices)
    }
  }

  @Test func theDebtMayStartAUnitHigher() throws {
    var pool = try poolWithCollateral(grown: true)
    try pool.borrow(100, of: "USDC", by: "a", prices: TestMarket.prices)
    #expect(pool.accounts["a"]?.scaledDebt == ["USDC": 53])
    #expect(pool.debtBalance(of: "USDC", account: "a") == 102)
  }

  @Test func repaysAtMostTheDebt() throws {
    var pool = try poolWithCollateral()
    try pool.borrow(1_000, of: "USDC", by: "a", prices: TestMarket.prices)
    #expect(try pool.repay(400, of: "USDC", by: "a") == 400)
    #expect(try pool.repay(.max, of: "USDC", by: "a") == 600)
    #expect(pool.accounts["a"]?.scaledDebt == [:])
    #expect(throws: LendingError.noDebt("USDC")) { try pool.repay(1, of: "USDC", by: "a") }
  }

  @Test func repayingNothingIsRefused() throws {
    var pool = try poolWithCollateral(grown: true)
    try pool.borrow(1_000, of: "USDC", by: "a", prices: TestMarket.prices)
    #expect(throws: LendingError.invalidAmount("USDC")) { try pool.repay(0, of: "USDC", by: "a") }
    // One unit is less than a scaled unit at this index.
    #expect(throws: LendingError.invalidAmount("USDC")) { try pool.repay(1, of: "USDC", by: "a") }
  }

  @Test func fiveLoopsAtSeventyPercentAreExact() throws {
    var pool = try poolWithCollateral()
    var last = try TestMarket.amount("20000", "USDC")
    for _ in 0..<5 {
      last = try last * 7 / 10
      try pool.borrow(last, of: "USDC", by: "a", prices: TestMarket.prices)
      try pool.supply(last * 500_000_000, of: "ETH", by: "a")
    }
    let data = try pool.accountData(of: "a", prices: TestMarket.prices)
    #expect(data.totalCollateralBase.decimalText(decimals: 8) == "58823.4")
    #expect(data.totalDebtBase.decimalText(decimals: 8) == "38823.4")
    #expect(data.healthFactor.raw.decimalText(decimals: 18) == "1.250001416671388904")
  }

  @Test(arguments: [1, 2, 3, 5, 10])
  func loopsAtTheLimitAgreeWithTheClosedForm(loops: Int) throws {
    var pool = try poolWithCollateral()
    for _ in 0..<loops {
      let amount = try pool.accountData(of: "a", prices: TestMarket.prices).availableBorrowsBase / 100
      try pool.borrow(amount, of: "USDC", by: "a", prices: TestMarket.prices)
      try pool.supply(amount * 500_000_000, of: "ETH", by: "a")
    }
    let data = try pool.accountData(of: "a", prices: TestMarket.prices)
    let closed = try LoopState(equity: 20_000, ltv: 0.8, liquidationThreshold: 0.825, loops: loops)
    #expect(abs(Double(data.totalCollateralBase) / 1e8 / closed.exposure - 1) < 1e-9)
    #expect(abs(Double(data.totalDebtBase) / 1e8 / closed.debt - 1) < 1e-9)
    #expect(abs(Double(data.healthFactor.raw) / 1e18 / closed.healthFactor - 1) < 1e-9)
  }
}
