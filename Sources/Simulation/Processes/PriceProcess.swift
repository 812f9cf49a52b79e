/// How a price moves by chance, in equal steps: its volatility, its drift, and the shape of its returns.
///
/// Whatever the shape, the volatility is that of all moves together, so that processes of the same volatility can be
/// compared: their months look alike, their worst days do not.
public struct PriceProcess: Hashable, Sendable {
  /// What grows at the stated rate, continuously compounded, per year.
  public enum Drift: Hashable, Sendable {
    /// The mean of the price's logarithm. Where falls and rises are alike, that is the median price.
    case logarithm(Double)
    /// The mean price.
    ///
    /// A Student-t price has no mean, because its largest jumps outweigh their rarity: there it stands for the drift of the
    /// logarithm of a normal price with this mean and volatility.
    case mean(Double)
  }

  public enum Shape: Hashable, Sendable {
    /// Geometric Brownian motion.
    case normal
    /// Geometric Brownian motion with jumps, which take their part of the volatility.
    case jumps(Jumps)
    /// Fat tails: degrees of freedom above 2, infinite for normal ones.
    case student(degrees: Double)
    /// Quiet and wild times. Alpha and beta are those of one step; the start is the volatility that counts at first, per
    /// year, or nil for that of the long run.
    case garch(alpha: Double, beta: Double, start: Double?)
    /// Returns of a real price.
    case resampled(ReturnSample)
  }

  /// The standard deviation of the logarithm's change in a year; above 0.
  public let volatility: Double
  public let drift: Drift
  public let shape: Shape

  /// Nil when the jumps alone have more than the whole volatility.
  public init?(volatility: Double, drift: Drift, shape: Shape = .normal) {
    if case .jumps(let jumps) = shape, jumps.variance > volatility * volatility { return nil }
    self.volatility = volatility
    self.drift = drift
    self.shape = shape
  }

  /// The price as geometric Brownian motion.
  public init(_ process: GeometricBrownianMotion) {
    volatility = process.volatility
    drift = .logarithm(process.logDrift)
    shape = .normal
  }

  /// The volatility between jumps; the whole one where there are none.
  public var diffusiveVolatility: Double {
    guard case .jumps(let jumps) = shape else { return volatility }
    return max(0, volatility * volatility - jumps.variance).squareRoot()
  }

  /// GARCH(1,1) of steps of this length whose long-run variance is that of the volatility; nil for another shape.
  public func garch(stepYears: Double) -> Garch? {
    guard case .garch(let alpha, let beta, _) = shape else { return nil }
    return Garch(omega: volatility * volatility * stepYears * (1 - beta - alpha), alpha: alpha, beta: beta)
  }

  /// The mean of the logarithm's change in a year of steps of this length.
  public func logDrift(stepYears: Double) -> Double {
    switch drift {
    case .logarithm(let rate): rate
    case .mean(let rate): rate - convexity(stepYears: stepYears)
    }
  }

  /// By how much faster the mean price grows than the logarithm, per year; for a Student-t price that of a normal one.
  private func convexity(stepYears: Double) -> Double {
    switch shape {
    case .normal, .student, .garch:
      return volatility * volatility / 2
    case .jumps(let jumps):
      let diffusive = diffusiveVolatility
      return diffusive * diffusive / 2 + jumps.compensator - jumps.perYear * jumps.mean
    case .resampled(let sample):
      return sample.logMeanGrowth(deviation: volatility * stepYears.squareRoot()) / stepYears
    }
  }

  /// The returns of the paths from `path` on, a step at a time.
  func returns(stepYears: Double, seed: UInt64, path: UInt64) -> any StepReturns {
    let drift = logDrift(stepYears: stepYears) * stepYears
    let sigma = volatility * stepYears.squareRoot()
    switch shape {
    case .normal:
      return NormalReturns(drift: drift, sigma: sigma, seed: seed, path: path)
    case .jumps(let jumps):
      let expected = jumps.perYear * stepYears
      return JumpReturns(
        drift: drift - expected * jumps.mean, sigma: diffusiveVolatility * stepYears.squareRoot(), jumps: jumps,
        expected: expected, seed: seed, path: path)
    case .student(let degrees):
      return StudentReturns(drift: drift, sigma: sigma, degrees: degrees, seed: seed, path: path)
    case .garch(let alpha, let beta, let start):
      let variance = (start ?? volatility) * (start ?? volatility) * stepYears
      let garch = garch(stepYears: stepYears) ?? Garch(omega: variance, alpha: alpha, beta: beta)
      guard case .mean(let rate) = self.drift else {
        return GarchReturns(
          drift: drift, keepsMean: false, garch: garch, startVariance: variance, seed: seed, path: path)
      }
      return GarchReturns(
        drift: rate * stepYears, keepsMean: true, garch: garch, startVariance: variance, seed: seed, path: path)
    case .resampled(let sample):
      return ResampledReturns(drift: drift, sigma: sigma, sample: sample, seed: seed, path: path)
    }
  }
}
