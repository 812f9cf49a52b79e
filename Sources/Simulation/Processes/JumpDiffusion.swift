/// A price that moves as geometric Brownian motion between jumps.
public struct JumpDiffusion: Hashable, Sendable {
  /// The volatility between jumps, per year; above 0.
  public let diffusiveVolatility: Double
  /// The growth rate of the mean price, jumps included.
  public let meanDrift: Double
  public let jumps: Jumps

  public init(diffusiveVolatility: Double, meanDrift: Double, jumps: Jumps) {
    self.diffusiveVolatility = diffusiveVolatility
    self.meanDrift = meanDrift
    self.jumps = jumps
  }

  /// The variance of the logarithm's change in a year, jumps included.
  public var variance: Double { diffusiveVolatility * diffusiveVolatility + jumps.variance }

  /// Its standard deviation.
  public var volatility: Double { variance.squareRoot() }

  /// The chance that the price ends below `ratio` times today's after so many years.
  ///
  /// Given the number of jumps the logarithm is normal, so it is a mean over that number, which has a Poisson distribution:
  /// from the likeliest number to both sides, until a weight is beyond the last digit. There is no such formula for the
  /// chance of a touch.
  public func terminalProbability(below ratio: Double, years: Double) -> Double {
    let distance = naturalLogarithm(ratio) - logDriftBetweenJumps * years
    let diffusion = diffusiveVolatility * diffusiveVolatility * years
    let expected = jumps.perYear * years
    let likeliest = expected.rounded(.down)
    var (sum, weights) = (0.0, 0.0)
    let add = { (count: Double, weight: Double) in
      let sigma = (diffusion + count * jumps.deviation * jumps.deviation).squareRoot()
      sum += weight * NormalDistribution.probability(below: (distance - count * jumps.mean) / sigma)
      weights += weight
    }
    // The likeliest number has the weight 1, so that none is beyond any number.
    var (count, weight) = (likeliest, 1.0)
    while weight > Self.leastWeight {
      add(count, weight)
      count += 1
      weight *= expected / count
    }
    (count, weight) = (likeliest, 1)
    while count > 0, weight > Self.leastWeight {
      weight *= count / expected
      count -= 1
      add(count, weight)
    }
    return min(1, sum / weights)
  }

  private static let leastWeight = 1e-19

  private var logDriftBetweenJumps: Double {
    meanDrift - diffusiveVolatility * diffusiveVolatility / 2 - jumps.compensator
  }
}
