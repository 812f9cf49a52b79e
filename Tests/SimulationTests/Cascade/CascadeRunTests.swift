import TestSupport
import Testing

@testable import Simulation

struct CascadeRunTests {
  private static let four = LiquidationQueue(prices: [1_900, 1_800, 1_650, 1_450], amounts: [40, 40, 40, 40])
  private static let rules = CascadeRules(threshold: 0.825, bonus: 0.05)

  private static func pool(_ depth: Double = 1_000, selling amount: Double) -> ConstantProduct {
    var pool = ConstantProduct(base: depth, price: 2_000)
    pool.sell(amount)
    return pool
  }

  @Test func `a sale of 26 sets off three of four liquidations`() {
    var run = CascadeRun(queue: Self.four, pool: Self.pool(selling: 26), rules: Self.rules)
    #expect(run.pool.spotPrice.rounded() == 1_900)
    var prices: [Double] = []
    while run.next() != nil { prices.append(run.pool.spotPrice.rounded()) }
    #expect(prices == [1_760, 1_635, 1_523])
    #expect(run.front.count(of: run.queue) == 1)
  }

  @Test func `in a pool five times as deep it stops behind the first`() {
    var pool = ConstantProduct(base: 5_000, price: 2_000)
    pool.sell(pool.amount(loweringPriceBy: 0.05))
    var run = CascadeRun(queue: Self.four, pool: pool, rules: Self.rules)
    #expect(run.waves().map(\.liquidated) == [1])
    #expect(run.pool.spotPrice.rounded() == 1_871)
  }

  @Test func `a liquidator's slippage is what it costs him`() {
    let pool = ConstantProduct(base: 1_000, price: 2_000)
    #expect(pool.largestSale(within: 0.05).isNear(50))
    let percents = [20.0, 60, 100].map { (pool.slippage(selling: $0) * 10_000).rounded() / 100 }
    #expect(percents == [1.96, 5.66, 9.09])
    let costly = ConstantProduct(base: 1_000, price: 2_000, fee: 0.05)
    #expect(costly.largestSale(within: 0.05) == 0)
  }

  @Test(arguments: [(49.0, 1, 0), (51.0, 0, 1)])
  func `careful liquidators take what pays`(size: Double, liquidated: Int, waiting: Int) {
    let queue = LiquidationQueue(prices: [1_900], amounts: [size])
    let rules = CascadeRules(threshold: 0.825, bonus: 0.05, isCareful: true)
    let pool = ConstantProduct(base: 1_000, price: 1_890)
    var front = CascadeFront()
    let wave = front.advance(through: queue, at: pool.spotPrice, selling: pool, rules: rules)
    #expect(wave.liquidated == liquidated && wave.waiting == waiting)
    #expect(front.waiting.count == waiting)
  }

  @Test func `who waits is liquidated once it pays, and is safe when the price is back`() {
    let queue = LiquidationQueue(prices: [1_900, 1_890], amounts: [60, 10])
    let rules = CascadeRules(threshold: 0.825, bonus: 0.05, isCareful: true)
    var front = CascadeFront()
    let thin = ConstantProduct(base: 1_000, price: 1_880)
    #expect(front.advance(through: queue, at: 1_880, selling: thin, rules: rules).liquidated == 1)
    #expect(front.waiting == [0])
    let deep = ConstantProduct(base: 10_000, price: 1_895)
    var later = front
    #expect(later.advance(through: queue, at: 1_895, selling: deep, rules: rules).liquidated == 1)
    #expect(later.count(of: queue) == 0)
    #expect(front.advance(through: queue, at: 1_950, selling: deep, rules: rules).liquidated == 0)
    #expect(front.waiting == [0])
  }

  @Test func `deleveraging closes without a sale what does not pay`() {
    let queue = LiquidationQueue(prices: [1_900, 1_895], amounts: [60, 20])
    let rules = CascadeRules(threshold: 0.825, bonus: 0.05, deleverages: true)
    var run = CascadeRun(queue: queue, pool: ConstantProduct(base: 1_000, price: 1_890), rules: rules)
    let waves = run.waves()
    #expect(waves.map(\.deleveraged) == [1] && waves.map(\.liquidated) == [2] && waves.map(\.sold) == [20])
    #expect(waves[0].handedOver.isNear(0.825 * 1_900 * 60 / 1_890))
    #expect(run.front.count(of: queue) == 0)
  }

  @Test func `a circuit breaker halts behind the wave that passes it`() {
    var run = CascadeRun(
      queue: Self.four, pool: Self.pool(selling: 26), rules: Self.rules, halt: 0.85 * 2_000)
    #expect(run.waves().count == 2)
    let left = run.front.exposed(in: run.queue, at: run.pool.spotPrice, rules: Self.rules)
    #expect(left.count == 1 && left.amount == 40 && left.shortfall == 0)
  }

  /// 10 for sale at 1,900 are 15,675 of debt; at 1,500 they are worth 15,000, of which the bonus leaves 14,285.71.
  @Test func `a gap in the price leaves bad debt`() {
    let queue = LiquidationQueue(prices: [1_900], amounts: [10])
    for sale in [CascadeRules.Sale.collateral, .debt] {
      var front = CascadeFront()
      let rules = CascadeRules(threshold: 0.825, bonus: 0.05, sale: sale)
      let wave = front.advance(
        through: queue, at: 1_500, selling: ConstantProduct(base: 1_000, price: 1_500), rules: rules)
      #expect(wave.sold == 10 && wave.repaid.isNear(15_000 / 1.05))
      #expect(wave.badDebt.isNear(15_675 - 15_000 / 1.05))
    }
  }

  @Test func `selling the debt leaves the borrower the rest`() {
    let queue = LiquidationQueue(prices: [1_900], amounts: [10])
    var front = CascadeFront()
    let rules = CascadeRules(threshold: 0.825, bonus: 0.05, sale: .debt)
    let wave = front.advance(
      through: queue, at: 1_890, selling: ConstantProduct(base: 1_000, price: 1_890), rules: rules)
    #expect(wave.repaid.isNear(15_675) && wave.badDebt == 0)
    #expect(wave.sold.isNear(15_675 * 1.05 / 1_890))
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `switches never make more liquidations than there are`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let population = Population.random(&generator)
    let queue = LiquidationQueue(prices: population.prices, amounts: population.amounts)
    func end(_ rules: CascadeRules, halt: Double = 0) -> (price: Double, liquidated: Int) {
      var run = CascadeRun(queue: queue, pool: population.pool, rules: rules, halt: halt)
      let liquidated = run.waves().reduce(0) { $0 + $1.liquidated }
      #expect(liquidated + run.front.count(of: queue) == queue.count, "\(generator)")
      return (run.pool.spotPrice, liquidated)
    }
    let plain = end(CascadeRules(threshold: 0.8, bonus: 0.05))
    let others = [
      end(CascadeRules(threshold: 0.8, bonus: 0.05, isCareful: true)),
      end(CascadeRules(threshold: 0.8, bonus: 0.05, deleverages: true)),
      end(CascadeRules(threshold: 0.8, bonus: 0.05, sale: .debt)),
      end(CascadeRules(threshold: 0.8, bonus: 0.05), halt: 1_500),
    ]
    for other in others {
      #expect(other.price >= plain.price * (1 - 1e-12) && other.liquidated <= plain.liquidated, "\(generator)")
    }
  }
}
