/// Where a cascade comes to rest: the least fall at which nobody is left below his liquidation price.
///
/// Sales in waves and one by one lead to the same end, because a sale never raises the price (the least fixed point of a
/// monotone map: Tarski, A lattice-theoretical fixpoint theorem and its applications, 1955).
public struct CascadeEnd: Hashable, Sendable {
  /// How many positions of the queue were liquidated, from its beginning on.
  public let liquidated: Int
  /// What they sold: tokens, or dollars that they took out.
  public let sold: Double
  /// The price at the end.
  public let price: Double
}

extension LiquidationQueue {
  /// The end of a cascade in which each liquidated position sells its amount, in tokens, into a pool without fee.
  ///
  /// `pool` is the pool after the shock. The time grows with the number of liquidated positions; `ShockIndex` answers for
  /// many shocks.
  public func cascade(sellingInto pool: ConstantProduct) -> CascadeEnd {
    let product = pool.product
    var count = 0
    var reserve = pool.base
    while count < prices.count, prices[count] >= product / (reserve * reserve) {
      count += 1
      reserve = pool.base + sums[count]
    }
    return CascadeEnd(liquidated: count, sold: sums[count], price: product / (reserve * reserve))
  }

  /// The end of a cascade in which each liquidated position's amount is taken out of the pool in dollars: liquidators sell
  /// just as much collateral as gives them debt and bonus.
  ///
  /// `pool` is the pool after the shock, without fee. It is exhausted, and the price 0, when more is taken than it holds.
  public func cascade(takingFrom pool: ConstantProduct) -> CascadeEnd {
    let product = pool.product
    let price = { (taken: Double) in
      let left = max(0, pool.quote - taken)
      return left * left / product
    }
    var count = 0
    while count < prices.count, prices[count] >= price(sums[count]) { count += 1 }
    return CascadeEnd(liquidated: count, sold: sums[count], price: price(sums[count]))
  }
}
