import Behavior
import FixedPoint

/// What a way to play came to: the equity at the end of each block, as a multiple of its stake.
struct ExperimentResult: Equatable, Sendable {
  var blocks: [Double]
  var liquidations: Int

  init(_ runs: [GameRun]) {
    blocks = runs.flatMap { run in
      let equities = run.equities
      return stride(from: 0, to: equities.count, by: run.schedule.roundsPerBlock).map { start in
        equities[min(start + run.schedule.roundsPerBlock, equities.count) - 1].after
      }
    }
    liquidations = runs.reduce(0) { sum, run in
      sum + run.records.count { $0.outcome(in: run.game)?.isLiquidated ?? false }
    }
  }

  /// As many rounds of the same returns as were played, at a leverage that is chosen anew each round, or once in a block and
  /// then left alone.
  init(leverage: Double, isLeftAlone: Bool, on runs: [GameRun]) {
    self.init(
      runs.map { run in
        var other = run.begunAnew
        for _ in run.records {
          other.replay(leverage: isLeftAlone ? other.passiveLeverage ?? leverage : leverage)
        }
        return other
      })
  }
}
