/// A leverage that is restored before every move, as leveraged tokens do. A loop that is left alone is not one.
public struct ConstantLeverage: Hashable, Sendable {
  public var leverage: Double

  public init(_ leverage: Double) {
    self.leverage = leverage
  }

  /// What volatility takes per year from the logarithm of the return, beside leverage times the asset's own:
  /// -(L^2 - L) / 2 * volatility^2 (Avellaneda and Zhang 2010). `volatility` is a fraction per year.
  public func logDragPerYear(volatility: Double) -> Double {
    -leverage * (leverage - 1) / 2 * volatility * volatility
  }

  /// The return over a list of price moves (fractions): the product of 1 + leverage * move, minus 1; -1 as soon as
  /// one move takes everything.
  public func totalReturn(moves: [Double]) -> Double {
    var value = 1.0
    for move in moves {
      let factor = difference(1, -leverage * move)
      guard factor > 0 else { return -1 }
      value *= factor
    }
    return difference(value, 1)
  }
}
