import Behavior
import FixedPoint

/// What the rounds of an experiment are like; it never changes while one is played.
struct ExperimentTerms: Hashable, Sendable {
  /// The rounds of each of the two parts: an even number, since each part has two blocks.
  var rounds = 20
  var seed: UInt64 = 1
  /// Per year.
  var volatility = Self.usualVolatility
  /// The growth of the mean price per year.
  var drift = Self.usualDrift

  static let usualVolatility = Rational(percent: 80)
  static let usualDrift = Rational(percent: 96)
  static let roundsAllowed = 4...200
  /// The price of ETH at the beginning of each part, in dollars.
  static let startingPrice = 2_000.0
  /// What the player has at the beginning of each block, in dollars.
  static let stake = 10_000.0
  /// The highest leverage that the protocol lends: 1 ÷ (1 − 80%).
  static let highestLeverage = Rational(5)

  var command: String {
    "experiment start rounds \(rounds) seed \(seed) vol \(Display.typedPercent(volatility)) drift \(Display.typedPercent(drift))"
  }

  /// A week, with the classroom's liquidation threshold and bonus.
  var game: LeverageGame {
    LeverageGame(
      volatility: volatility.doubleValue, drift: drift.doubleValue, maximumLeverage: Self.highestLeverage.doubleValue)
  }

  var schedule: GameSchedule { GameSchedule(blocks: 2, roundsPerBlock: rounds / 2) }

  func run(_ part: GameSchedule.Part) -> GameRun {
    GameRun(game: game, schedule: schedule, part: part, seed: seed)
  }
}

extension Rational {
  fileprivate init(percent: Int) { self = (try? Rational(percent) / 100) ?? 0 }
}
