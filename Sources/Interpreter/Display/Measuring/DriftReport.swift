import Behavior
import FixedPoint
import Reports
import Simulation

/// What rounds after wins and after losses say about drift.
struct DriftReport {
  let experiment: Experiment
  private let measures: DriftMeasures

  init(_ experiment: Experiment) {
    self.experiment = experiment
    measures = DriftMeasures(experiment.comparedRecords, seed: experiment.terms.seed)
  }

  var report: Report {
    var rows = [
      row("R: leverage after wins less after losses", measures.rawDrift),
      row("A: the same, less what comes by itself", measures.activeDrift),
      row("buffer after losses less after wins", measures.bufferDrift),
      row("change of stated odds after a win", measures.perceptionLead),
      row("A after paper losses less settled ones", measures.paperDrift),
    ]
    if let plan = experiment.plan {
      let seed = experiment.terms.seed
      let gap = PlanGap(plan.withoutPlannedExits(experiment), plan: plan.leverages, seed: seed)
      let exits = PlanGap(plan.marked(experiment), plan: plan.leverages, seed: seed)
      rows += [
        row("planned less chosen leverage after wins", gap.leverageAfterWins),
        row("planned less chosen leverage after losses", gap.leverageAfterLosses),
        row("planned less actual exit after wins", exits.exitsAfterWins),
        row("planned less actual exit after losses", exits.exitsAfterLosses),
      ]
    }
    let shown = rows.compactMap { $0 }
    var report = Report([.heading("After wins and after losses"), .paragraph(verdict)])
    if let exits { report.append(.paragraph(exits)) }
    guard !shown.isEmpty else { return report }
    report.append(
      .table(
        Table(
          columns: [
            Column(title: "what is compared", alignment: .leading), Column(title: "yours"),
            Column(title: "95% interval"), Column(title: "rounds"),
          ], rows: shown,
          footer: [
            "0 is neutral, with two exceptions: with debt, R is below 0 for whoever never touches the position, and A above 0 for whoever always chooses the same leverage. Buffers are in usual moves of a week. Leverages and exits are compared as logarithms, so that +0.10 is about 10% more, +0.69 twice and -0.69 half as much, and less than 0.1x counts as 0.1x; so are stated odds, which are the chance divided by its opposite, from 0.5% to 99.5%, beyond what the formula says. Left out are the first round of each block, rounds after a week without a position, and rounds without one that the plan asked for; A also leaves out rounds after a liquidation, where nothing is left to be touched.",
            "Settled losses are all in the last block, so that a change that comes with time looks the same. An exit comes at the end of a week, so it is a little below the plan. Of twenty intervals one leaves out 0 by chance; only R and A give a verdict.",
          ])))
    return report
  }

  /// How often the planned exit came, and was taken.
  private var exits: StyledText? {
    guard let plan = experiment.plan, let exit = plan.exit else { return nil }
    let (due, taken) = plan.exits(experiment)
    let fall = Display.typedPercent(exit)
    guard due > 0 else { return "No block came to the planned exit of \(fall) before its last round." }
    return
      "\(due == 1 ? "One block" : "\(due) blocks") came to the planned exit of \(fall) with rounds still to play; you left in \(taken == 0 ? "none" : "\(taken)") of them."
  }

  /// An interval of fewer rounds does not keep its promise.
  private static let fewestRounds = 4

  private func row(_ name: String, _ contrast: Contrast?) -> Row? {
    guard let contrast else { return nil }
    let counts = contrast.counts
    let interval =
      (contrast.smallestCount < Self.fewestRounds ? nil : contrast.interval).map {
        "\(Display.signed($0.lowerBound)) to \(Display.signed($0.upperBound))"
      } ?? "–"
    return Row(cells: [
      .text(StyledText(name)), .text(StyledText(Display.signed(contrast.value), .strong)), .text(StyledText(interval)),
      .text(StyledText(counts.second.map { "\(counts.first), \($0)" } ?? "\(counts.first)")),
    ])
  }

  private var verdict: StyledText {
    switch Behavior.Verdict(measures) {
    case .houseMoney:
      "\("More risk after wins", .caution): you took more leverage after wins than after losses, more than even someone who always chooses the same, and chance is an unlikely reason. Researchers call it the house-money effect."
    case .lossChasing:
      "\("More risk after losses", .caution): compared with doing nothing you added leverage after losses, and chance is an unlikely reason. Researchers call it chasing losses."
    case .noDriftFound: "\("No drift found", .safe), which is a normal result. \(secondTest)\(detectable)"
    case .mostlyBelowOne:
      "No verdict: most of your rounds began below 1x, with idle money. There a rise raises leverage by itself and a fall lowers it, and the comparison is meant for the opposite."
    case .tooFewRounds:
      "Too few rounds for a verdict: R and A need at least \(String(Behavior.Verdict.fewestRounds)) rounds after wins and \(String(Behavior.Verdict.fewestRounds)) after losses. The first round of each block and rounds after a week without a position do not count; for A, nor do those after a liquidation."
    }
  }

  /// Why an interval that leaves out 0 may not be enough.
  private var secondTest: StyledText {
    let isRaw = measures.rawDrift?.interval.map { $0.lowerBound > Behavior.Verdict.smallestDrift } ?? false
    let isActive = measures.activeDrift?.interval.map { $0.upperBound < -Behavior.Verdict.smallestDrift } ?? false
    guard isRaw || isActive else { return "" }
    if isRaw, isActive { return "R and A point in opposite directions, so that neither is taken for a habit. " }
    return
      "The interval of \(isRaw ? "R" : "A") leaves out 0, but when wins and losses are exchanged at random, more than 5% of the differences are as large. "
  }

  /// What so many rounds can find at all, with leverages that vary as the player's do.
  private var detectable: StyledText {
    // Its groups are the rounds after wins and those after losses.
    guard let raw = measures.rawDrift, let losses = raw.counts.second else { return "" }
    let (wins, deviation) = (raw.counts.first, raw.deviation)
    guard deviation > Behavior.Verdict.smallestDrift,
      let drift = DetectableDrift(firstCount: wins, secondCount: losses, deviation: deviation).exact
    else { return "" }
    return
      "With \(String(wins)) rounds after wins and \(String(losses)) after losses, and leverages that vary as yours do, only a habit of about \(Display.factor(exponential(drift))) times the leverage after wins would be found in two games of three. For chasing losses, A is tested in the same way."
  }
}
