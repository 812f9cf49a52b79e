import TestSupport
import Testing

@testable import Simulation

/// Closed forms beside cascades of many small positions.
struct CascadeFormsTests {
  @Test func `an even density ends where many small positions do`() {
    let pool = ConstantProduct(base: 1_000, price: 1_800)
    let form = CascadeForms.cascade(in: pool, density: 0.2, highest: 2_000)
    let count = 200_000
    let step = 2_000 / Double(count)
    let queue = LiquidationQueue(
      prices: (0..<count).map { (Double($0) + 0.5) * step }, amounts: [Double](repeating: 0.2 * step, count: count))
    let end = queue.cascade(sellingInto: pool)
    #expect(end.price.isNear(form.price, within: 1e-4) && end.sold.isNear(form.sold, within: 1e-3))
  }

  @Test func `nobody is reached above the highest price`() {
    let pool = ConstantProduct(base: 1_000, price: 1_800)
    #expect(CascadeForms.cascade(in: pool, density: 0.2, highest: 1_700) == (pool.spotPrice, 0))
    #expect(CascadeForms.price(afterShockTo: 1_800, impact: 0.1, density: 1, highest: 1_700) == 1_800)
  }

  @Test func `a sale that causes as large a one never ends`() {
    #expect(CascadeForms.amplification(impact: 0.02, density: 50) == .infinity)
    #expect(CascadeForms.price(afterShockTo: 1_800, impact: 0.02, density: 50, highest: 1_900) == -.infinity)
  }

  @Test(arguments: [0, 0.003])
  func `a sale that lowers the price by a share does so`(fee: Double) {
    for share in [1e-9, 0.01, 0.5, 0.999] {
      var pool = ConstantProduct(base: 1_000, price: 2_000, fee: fee)
      pool.sell(pool.amount(loweringPriceBy: share))
      #expect((1 - pool.spotPrice / 2_000).isNear(share, within: 1e-6))
    }
  }
}
