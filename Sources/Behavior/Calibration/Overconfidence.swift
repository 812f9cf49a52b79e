import Simulation

/// What it means for a volatility that intervals hold the truth less often than they should.
public struct Overconfidence: Hashable, Sendable {
  /// What the intervals were asked for; above 0 and below 1.
  public let confidence: Double
  /// The share of them that held the truth; above 0 and below 1.
  public let hitShare: Double

  public init(confidence: Double = 0.9, hitShare: Double) {
    self.confidence = confidence
    self.hitShare = hitShare
  }

  /// The believed volatility as a share of the true one, for normal returns and intervals around their middle: the
  /// interval reaches z(hit share) true deviations and was meant to reach z(confidence).
  public var volatilityRatio: Double { Self.reach(hitShare) / Self.reach(confidence) }

  /// How many true deviations a buffer has that is believed to have so many.
  public func trueSigmas(ofBelieved sigmas: Double) -> Double { sigmas * volatilityRatio }

  /// By how much the growth-optimal leverage is overstated, which is drift ÷ volatility².
  public var kellyOverstatement: Double { 1 / (volatilityRatio * volatilityRatio) }

  private static func reach(_ share: Double) -> Double { NormalDistribution.quantile(0.5 + share / 2) }
}
