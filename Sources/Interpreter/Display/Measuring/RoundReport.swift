import Behavior
import FixedPoint
import Reports
import Simulation

/// What a round of an experiment was like.
struct RoundReport {
  let before: Experiment
  let after: Experiment
  let choice: RoundCommand
  let outcome: RoundOutcome

  private var number: Int { before.run.round + 1 }
  private var schedule: GameSchedule { before.terms.schedule }
  private var record: RoundRecord { after.runs[before.part].records[number - 1] }
  /// The price at the end of the round.
  private var price: Double { Experiment.price(after: after.runs[before.part].records) }
  private var equity: Double { before.equity * outcome.equityMultiple }

  var report: Report {
    let part = ["A", "B"][before.part]
    let block = (number - 1) / schedule.roundsPerBlock + 1
    let move = Display.change(record.roundReturn.priceRatio - 1)
    var report = Report([
      .paragraph(
        "\("Round \(number) of \(schedule.rounds)", .strong), part \(part), block \(String(block)): ETH \(Display.price(before.price)) → \(Display.price(price)) (\(move))."
      )
    ])
    if outcome.isLiquidated {
      let lowest = before.price * exponential(record.roundReturn.lowest)
      report.append(
        .paragraph(
          "\("Liquidated", .danger) on the way: the lowest price was \(Display.price(lowest)), the liquidation price \(Display.price(liquidationPrice))."
        ))
    }
    var lines = [
      LabelledValue(
        label: "leverage", value: StyledText(Display.chosen(choice.leverage)), remark: untouched.map { StyledText($0) }),
      LabelledValue(
        label: "equity",
        value:
          "\(Display.dollars(before.equity)) → \(Display.dollars(equity), outcome.result == .loss ? .caution : .plain)",
        remark: StyledText(Display.change(outcome.equityMultiple - 1))),
    ]
    if let interval = choice.interval {
      let isHit = record.choice.interval?.contains(record.roundReturn.priceRatio) ?? false
      lines.append(
        LabelledValue(
          label: "interval", value: "\(Display.price(interval.low)) to \(Display.price(interval.high))",
          remark: isHit ? "the price ended inside" : "the price ended outside"))
    }
    report.append(.values(lines))
    for note in notes { report.append(.note(note)) }
    return report
  }

  private var liquidationPrice: Double {
    let ratio = (try? before.terms.game.round(at: record.choice.leverage))?.liquidationRatio ?? 0
    return before.price * ratio
  }

  /// What an untouched position would have had.
  private var untouched: String? {
    // What was paid out is no position any more.
    guard !before.isSettledBlock else { return nil }
    return record.passiveLeverage.map { "untouched it would have been \(Display.leverage($0))" }
  }

  private var notes: [StyledText] {
    if after.isOver {
      return ["All rounds are played. `\("experiment report", .command)` says what they show."]
    }
    if number == schedule.rounds {
      return [
        "Part A is over. `\("experiment report", .command)` says what it shows; the next `\("round", .command)` begins part B, with \(Display.dollars(after.equity)) and ETH at \(Display.price(after.price)) again."
      ]
    }
    if after.beginsBlock {
      let isPaidOut = after.isSettledBlock
      return [
        "The block ends with \(Display.dollars(equity)). The next begins with \(Display.dollars(after.equity)) again\(isPaidOut ? ", and each of its rounds is paid out" : "")."
      ]
    }
    return after.awaitsSettlement ? ["`\("settle", .command)` pays out this round."] : []
  }
}
