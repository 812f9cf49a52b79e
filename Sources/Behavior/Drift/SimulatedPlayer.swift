import Simulation

/// A player whose habit is known, to see what a verdict says of him.
public struct SimulatedPlayer: Hashable, Sendable {
  /// How the leverage follows from the round before. A drift is a difference of ln L.
  public enum Habit: Hashable, Sendable {
    /// Keeps the leverage that the position has by itself; after a liquidation and in a new block he starts again.
    case inert
    /// Chooses the same leverage in each round.
    case flat
    /// Chooses more than the flat player after wins and less after losses, so that R is the drift.
    case houseMoney(drift: Double)
    /// Adds to the leverage that the position has by itself after losses and takes off after wins, so that -A is the drift.
    case lossChasing(drift: Double)
    /// Goes up and down in long waves, whatever the results: keeps so large a part of the distance that he had from his
    /// usual leverage the round before.
    case wandering(persistence: Double)
  }

  public let habit: Habit
  /// With which a block starts; above 0.
  public let leverage: Double
  /// The standard deviation of ln L that is due to nothing.
  public let noise: Double

  public init(_ habit: Habit, leverage: Double = 1.5, noise: Double) {
    self.habit = habit
    self.leverage = leverage
    self.noise = noise
  }

  /// The records of a whole run. What he chooses follows from the seed and the run; a leverage that the game refuses
  /// becomes the highest that it allows.
  public func records(playing run: GameRun, seed: UInt64) -> [RoundRecord] {
    var run = run
    var random = RandomNumbers(seed: seed)
    while !run.isOver {
      let logarithm = aim(in: run) + noise * random.normal()
      let chosen = min(exponential(logarithm), run.game.highestLeverage)
      // Nothing is left to be refused, so the loop comes to its end.
      guard (try? run.play(RoundChoice(leverage: chosen))) != nil else { break }
    }
    return run.records
  }

  /// The mean of ln L in the next round.
  private func aim(in run: GameRun) -> Double {
    let own = naturalLogarithm(leverage)
    let passive = run.passiveLeverage.map(naturalLogarithm) ?? own
    // Half of a drift after wins and half after losses.
    let direction = run.previous.map { $0.result == .win ? 0.5 : -0.5 } ?? 0
    return switch habit {
    case .inert: passive
    case .flat: own
    case .houseMoney(let drift): own + direction * drift
    case .lossChasing(let drift): passive - direction * drift
    case .wandering(let persistence):
      own + persistence * (run.records.last.map { naturalLogarithm($0.choice.leverage) - own } ?? 0)
    }
  }
}
