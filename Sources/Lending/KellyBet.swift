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
