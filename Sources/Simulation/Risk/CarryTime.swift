/// How long interest alone takes to liquidate a position whose prices and rates stand still.
public enum CarryTime {
  /// An asset of the position: its value, that of collateral times the liquidation threshold, and its yearly rate.
  public struct Part: Hashable, Sendable {
    public var value: Double
    public var rate: Double

    public init(value: Double, rate: Double) {
      self.value = value
      self.rate = rate
    }
  }

  /// Years until the health factor is 1, with all rates compounded continuously: with one asset on each side
  /// ln(health factor) ÷ (borrow rate − supply rate). 0 when it is 1 or less already; nil when it never comes, or not
  /// within `limit` years.
  public static func years(collateral: [Part], debt: [Part], limit: Double = 1_000) -> Double? {
    guard debt.contains(where: { $0.value > 0 }) else { return nil }
    let isLiquidatable = { (years: Double) in
      grown(collateral, years) <= grown(debt, years)
    }
    if isLiquidatable(0) { return 0 }
    if collateral.count == 1, debt.count == 1 {
      let years = naturalLogarithm(collateral[0].value / debt[0].value) / (debt[0].rate - collateral[0].rate)
      return years > 0 && years <= limit ? years : nil
    }
    // Several rates: the first doubling of the time at which it is so, then halves.
    var high = 1.0 / 365
    while !isLiquidatable(high) {
      guard high < limit else { return nil }
      high = min(high * 2, limit)
    }
    var low = 0.0
    for _ in 0..<200 where low < high {
      let middle = low + (high - low) / 2
      if isLiquidatable(middle) { high = middle } else { low = middle }
    }
    return high
  }

  private static func grown(_ parts: [Part], _ years: Double) -> Double {
    parts.reduce(0) { $0 + $1.value * exponential($1.rate * years) }
  }
}
