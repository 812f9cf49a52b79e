import FixedPoint
import Lending
import Markets
import Simulation
import TestSupport
import Testing

@testable import Interpreter

/// The fast model of a cascade beside liquidations that the exact ledger makes and an exact pool takes.
struct CascadeLedgerTests {
  /// Dollars of the model and of the ledger agree to a billionth.
  private static let tolerance = 1e-9

  /// Borrowers so small that the protocol closes their whole debt at once, in a pool that they can move.
  private struct Borrowers {
    var ledger: LendingPool
    var prices: [Double] = []
    var amounts: [Double] = []
    let names: [AccountID]
    private static let ether: UInt256 = 1_000_000_000_000_000_000

    init(_ generator: inout SeededGenerator) throws {
      ledger = try World(market: ClassroomSession.make().world.market).pool
      names = (0..<Int.random(in: 5...60, using: &generator)).map { AccountID("b\($0)") }
      for name in names {
        let collateral = UInt256(
          UInt64.random(in: 50_000_000_000_000_000...1_000_000_000_000_000_000, using: &generator))
        let price = Double.random(in: 1_300...1_930, using: &generator)
        let tokens = collateral.doubleValue / 1e18
        let debt = UInt256(UInt64(0.825 * price * tokens * 1e6))
        try ledger.supply(collateral, of: "ETH", by: name)
        try ledger.borrow(debt, of: "USDC", by: name, prices: ["ETH": 200_000_000_000, "USDC": 100_000_000])
        amounts.append(tokens)
        // The price at which the ledger's whole units of debt and collateral meet.
        prices.append(debt.doubleValue / 1e6 / (0.825 * tokens))
      }
    }
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `the model agrees with the ledger to a billionth`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var borrowers = try Borrowers(&generator)
    let depth = UInt64.random(in: 10...200, using: &generator)
    let fee: BasisPoints = Bool.random(using: &generator) ? 0 : 30
    // A deep quote side in whole millionths of a dollar, as USDC has them.
    var exact = try ConstantProductPool(
      baseReserve: UInt256(depth) * 1_000_000_000_000_000_000, quoteReserve: UInt256(depth) * 2_000_000_000, fee: fee)
    var model = ConstantProduct(base: Double(depth), price: 2_000, fee: Double(fee.raw) / 10_000)
    let shock = Double(depth) * Double.random(in: 0.02...0.15, using: &generator)
    let units = UInt256(UInt128(shock * 1e18))
    _ = try exact.sell(units, of: .base)
    model.sell(units.doubleValue / 1e18)

    var run = CascadeRun(
      queue: LiquidationQueue(prices: borrowers.prices, amounts: borrowers.amounts), pool: model,
      rules: CascadeRules(threshold: 0.825, bonus: 0.05, sale: .debt))
    let waves = run.waves()

    var (sold, repaid, deficit) = (0.0, 0.0, 0.0)
    var liquidated: Set<AccountID> = []
    while true {
      let price = try exact.quoteReserve.multipliedDivided(
        by: 100_000_000_000_000_000_000, over: exact.baseReserve, rounding: .halfUp)
      let prices: OraclePrices = ["ETH": price, "USDC": 100_000_000]
      var seized = UInt256.zero
      for name in borrowers.names where !liquidated.contains(name) {
        guard
          let outcome = try? borrowers.ledger.liquidate(
            account: name, collateral: "ETH", debt: "USDC", debtToCover: .max, by: "liquidator", prices: prices)
        else { continue }
        liquidated.insert(name)
        seized = try seized + outcome.collateralSeized
        repaid += outcome.debtRepaid.doubleValue / 1e6
        deficit += outcome.deficits.reduce(0) { $0 + $1.doubleValue } / 1e6
      }
      guard !seized.isZero else { break }
      sold += seized.doubleValue / 1e18
      _ = try exact.sell(seized, of: .base)
    }
    let exactPrice = exact.quoteReserve.doubleValue * 1e12 / exact.baseReserve.doubleValue
    let comment = Comment(rawValue: generator.description)
    #expect(waves.reduce(0) { $0 + $1.liquidated } == liquidated.count, comment)
    for (found, wanted) in [
      (run.pool.spotPrice, exactPrice), (waves.reduce(0) { $0 + $1.sold }, sold),
      (waves.reduce(0) { $0 + $1.repaid }, repaid),
    ] {
      #expect((found - wanted).magnitude <= Self.tolerance * wanted, "\(found) and \(wanted), \(comment)")
    }
    // Differences of larger numbers are as near as these are.
    let badDebt = waves.reduce(0) { $0 + $1.badDebt }
    #expect((badDebt - deficit).magnitude <= Self.tolerance * (repaid + deficit), comment)
  }

  /// The cascade of a session sells in the exact pool, wave by wave; the model alone ends at the same price.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `a session's cascade ends where the model does`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let fall = Double(Int.random(in: 1...200, using: &generator)) / 1_000
    let kind = ["calm", "looped", "crowded"][Int(generator.seed % 3)]
    let switches = ["", "careful", "adl", "selling debt"][Int(generator.seed % 4)]
    var session = try ClassroomSession.make()
    #expect(session.output(of: "pool 1000 ETH fee 0.3%; crowd 400 \(kind) seed \(seed)").succeeded)
    let crowd = try #require(session.world.crowd)
    var pool = ConstantProduct(base: 1_000, price: 2_000, fee: 0.003)
    pool.sell(pool.amount(loweringPriceBy: fall))
    let rules = CascadeRules(
      threshold: 0.825, bonus: 0.05, sale: switches == "selling debt" ? .debt : .collateral,
      isCareful: switches == "careful", deleverages: switches == "adl")
    var run = CascadeRun(queue: crowd.queue, pool: pool, rules: rules)
    _ = run.waves()
    let line = "cascade -\((fall * 1_000).rounded() / 10)% \(switches)"
    #expect(session.output(of: line).succeeded, "\(line), \(generator)")
    let price = session.world.marketPrice(of: "ETH").doubleValue
    #expect((price - run.pool.spotPrice).magnitude <= Self.tolerance * price, "\(line), \(generator)")
    #expect(session.world.crowd?.count == run.front.count(of: crowd.queue), "\(line), \(generator)")
  }
}
