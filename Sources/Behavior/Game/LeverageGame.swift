public import Simulation

/// A game of rounds in each of which the player chooses a leverage and the price moves by chance.
///
/// The odds are stated and never change, so the best choice does not depend on how the last round went. The price is
/// watched without a pause; a touch of the liquidation price closes the whole position there.
public struct LeverageGame: Hashable, Sendable {
  /// Of the price, per year, as a fraction; above 0.
  public let volatility: Double
  /// The growth rate of the mean price, per year, as a fraction.
  public let drift: Double
  /// A fraction above 0 and below 1.
  public let liquidationThreshold: Double
  /// What a liquidation costs, as a fraction of the debt.
  public let penalty: Double
  /// Above 0. A week is seven of 365 days.
  public let roundsPerYear: Double
  /// The most that a player may choose, 1 ÷ (1 - maximum LTV) where the protocol lends that much. A position that is left
  /// alone may come to more.
  public let maximumLeverage: Double

  public init(
    volatility: Double = 0.8, drift: Double = 0.96, liquidationThreshold: Double = 0.825, penalty: Double = 0.05,
    roundsPerYear: Double = 365.0 / 7, maximumLeverage: Double = .infinity
  ) {
    self.volatility = volatility
    self.drift = drift
    self.liquidationThreshold = liquidationThreshold
    self.penalty = penalty
    self.roundsPerYear = roundsPerYear
    self.maximumLeverage = maximumLeverage
  }

  /// How the price moves: the logarithm's drift is drift - volatility² ÷ 2.
  public var process: GeometricBrownianMotion {
    GeometricBrownianMotion(volatility: volatility, meanDrift: drift)
  }

  /// In years.
  public var roundLength: Double { 1 / roundsPerYear }

  /// The standard deviation of the price's logarithm in a round: one sigma.
  public var sigma: Double { process.sigma(years: roundLength) }

  /// The mean of the logarithm's change in a round.
  public var meanLogReturn: Double { process.logDrift * roundLength }

  /// From this leverage on a position is liquidated as soon as it is opened: 1 ÷ (1 - liquidation threshold).
  public var leverageLimit: Double { 1 / (1 - liquidationThreshold) }

  /// The prices after a round, as ratios to the price before, between which the result lies with this chance, and with
  /// equal chances below and above.
  public func interval(confidence: Double) -> PriceInterval {
    let reach = NormalDistribution.quantile(0.5 + confidence / 2) * sigma
    return PriceInterval(uncheckedFrom: exponential(meanLogReturn - reach), to: exponential(meanLogReturn + reach))
  }

  /// A round with this leverage.
  public func round(at leverage: Double) throws(LeverageGameError) -> LeveragedRound {
    try LeveragedRound(game: self, leverage: leverage)
  }
}
