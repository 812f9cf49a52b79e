/// The end of a cascade over positions in any order, without sorting them.
///
/// Prices are counted into classes of about a thousandth of their size. A scan of the classes with the price that each
/// would have at worst gives the few classes in which the cascade can end, and a scan at best how far it can reach; only
/// the positions between are sorted. The result is exact: the same positions as one by one.
public enum BucketedCascade {
  /// Classes per doubling of the price: 1,024.
  private static let shift: Int64 = 42
  /// Four halvings of the price after the shock; what lies deeper shares the last class.
  private static let classes = 4_096

  /// The end when every position with a liquidation price at or above the pool's price sells its amount into the pool.
  ///
  /// `pool` is the pool after the shock, without fee. Prices are above 0, and there are as many amounts.
  public static func end(prices: [Double], amounts: [Double], pool: ConstantProduct) -> CascadeEnd {
    precondition(prices.count == amounts.count, "every position has a price and an amount")
    let product = pool.product
    let price = { (sold: Double) in
      let reserve = pool.base + sold
      return product / (reserve * reserve)
    }
    let top = Int64(bitPattern: (product / (pool.base * pool.base)).bitPattern)
    let sums = unsafe prices.withUnsafeBufferPointer { prices in
      unsafe amounts.withUnsafeBufferPointer { amounts in unsafe histogram(prices, amounts, top) }
    }
    // Class 0 is reached by the shock itself, class i holds prices from `edge(i)` up to `edge(i - 1)`.
    let edge = { (index: Int) in Double(bitPattern: UInt64(bitPattern: top - (Int64(index) << shift))) }
    var certain = 0
    var sold = 0.0
    while certain < classes - 1, certain == 0 || edge(certain) >= price(sold) {
      sold += sums[certain]
      certain += 1
    }
    var possible = certain
    var mostSold = sold
    while possible < classes, edge(possible - 1) >= price(mostSold) {
      mostSold += sums[possible]
      possible += 1
    }
    // What is still open lies between these two prices, the upper one included.
    let high = top - (Int64(certain - 1) << shift)
    let low = possible == classes ? -1 : top - (Int64(possible - 1) << shift)
    let (above, open) = unsafe prices.withUnsafeBufferPointer { prices in
      unsafe amounts.withUnsafeBufferPointer { amounts in unsafe gather(prices, amounts, above: high, downTo: low) }
    }
    let rest = LiquidationQueue(prices: open.prices, amounts: open.amounts)
    var count = 0
    while count < rest.count, rest.prices[count] >= price(sold) {
      sold += rest.amounts[count]
      count += 1
    }
    return CascadeEnd(liquidated: above + count, sold: sold, price: price(sold))
  }

  /// What each class has for sale; two sums a class, so that neighbours of one class do not wait for each other.
  private static func histogram(
    _ prices: UnsafeBufferPointer<Double>, _ amounts: UnsafeBufferPointer<Double>, _ top: Int64
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: 2 * classes)
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      let last = Int64(classes - 1)
      var index = 0
      while index + 1 < prices.count {
        let (first, second) = unsafe (place(prices[index], top, last), place(prices[index + 1], top, last))
        unsafe sums[first] += amounts[index]
        unsafe sums[classes + second] += amounts[index + 1]
        index += 2
      }
      if index < prices.count { unsafe sums[place(prices[index], top, last)] += amounts[index] }
      for index in 0..<classes { unsafe sums[index] += sums[classes + index] }
    }
    return sums
  }

  /// The class of a price: 0 above the pool's, then from 1 on.
  @inline(__always) private static func place(_ price: Double, _ top: Int64, _ last: Int64) -> Int {
    let below = ((top &- Int64(bitPattern: price.bitPattern)) &>> shift) &+ 1
    return Int(truncatingIfNeeded: min(max(below, 0), last))
  }

  /// Positions that are looked at together: a whole number of vectors.
  private static let stretch = 64

  /// How many prices are above `high`, and the positions from there down to above `low`, both given as the bits of a price.
  private static func gather(
    _ prices: UnsafeBufferPointer<Double>, _ amounts: UnsafeBufferPointer<Double>, above high: Int64, downTo low: Int64
  ) -> (above: Int, open: (prices: [Double], amounts: [Double])) {
    var above = 0
    var open: (prices: [Double], amounts: [Double]) = ([], [])
    var start = 0
    while start < prices.count {
      let end = min(start + stretch, prices.count)
      let part = unsafe UnsafeBufferPointer(rebasing: prices[start..<end])
      let higher = unsafe count(part, above: high)
      above += higher
      // Most stretches hold nothing that is open.
      if unsafe count(part, above: low) > higher {
        for index in start..<end where unsafe isAbove(low, prices[index]) && !isAbove(high, prices[index]) {
          unsafe open.prices.append(prices[index])
          unsafe open.amounts.append(amounts[index])
        }
      }
      start = end
    }
    return (above, open)
  }

  /// The bits of numbers that are not below 0 order as the numbers do.
  @inline(__always) private static func isAbove(_ bits: Int64, _ price: Double) -> Bool {
    Int64(bitPattern: price.bitPattern) > bits
  }

  /// How many prices are above one given as bits: a sum of signs, so that the loop becomes vector instructions.
  @inline(__always) private static func count(_ prices: UnsafeBufferPointer<Double>, above bits: Int64) -> Int {
    let limit = UInt64(bitPattern: bits)
    var count: UInt64 = 0
    for index in 0..<prices.count { unsafe count &+= (limit &- prices[index].bitPattern) &>> 63 }
    return Int(count)
  }
}
