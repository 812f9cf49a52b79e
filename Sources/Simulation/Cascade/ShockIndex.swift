/// A queue beside a pool of a known product, prepared to answer for any shock by halving.
///
/// After the first j sales the pool holds x + Q of the asset, with x its reserve after the shock. The cascade stops there
/// when √(k / p) - Q > x for the next price p in the queue, and so at the first j at which the running maximum of the left
/// side exceeds x: neither the sums Q nor that maximum depend on the shock.
public struct ShockIndex: Sendable {
  private let queue: LiquidationQueue
  private let product: Double
  /// For each place of the queue the largest reserve after the shock with which some position up to it still stands.
  private let limits: [Double]

  /// Prepares a queue for a pool without fee whose product of reserves is `product`.
  public init(_ queue: LiquidationQueue, product: Double) {
    self.queue = queue
    self.product = product
    var limits = [Double](repeating: 0, count: queue.count)
    for index in 0..<queue.count { limits[index] = (product / queue.prices[index]).squareRoot() - queue.sums[index] }
    var highest = -Double.infinity
    for index in 0..<queue.count {
      highest = max(highest, limits[index])
      limits[index] = highest
    }
    self.limits = limits
  }

  /// The end of the cascade that begins when a shock has brought the pool to a price.
  public func end(fromPrice price: Double) -> CascadeEnd {
    let reserve = (product / price).squareRoot()
    var (low, high) = (0, limits.count)
    while low < high {
      let middle = low + (high - low) / 2
      if limits[middle] > reserve { high = middle } else { low = middle + 1 }
    }
    let after = reserve + queue.sums[low]
    return CascadeEnd(
      liquidated: low, sold: queue.sums[low], price: low == 0 ? price : product / (after * after))
  }
}
