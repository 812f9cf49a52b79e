/// Two prices, as ratios to the price before a round, between which its result is said to lie.
public struct PriceInterval: Hashable, Sendable {
  public let low: Double
  public let high: Double

  /// Nil unless both are above 0 and finite, and `low` is not above `high`.
  public init?(low: Double, high: Double) {
    guard low > 0, low <= high, high < .infinity else { return nil }
    self.init(uncheckedFrom: low, to: high)
  }

  init(uncheckedFrom low: Double, to high: Double) {
    self.low = low
    self.high = high
  }

  /// Whether a price lies in it, ends included.
  public func contains(_ price: Double) -> Bool { low <= price && price <= high }

  /// How far a price lies outside; 0 within.
  public func distance(to price: Double) -> Double { max(low - price, price - high, 0) }
}
