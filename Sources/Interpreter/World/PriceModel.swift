import FixedPoint
import Simulation

/// How a price is supposed to move, and for how long: what `odds` and its like are told, or suppose by themselves.
struct PriceModel: Equatable, Sendable {
  /// Of which price the drift is the growth rate.
  enum Drift: Equatable, Sendable {
    /// Half of all paths end above the median: the drift of the price's logarithm.
    case median(Rational)
    /// The average over all paths: what the literature calls μ.
    case mean(Rational)
  }

  /// The standard deviation of the price's logarithm in a year, as a fraction; above 0.
  var volatility: Rational
  /// Above 0.
  var days: Rational
  /// Per year, as a fraction, continuously compounded.
  var drift: Drift

  /// What counts where nothing is said: ether's usual volatility, a month, and no trend.
  static let usual = PriceModel(
    volatility: Rational(decimal: "0.8") ?? 1, days: 30, drift: .median(0))

  /// What counts for `simulate` where nothing is said: the work with which simulators of leverage are compared.
  static let simulated = PriceModel(
    volatility: Rational(decimal: "0.75") ?? 1, days: 365, drift: .mean(Rational(decimal: "0.05") ?? 0))

  /// Days in a year, as interest counts them.
  static let daysPerYear = 365.0

  var years: Double { days.doubleValue / Self.daysPerYear }

  var process: GeometricBrownianMotion {
    switch drift {
    case .median(let rate):
      GeometricBrownianMotion(volatility: volatility.doubleValue, logDrift: rate.doubleValue)
    case .mean(let rate):
      GeometricBrownianMotion(volatility: volatility.doubleValue, meanDrift: rate.doubleValue)
    }
  }
}
