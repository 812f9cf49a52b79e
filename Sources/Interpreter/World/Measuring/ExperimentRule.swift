import Behavior
import FixedPoint

/// A rule that a player writes for himself, and what his own rounds would have come to under it.
struct ExperimentRule: Equatable, Sendable {
  /// Never more leverage than this; nil for no limit.
  var most: Rational?
  /// The leverage is changed in the first of so many rounds only; in between the position is left alone.
  var every: Int?
  /// The change of a block's equity at which he stays out for the rest of it; nil for none.
  var exit: Rational?

  var command: String {
    "experiment rule" + (most.map { " at most \(Display.chosen($0))" } ?? "") + (every.map { " every \($0)" } ?? "")
      + (exit.map { " exit \(Display.typedPercent($0))" } ?? "")
  }

  /// The rounds of a part again, on the same returns, with the rule enforced: what was chosen is followed as far as the rule
  /// lets it.
  func replay(_ run: GameRun) -> GameRun {
    var replayed = run.begunAnew
    var hasLeft = false
    for (number, record) in run.records.enumerated() {
      let begins = run.schedule.startsBlock(round: number)
      if begins { hasLeft = false }
      if !begins, let exit, replayed.equity <= 1 + exit.doubleValue { hasLeft = true }
      let mayChange = every.map { (number % run.schedule.roundsPerBlock).isMultiple(of: $0) } ?? true
      var leverage = mayChange ? record.choice.leverage : replayed.passiveLeverage ?? 0
      if mayChange, let most { leverage = min(leverage, most.doubleValue) }
      if hasLeft { leverage = 0 }
      replayed.replay(leverage: leverage)
    }
    return replayed
  }
}
