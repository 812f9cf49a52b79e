/// Jumps of a price: at random moments the logarithm changes at once by a normal amount (Merton, Option pricing when
/// underlying stock returns are discontinuous, 1976).
public struct Jumps: Hashable, Sendable {
  /// How many come in a year on average; 0 for none.
  public let perYear: Double
  /// The mean of a jump's logarithm: ln 0.9 is a fall by 10%.
  public let mean: Double
  /// The standard deviation of a jump's logarithm.
  public let deviation: Double

  public init(perYear: Double, mean: Double, deviation: Double) {
    self.perYear = perYear
    self.mean = mean
    self.deviation = deviation
  }

  /// What the jumps of a year add to the variance of the price's logarithm.
  public var variance: Double { perYear * (mean * mean + deviation * deviation) }

  /// By how much the jumps of a year lift the mean price, as a rate: the number of jumps × (e^(mean + deviation²/2) - 1).
  public var compensator: Double { perYear * laneExponentialLessOne(mean + deviation * deviation / 2) }
}
