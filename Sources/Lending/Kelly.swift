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

/// The share of capital to stake on a repeated bet with two outcomes.
public struct KellyBet: Hashable, Sendable {
  /// p - (1 - p) / payoff; negative means that the bet should not be taken.
  public let fraction: Double

  /// `payoff` is won per unit staked. Throws `divideByZero` for a payoff of 0.
  public init(winProbability: Double, payoff: Double) throws(LoopError) {
    guard payoff != 0 else { throw .divideByZero }
    fraction = difference(winProbability, (1 - winProbability) / payoff)
  }
}
