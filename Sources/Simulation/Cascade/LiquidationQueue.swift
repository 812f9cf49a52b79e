/// Positions in the order in which a falling price reaches them: the highest liquidation price first.
///
/// Each has an amount that is sold when it is liquidated. Of equal prices the one that was given first comes first.
public struct LiquidationQueue: Equatable, Sendable {
  /// The most positions that a queue is meant for; more would not fit into a gibibyte.
  public static let mostPositions = 10_000_000

  /// The liquidation prices from the highest on.
  public let prices: [Double]
  /// What each position has for sale.
  public let amounts: [Double]
  /// What the positions before each have for sale together; one more than there are positions, from 0 on.
  public let sums: [Double]

  /// Orders positions; prices and amounts are finite and not below 0, and there are as many of both.
  public init(prices: [Double], amounts: [Double]) {
    precondition(prices.count == amounts.count, "every position has a price and an amount")
    (self.prices, self.amounts) = DescendingOrder.ordered(prices, amounts)
    var sums: [Double] = []
    sums.reserveCapacity(amounts.count + 1)
    var sum = 0.0
    sums.append(sum)
    for amount in self.amounts {
      sum += amount
      sums.append(sum)
    }
    self.sums = sums
  }

  public var count: Int { prices.count }

  /// What all positions have for sale.
  public var total: Double { sums[prices.count] }

  /// How many positions have a liquidation price at or above a price, by halving; the first `start` are known to have.
  public func count(atOrAbove price: Double, from start: Int = 0) -> Int {
    var (low, high) = (start, prices.count)
    while low < high {
      let middle = low + (high - low) / 2
      if prices[middle] >= price { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What the positions of a range have for sale.
  public func amount(of range: Range<Int>) -> Double { sums[range.upperBound] - sums[range.lowerBound] }

  /// What the positions with a liquidation price in a range have for sale.
  public func amount(pricedIn range: Range<Double>) -> Double {
    let first = count(atOrAbove: range.upperBound)
    return amount(of: first..<count(atOrAbove: range.lowerBound, from: first))
  }
}
