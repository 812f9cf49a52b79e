import Simulation

/// The smallest difference between two groups of rounds that a test finds with a stated power.
///
/// Rounds that follow no other are in neither group: a game of two blocks of ten has 18, and rarely nine in each.
public struct DetectableDrift: Hashable, Sendable {
  public let firstCount: Int
  public let secondCount: Int
  /// Of one round, in the unit of the drift: standard deviations of a round for the buffer, ln L for leverage.
  public let deviation: Double
  /// The chance to find it.
  public let power: Double
  /// The chance of a finding, in either direction, where there is none.
  public let significance: Double

  /// So many rounds after wins and after losses; both above 0.
  public init(
    firstCount: Int, secondCount: Int, deviation: Double = 0.5, power: Double = 0.8, significance: Double = 0.05
  ) {
    self.firstCount = firstCount
    self.secondCount = secondCount
    self.deviation = deviation
    self.power = power
    self.significance = significance
  }

  /// As many rounds after wins as after losses, or one more.
  public init(rounds: Int, deviation: Double = 0.5, power: Double = 0.8, significance: Double = 0.05) {
    self.init(
      firstCount: rounds - rounds / 2, secondCount: rounds / 2, deviation: deviation, power: power,
      significance: significance)
  }

  /// By the normal approximation, as if the deviation were known: (z(1 - α/2) + z(power)) × deviation × √(1/n + 1/m).
  ///
  /// It is too small where it must be estimated from few rounds: by 6% for 10 and 10, by 7% for 9 and 8.
  public var approximate: Double {
    (NormalDistribution.quantile(1 - significance / 2) + NormalDistribution.quantile(power)) * error
  }

  /// With the deviation estimated from the rounds, by Student's t; nil for fewer than three rounds.
  public var exact: Double? {
    guard firstCount > 0, secondCount > 0, let distribution = StudentTest(freedom: firstCount + secondCount - 2) else {
      return nil
    }
    let limit = distribution.limit(exceededWith: significance / 2)
    return distribution.shift(exceeding: limit, with: power) * error
  }

  /// The standard deviation of the difference between the groups' means.
  private var error: Double { deviation * (1 / Double(firstCount) + 1 / Double(secondCount)).squareRoot() }
}
