/// Sorts positions by price with counting passes over the bits, whose time grows with their number alone.
enum DescendingOrder {
  private static let bitsPerPass = 11
  private static let buckets = 1 << bitsPerPass
  /// Below this many positions the passes are not worth their tables.
  private static let few = 256

  /// Prices from the highest on with their amounts; equal prices stay in their order. No price is below 0.
  static func ordered(_ prices: [Double], _ amounts: [Double]) -> ([Double], [Double]) {
    guard prices.count > few else {
      // The library's sort does not promise to keep the order of equals.
      let order = prices.indices.sorted { prices[$0] != prices[$1] ? prices[$0] > prices[$1] : $0 < $1 }
      return (order.map { prices[$0] }, order.map { amounts[$0] })
    }
    var (fromPrices, fromAmounts) = (prices, amounts)
    var (toPrices, toAmounts) = (prices, amounts)
    for pass in 0..<(64 + bitsPerPass - 1) / bitsPerPass {
      let shift = UInt64(pass * bitsPerPass)
      var starts = counts(fromPrices, shift)
      // Where all prices agree there is nothing to move.
      if starts.contains(prices.count) { continue }
      var start = 0
      for bucket in stride(from: buckets - 1, through: 0, by: -1) {
        let count = starts[bucket]
        starts[bucket] = start
        start += count
      }
      move(fromPrices, fromAmounts, &toPrices, &toAmounts, &starts, shift)
      swap(&fromPrices, &toPrices)
      swap(&fromAmounts, &toAmounts)
    }
    return (fromPrices, fromAmounts)
  }

  /// The bits of a number that is not below 0 order as the number does.
  @inline(__always) private static func bucket(_ price: Double, _ shift: UInt64) -> Int {
    Int((price.bitPattern &>> shift) & UInt64(buckets - 1))
  }

  private static func counts(_ prices: [Double], _ shift: UInt64) -> [Int] {
    var counts = [Int](repeating: 0, count: buckets)
    for price in prices { counts[bucket(price, shift)] += 1 }
    return counts
  }

  private static func move(
    _ prices: [Double], _ amounts: [Double], _ toPrices: inout [Double], _ toAmounts: inout [Double],
    _ places: inout [Int], _ shift: UInt64
  ) {
    for index in prices.indices {
      let price = prices[index]
      let bucket = bucket(price, shift)
      let place = places[bucket]
      places[bucket] = place + 1
      toPrices[place] = price
      toAmounts[place] = amounts[index]
    }
  }
}
