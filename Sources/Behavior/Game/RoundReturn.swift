import Simulation

/// What the price does in a round.
public struct RoundReturn: Hashable, Sendable {
  /// The logarithm of the price at the end, as a ratio to the price before.
  public let end: Double
  /// The logarithm of the lowest price on the way; neither above `end` nor above 0.
  public let lowest: Double

  /// A lowest price above the start or the end counts as the lower of these.
  public init(end: Double, lowest: Double) {
    self.end = end
    self.lowest = min(lowest, end, 0)
  }

  /// The lowest price as a uniform number from 0 to 1 gives it, exactly: that of a Brownian bridge from 0 to `end` with
  /// standard deviation `sigma` of the round is below m with the chance exp(-2 m (m - end) ÷ σ²), so it is
  /// (end - √(end² - 2 σ² ln u)) ÷ 2.
  public init(end: Double, sigma: Double, uniform: Double) {
    let root = (end * end - 2 * sigma * sigma * naturalLogarithm(uniform)).squareRoot()
    self.init(end: end, lowest: (end - root) / 2)
  }

  /// The price at the end as a ratio to the price before.
  public var priceRatio: Double { exponential(end) }
}
