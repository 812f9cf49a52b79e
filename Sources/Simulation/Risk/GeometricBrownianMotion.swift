/// A price whose logarithm moves with a constant drift and a constant volatility, in steps that know nothing of each other.
///
/// It is the usual model and a mild one: real returns have fatter tails, and quiet and wild times follow their own kind,
/// so that chances of large moves within few days come out too small. Drift and volatility are per year, as fractions.
public struct GeometricBrownianMotion: Hashable, Sendable {
  /// The standard deviation of the logarithm's change in a year; above 0.
  public let volatility: Double
  /// The mean of the logarithm's change in a year: the growth rate of the median price.
  public let logDrift: Double

  /// With a logarithmic drift of 0 the price is as likely to end above today's as below.
  public init(volatility: Double, logDrift: Double) {
    self.volatility = volatility
    self.logDrift = logDrift
  }

  /// `meanDrift` is the growth rate of the mean price, E[S] = S₀ exp(meanDrift × years), usually called μ. The median
  /// grows by half the variance less, since the gains of a few paths lift the mean.
  public init(volatility: Double, meanDrift: Double) {
    self.init(volatility: volatility, logDrift: meanDrift - volatility * volatility / 2)
  }

  /// The growth rate of the mean price: μ.
  public var meanDrift: Double { logDrift + volatility * volatility / 2 }

  /// The standard deviation of the logarithm's change in so many years: volatility × √years, one sigma of the horizon.
  public func sigma(years: Double) -> Double { volatility * years.squareRoot() }
}
