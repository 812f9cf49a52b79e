import TestSupport
import Testing

@testable import Simulation

/// One end, found in several ways.
struct CascadeEndTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `one by one, in waves, by classes and by the index it is the same`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let population = Population.random(&generator)
    let (pool, queue) = (
      population.pool, LiquidationQueue(prices: population.prices, amounts: population.amounts)
    )
    let end = queue.cascade(sellingInto: pool)

    var run = CascadeRun(queue: queue, pool: pool, rules: CascadeRules(threshold: 0.8, bonus: 0.05))
    let waves = run.waves()
    #expect(waves.reduce(0) { $0 + $1.liquidated } == end.liquidated, "\(generator)")
    #expect(run.pool.spotPrice.isNear(end.price), "\(generator)")

    for other in [
      ShockIndex(queue, product: pool.product).end(fromPrice: pool.spotPrice),
      BucketedCascade.end(prices: population.prices, amounts: population.amounts, pool: pool),
    ] {
      #expect(other.liquidated == end.liquidated, "\(generator)")
      #expect(other.price.isNear(end.price) && other.sold.isNear(end.sold), "\(generator)")
    }
  }

  /// What a program in C finds for the same positions.
  @Test func `the stated population ends where others say`() {
    let population = Population.stated(100_000)
    let end = BucketedCascade.end(prices: population.prices, amounts: population.amounts, pool: population.pool)
    #expect(end.liquidated == 43_032)
    #expect(end.price.isNear(1_571.387_918_467_02, within: 1e-11))
    #expect(end.sold.isNear(132_762.351_454_431, within: 1e-11))
  }

  @Test func `prices far below the others are sorted and not lost`() {
    let prices = [1_999.0] + (1...500).map { 1_000 / Double($0 * $0) }
    let amounts = prices.map { $0 > 1_500 ? 90_000.0 : 1 }
    var pool = ConstantProduct(base: 100, price: 2_000)
    pool.sell(1)
    let end = BucketedCascade.end(prices: prices, amounts: amounts, pool: pool)
    let queue = LiquidationQueue(prices: prices, amounts: amounts)
    #expect(end.liquidated == queue.cascade(sellingInto: pool).liquidated)
    #expect(end.liquidated > 500)
  }

  @Test func `every bit is the same on every machine`() {
    let population = Population.stated(20_000)
    let end = BucketedCascade.end(prices: population.prices, amounts: population.amounts, pool: population.pool)
    #expect(end.price == 1_574.0431899526218)
    #expect(end.sold == 25_824.996870087823)
  }
}
