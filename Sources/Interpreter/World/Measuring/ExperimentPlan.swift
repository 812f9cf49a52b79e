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

  /// The records with planned and actual exits: one for each block whose equity came to the planned exit, at the round in
  /// which he left, or at the last of a block in which he stayed.
  func marked(_ experiment: Experiment) -> [RoundRecord] {
    guard let exit = exit?.doubleValue else { return experiment.records }
    return experiment.runs.flatMap { run -> [RoundRecord] in
      var records = run.records
      let (equities, isDue, size) = (run.equities, isExitDue(in: run), run.schedule.roundsPerBlock)
      for start in stride(from: 0, to: records.count, by: size) {
        let block = start..<min(start + size, records.count)
        let left = block.first { isDue[$0] && records[$0].choice.leverage == 0 }
        let last = start + size - 1
        if let left {
          records[left].choice.exit = RoundChoice.Exit(planned: 1 + exit, actual: equities[left].before)
        } else if block.contains(last), isDue[last] {
          records[last].choice.exit = RoundChoice.Exit(planned: 1 + exit, actual: equities[last].after)
        }
      }
      return records
    }
  }
}
