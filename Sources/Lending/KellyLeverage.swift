/// The leverage with the highest growth in the long run, for returns of constant drift and volatility (Thorp 2006,
/// section 7).
public struct KellyLeverage: Hashable, Sendable {
  /// (drift - riskFree) / volatility^2.
  public let fraction: Double
  /// Growth per year at `fraction`.
  public let growth: Double

  /// All are fractions per year. Throws `divideByZero` without volatility.
  public init(drift: Double, riskFree: Double, volatility: Double) throws(LoopError) {
    guard volatility != 0 else { throw .divideByZero }
    let excess = difference(drift, riskFree)
    let variance = volatility * volatility
    fraction = excess / variance
    growth = difference(riskFree, -excess * excess / (2 * variance))
  }
}
