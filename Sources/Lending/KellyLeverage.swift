/// The leverage with the highest growth in the long run, for returns of constant drift and volatility (Thorp 2006,
/// section 7).
///
/// The leverage is held constant by trading all the time, with no liquidation in the way.
public struct KellyLeverage: Hashable, Sendable {
  /// (drift - riskFree) / volatility^2.
  public let fraction: Double
  /// Growth per year at `fraction`.
  public let growth: Double
  private let riskFree: Double
  private let excess: Double
  private let variance: Double

  /// All are fractions per year; for a loop the drift is that of the asset and the supply rate together, and `riskFree` is
  /// the borrow rate. Throws `divideByZero` without volatility.
  public init(drift: Double, riskFree: Double, volatility: Double) throws(LoopError) {
    guard volatility != 0 else { throw .divideByZero }
    self.riskFree = riskFree
    excess = difference(drift, riskFree)
    variance = volatility * volatility
    fraction = excess / variance
    growth = difference(riskFree, -excess * excess / (2 * variance))
  }

  /// Growth per year at a leverage: riskFree + L (excess - L variance / 2). At twice `fraction` it is that of no leverage.
  public func growth(at leverage: Double) -> Double {
    riskFree + leverage * difference(excess, leverage * variance / 2)
  }

  /// The highest leverage at which the capital does not shrink; nil when it shrinks at every leverage.
  public var breakEven: Double? {
    let square = excess * excess + 2 * variance * riskFree
    guard square >= 0 else { return nil }
    let root = square.squareRoot()
    // Of the two ways to write it, the one in which nothing cancels.
    return excess >= 0 ? (excess + root) / variance : 2 * riskFree / (root - excess)
  }
}
