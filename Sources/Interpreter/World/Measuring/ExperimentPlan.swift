import Behavior
import FixedPoint

/// What a player means to do, written before he does it.
struct ExperimentPlan: Equatable, Sendable {
  var afterWin: Rational
  var afterLoss: Rational
  /// The change of a block's equity at which he means to stay out for the rest of it, such as −30%; nil for none.
  var exit: Rational?
  /// How many of 20 intervals he expects to hold the price; nil where he did not say.
  var hits: Int?

  var command: String {
    let exit = exit.map { " exit \(Display.typedPercent($0))" } ?? ""
    let hits = hits.map { " hits \($0)" } ?? ""
    return "plan after-win \(Display.chosen(afterWin)) after-loss \(Display.chosen(afterLoss))" + exit + hits
  }

  var leverages: LeveragePlan {
    LeveragePlan(leverageAfterWin: afterWin.doubleValue, leverageAfterLoss: afterLoss.doubleValue)
  }

  /// For each round whether the equity of its block has come to the planned exit before it.
  private func isExitDue(in run: GameRun) -> [Bool] {
    guard let exit = exit?.doubleValue else { return run.records.map { _ in false } }
    var isDue = false
    return run.equities.enumerated().map { number, equity in
      if run.schedule.startsBlock(round: number) { isDue = false }
      isDue = isDue || equity.before <= 1 + exit
      return isDue
    }
  }

  /// The records without those rounds in which he stayed out as planned: there was nothing to choose.
  func withoutPlannedExits(_ experiment: Experiment) -> [RoundRecord] {
    experiment.runs.flatMap { run in
      zip(run.records, isExitDue(in: run)).map { record, isDue in
        guard isDue, record.choice.leverage == 0 else { return record }
        // A round without a result before it belongs to no group.
        var left = record
        left.previous = nil
        return left
      }
    }
  }

  /// In how many blocks the equity came to the planned exit with rounds still to play, and in how many of them he left.
  func exits(_ experiment: Experiment) -> (due: Int, taken: Int) {
    experiment.runs.map { run in
      let due = dueBlocks(of: run)
      return (due.count, due.count { firstExit(in: $0, of: run) != nil })
    }.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
  }

  /// The records with planned and actual exits: one for each block in which he left after it had come to the planned exit, at
  /// the round in which he did. Who never left has no actual exit.
  func marked(_ experiment: Experiment) -> [RoundRecord] {
    guard let exit = exit?.doubleValue else { return experiment.records }
    return experiment.runs.flatMap { run -> [RoundRecord] in
      var records = run.records
      let equities = run.equities
      for block in dueBlocks(of: run) {
        guard let left = firstExit(in: block, of: run) else { continue }
        records[left].choice.exit = RoundChoice.Exit(planned: 1 + exit, actual: equities[left].before)
      }
      return records
    }
  }

  /// The rounds of each block from the one on in which the exit was due.
  private func dueBlocks(of run: GameRun) -> [Range<Int>] {
    let isDue = isExitDue(in: run)
    return stride(from: 0, to: isDue.count, by: run.schedule.roundsPerBlock).compactMap { start in
      let end = min(start + run.schedule.roundsPerBlock, isDue.count)
      return (start..<end).first { isDue[$0] }.map { $0..<end }
    }
  }

  private func firstExit(in block: Range<Int>, of run: GameRun) -> Int? {
    block.first { run.records[$0].choice.leverage == 0 }
  }
}
