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

  /// The records without those rounds in which he stayed out as planned: there was nothing to choose.
  func withoutPlannedExits(_ experiment: Experiment) -> [RoundRecord] {
    guard let exit = exit?.doubleValue else { return experiment.records }
    return experiment.runs.flatMap { run -> [RoundRecord] in
      var (equity, isDue) = (1.0, false)
      return run.records.enumerated().map { number, record in
        if run.schedule.startsBlock(round: number) { (equity, isDue) = (1, false) }
        isDue = isDue || equity <= 1 + exit
        equity *= record.outcome(in: run.game)?.equityMultiple ?? 1
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
    let planned = 1 + exit
    return experiment.runs.flatMap { run -> [RoundRecord] in
      var records = run.records
      let size = run.schedule.roundsPerBlock
      for start in stride(from: 0, to: records.count, by: size) {
        var equity = 1.0
        var isDue = false
        for index in start..<min(start + size, records.count) {
          isDue = isDue || equity <= planned
          if isDue, records[index].choice.leverage == 0 {
            records[index].choice.exit = RoundChoice.Exit(planned: planned, actual: equity)
            break
          }
          equity *= records[index].outcome(in: run.game)?.equityMultiple ?? 1
          if isDue, index == start + size - 1 {
            records[index].choice.exit = RoundChoice.Exit(planned: planned, actual: equity)
          }
        }
      }
      return records
    }
  }
}

extension RoundRecord {
  /// What the round made of its leverage.
  func outcome(in game: LeverageGame) -> RoundOutcome? {
    (try? game.round(at: choice.leverage)).map { RoundOutcome(of: $0, at: roundReturn) }
  }
}
