/// The chances that a price touches a level, or ends beyond it, within a horizon.
///
/// The level may itself move at a constant rate, as a liquidation price does with interest. The price is watched without a
/// pause. Source of the formulas: the reflection principle with drift (Borodin and Salminen, Handbook of Brownian Motion,
/// part II, 2.1.2.4); for a loop they are the price of a digital option that is paid at the barrier.
public struct FirstPassage: Hashable, Sendable {
  /// How far the logarithm of the price has to fall to the level; below 0 when it is beyond it already.
  public let distance: Double
  /// By how much the distance grows in a year.
  public let drift: Double
  /// Of the price, per year; above 0.
  public let volatility: Double

  public init(distance: Double, drift: Double, volatility: Double) {
    self.distance = distance
    self.drift = drift
    self.volatility = volatility
  }

  /// A level below the price (`ratio` below 1) or above it: level ÷ price. `levelGrowth` is the rate per year at which the
  /// level itself grows, continuously compounded.
  public init(to ratio: Double, of process: GeometricBrownianMotion, levelGrowth: Double = 0) {
    let logarithm = naturalLogarithm(ratio)
    let drift = process.logDrift - levelGrowth
    // A level above is one below in the mirror.
    let isAbove = ratio > 1
    self.init(
      distance: isAbove ? logarithm : -logarithm, drift: isAbove ? -drift : drift, volatility: process.volatility)
  }

  /// The distance in standard deviations of the horizon.
  public func sigmas(years: Double) -> Double { distance / (volatility * years.squareRoot()) }

  /// The chance that the price touches the level at some moment within so many years.
  public func touchProbability(years: Double) -> Double {
    guard distance > 0 else { return 1 }
    guard years > 0 else { return 0 }
    let (end, image) = limits(years: years)
    // Paths that touch and come back, counted by their mirror images behind the level.
    let returning =
      image < 0
      ? NormalDistribution.weightedProbability(below: image, relativeTo: end)
      : imageWeight * NormalDistribution.probability(below: image)
    return min(1, NormalDistribution.probability(below: end) + returning)
  }

  /// The chance that the price is beyond the level when so many years are over.
  public func endProbability(years: Double) -> Double {
    guard years > 0 else { return distance > 0 ? 0 : 1 }
    return NormalDistribution.probability(below: limits(years: years).end)
  }

  /// The chance that the price never touches the level within so many years.
  public func survivalProbability(years: Double) -> Double { 1 - touchProbability(years: years) }

  /// The chance that the price ever touches the level.
  public var touchProbabilityEver: Double {
    distance > 0 && drift > 0 ? imageWeight : 1
  }

  /// What a path to the mirror image counts for: exp(-2 × drift × distance ÷ σ²).
  private var imageWeight: Double { exponential(-2 * drift * distance / (volatility * volatility)) }

  /// The level in standard deviations from where the price is expected to be, and from where its mirror image is.
  private func limits(years: Double) -> (end: Double, image: Double) {
    let sigma = volatility * years.squareRoot()
    return ((-distance - drift * years) / sigma, (-distance + drift * years) / sigma)
  }
}

extension FirstPassage {
  /// The distance that is touched with a stated chance, above 0 and below 1, within so many years.
  ///
  /// The chance falls as the distance grows, so halving finds it to the last bit.
  public static func distance(
    forTouchProbability probability: Double, years: Double, drift: Double, volatility: Double
  ) -> Double {
    let chance = { (distance: Double) in
      FirstPassage(distance: distance, drift: drift, volatility: volatility).touchProbability(years: years)
    }
    var (near, far) = (0.0, volatility * years.squareRoot())
    while chance(far) > probability, far < 1e6 { far *= 2 }
    while true {
      let middle = (near + far) / 2
      guard middle > near, middle < far else { return far }
      if chance(middle) > probability { near = middle } else { far = middle }
    }
  }
}
