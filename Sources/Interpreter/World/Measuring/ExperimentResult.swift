import Behavior
import FixedPoint

/// What a way to play came to: the equity at the end of each block, as a multiple of its stake.
struct ExperimentResult: Equatable, Sendable {
  var blocks: [Double]
  var liquidations: Int

  init(_ runs: [GameRun]) {
    blocks = []
    liquidations = 0
    for run in runs {
      for (number, record) in run.records.enumerated() {
        if run.schedule.startsBlock(round: number) { blocks.append(1) }
        guard let outcome = record.outcome(in: run.game) else { continue }
        blocks[blocks.count - 1] *= outcome.equityMultiple
        if outcome.isLiquidated { liquidations += 1 }
      }
    }
  }

  /// As many rounds of the same returns as were played, at a leverage that is chosen anew each round, or once in a block and
  /// then left alone.
  init(leverage: Double, isLeftAlone: Bool, on runs: [GameRun]) {
    self.init(
      runs.map { run in
        var other = GameRun(game: run.game, schedule: run.schedule, part: run.part, returns: run.returns)
        for _ in run.records {
          let chosen = isLeftAlone ? other.passiveLeverage ?? leverage : leverage
          if (try? other.play(RoundChoice(leverage: chosen))) == nil {
            _ = try? other.play(RoundChoice(leverage: 0))
          }
        }
        return other
      })
  }
}
