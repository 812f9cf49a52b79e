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

/// A rule that pulls a leverage back towards a target in steps and never leaves a band.
public struct LeverageBand: Hashable, Sendable {
  public var target: Double
  public var lowest: Double
  public var highest: Double
  /// The share of the gap to the target that a step closes, 0 to 1.
  public var speed: Double

  public init(target: Double, lowest: Double, highest: Double, speed: Double) {
    self.target = target
    self.lowest = lowest
    self.highest = highest
    self.speed = speed
  }

  /// The leverage after a step from `current`.
  public func rebalanced(_ current: Double) -> Double {
    max(lowest, min(highest, current * (1 - speed) + target * speed))
  }
}
