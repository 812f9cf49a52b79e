import FixedPoint
import Foundation
import Lending
import TestSupport
import Testing

/// Laws that hold after any sequence of operations.
@Suite struct LendingPoolPropertyTests {
  @Test(arguments: 1...12)
  func noSequenceCreatesOrDestroysAUnit(seed: UInt64) throws {
    var walk = RandomWalk(pool: try TestMarket.fundedPool(grown: seed.isMultiple(of: 2)), seed: seed)
    for _ in 0..<300 {
      try walk.step()
      try walk.checkBooks()
    }
    #expect(walk.accepted > 50, "the walk must do something, \(walk.generator)")
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["LEVER_SEED"] == nil, "about the seeds written here"))
  func theWalksReachLiquidationsAndDeficits() throws {
    var (liquidations, deficits) = (0, 0)
    for seed in UInt64(1)...12 {
      var walk = RandomWalk(pool: try TestMarket.fundedPool(grown: seed.isMultiple(of: 2)), seed: seed)
      for _ in 0..<300 { try walk.step() }
      liquidations += walk.liquidations
      deficits += walk.pool.reserves.count { !$0.deficit.isZero }
    }
    #expect(liquidations > 50 && deficits > 5, "\(liquidations) liquidations, \(deficits) reserves with a deficit")
  }

  @Test func supplyingAndWithdrawingNeverYieldsMore() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<300 {
      var pool = try TestMarket.pool(grown: true)
      let amount = UInt256(generator.next() >> (generator.next() % 64))
      guard refusal({ () throws(LendingError) in try pool.supply(amount, of: "ETH", by: "a") }) == "done" else {
        #expect(amount < 2, "\(generator)")
        continue
      }
      let paid = try pool.withdraw(.max, of: "ETH", by: "a", prices: TestMarket.prices)
      #expect(paid <= amount, "\(generator)")
      #expect(try pool.reserve("ETH").availableLiquidity == amount - paid, "\(generator)")
      #expect(try pool.reserve("ETH").totalScaledSupply == 0, "\(generator)")
    }
  }

  @Test func borrowingAndRepayingNeverCostsLess() throws {
    var generator = SeededGenerator(seed: 22)
    var pool = try TestMarket.fundedPool(grown: true)
    try pool.supply(TestMarket.amount("100", "ETH"), of: "ETH", by: "a")
    for _ in 0..<300 {
      let amount = UInt256(generator.next() % 100_000_000_000 + 1)
      try pool.borrow(amount, of: "USDC", by: "a", prices: TestMarket.prices)
      let paid = try pool.repay(.max, of: "USDC", by: "a")
      #expect(paid >= amount, "\(generator)")
      #expect(pool.debtBalance(of: "USDC", account: "a") == 0, "\(generator)")
      #expect(try pool.reserve("USDC").totalScaledDebt == 0, "\(generator)")
    }
  }
}

/// Accounts that do anything at any price, and the books that an observer would keep.
private struct RandomWalk {
  var pool: LendingPool
  var generator: SeededGenerator
  var prices = TestMarket.prices
  /// Token units paid in less those paid out.
  var held: [Symbol: UInt256]
  var accepted = 0
  var accruals = 0
  var liquidations = 0

  private let symbols: [Symbol] = ["ETH", "USDC", "stETH", "OLD"]
  private let people: [AccountID] = ["a", "b", "c", "d"]

  init(pool: LendingPool, seed: UInt64) {
    self.pool = pool
    held = Dictionary(uniqueKeysWithValues: pool.reserves.map { ($0.symbol, $0.availableLiquidity) })
    generator = SeededGenerator(seed: seed)
  }

  /// Does one random operation; a refused one must leave the pool as it was.
  mutating func step() throws {
    let before = pool
    do {
      try act()
      accepted += 1
    } catch {
      #expect(pool == before, "\(error) changed the pool, \(generator)")
    }
  }

  private mutating func act() throws(LendingError) {
    let symbol = pick(symbols)
    let person = pick(people)
    let amount = randomAmount(of: symbol)
    switch generator.next() % 14 {
    case 0, 1, 2:
      try pool.supply(amount, of: symbol, by: person)
      book(symbol, paidIn: amount, paidOut: 0)
    case 3:
      let paid = try pool.withdraw(generator.next() % 2 == 0 ? .max : amount, of: symbol, by: person, prices: prices)
      book(symbol, paidIn: 0, paidOut: paid)
    case 4, 5, 6:
      let borrowed = generator.next() % 4 == 0 ? amount : share(of: symbol, for: person)
      try pool.borrow(borrowed, of: symbol, by: person, prices: prices)
      book(symbol, paidIn: 0, paidOut: borrowed)
    case 13:
      let paid = try pool.repay(generator.next() % 2 == 0 ? .max : amount, of: symbol, by: person)
      book(symbol, paidIn: paid, paidOut: 0)
    case 7, 8, 9:
      let person = weakest()
      let account = pool.accounts[person] ?? Account()
      let collateral = pick(account.scaledSupply.keys.sorted() + [symbol])
      let debt = pick(account.scaledDebt.keys.sorted() + [symbol])
      let cover = generator.next() % 4 == 0 ? amount : .max
      let outcome = try pool.liquidate(
        account: person, collateral: collateral, debt: debt, debtToCover: cover, by: "keeper", prices: prices)
      liquidations += 1
      book(debt, paidIn: outcome.debtRepaid, paidOut: 0)
      book(collateral, paidIn: 0, paidOut: outcome.collateralToLiquidator)
    case 10:
      let percent = UInt256(generator.next() % 3 == 0 ? 20 : 70 + generator.next() % 90)
      prices[symbol] = try? (prices[symbol] ?? 0) * percent / 100
    case 11:
      try pool.setEfficiencyMode(generator.next() % 4 == 0 ? 1 : nil, of: person, prices: prices)
    default:
      try pool.accrue(to: pool.time + generator.next() % 3_000_000)
      accruals += 1
    }
  }

  /// The reserves hold what was paid; their totals are the sums of the accounts; and what the suppliers and the treasury
  /// could claim is covered by what is there, what is owed and what was written off. An index is rounded half up, which
  /// may add part of a unit per accrual.
  func checkBooks() throws {
    for reserve in pool.reserves {
      let symbol = reserve.symbol
      #expect(reserve.availableLiquidity == held[symbol] ?? 0, "\(symbol) \(generator)")
      let supplied = try sum(pool.accounts.values.compactMap { $0.scaledSupply[symbol] })
      let owed = try sum(pool.accounts.values.compactMap { $0.scaledDebt[symbol] })
      #expect(reserve.totalScaledSupply == supplied, "\(symbol) \(generator)")
      #expect(reserve.totalScaledDebt == owed, "\(symbol) \(generator)")
      let claims = try (supplied + reserve.accruedToTreasury).multiplied(by: reserve.liquidityIndex, rounding: .down)
      let covered = try reserve.availableLiquidity + reserve.totalDebt() + reserve.deficit
      #expect(try claims <= covered + UInt256(UInt(accruals)), "\(symbol) \(generator)")
    }
  }

  private func sum(_ words: [UInt256]) throws -> UInt256 {
    try words.reduce(.zero) { try $0 + $1 }
  }

  /// Some part of what the account may still borrow, in token units.
  private mutating func share(of symbol: Symbol, for person: AccountID) -> UInt256 {
    guard let data = try? pool.accountData(of: person, prices: prices), let price = prices[symbol],
      let unit = try? pool.reserve(symbol).asset.unit
    else { return 0 }
    let percent = UInt256(70 + generator.next() % 32)
    return (try? data.availableBorrowsBase * unit / price * percent / 100) ?? 0
  }

  private mutating func book(_ symbol: Symbol, paidIn: UInt256, paidOut: UInt256) {
    held[symbol] = ((try? (held[symbol] ?? 0) + paidIn) ?? .zero).subtractingOrZero(paidOut)
  }

  /// Whoever has the lowest health factor.
  private func weakest() -> AccountID {
    let factors = people.map { (try? pool.accountData(of: $0, prices: prices).healthFactor) ?? .max }
    return zip(people, factors).min { $0.1 < $1.1 }?.0 ?? people[0]
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int(generator.next() % UInt64(list.count))]
  }

  /// Mostly up to some thousand dollars, sometimes a few units, sometimes nonsense.
  private mutating func randomAmount(of symbol: Symbol) -> UInt256 {
    switch generator.next() % 8 {
    case 0: return UInt256(generator.next() % 4)
    case 1: return UInt256(high: UInt128(generator.next()), low: 0)
    default:
      let whole: UInt64 = symbol == "USDC" ? 10_000_000_000 : symbol == "OLD" ? 10_000 : 5_000_000_000_000_000_000
      return UInt256(generator.next() % whole)
    }
  }
}
