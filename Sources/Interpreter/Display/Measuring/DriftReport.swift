import Behavior
import FixedPoint
import Reports

/// What rounds after wins and after losses say about drift.
struct DriftReport {
  let experiment: Experiment
  private let measures: DriftMeasures

  init(_ experiment: Experiment) {
    self.experiment = experiment
    measures = DriftMeasures(experiment.records, seed: experiment.terms.seed)
  }

  var report: Report {
    var rows = [
      row("R: leverage after wins less after losses", measures.rawDrift),
      row("A: the same, less what comes by itself", measures.activeDrift),
      row("buffer after losses less after wins", measures.bufferDrift),
      row("stated odds after wins, less the formula's", measures.perceptionLead),
      row("leverage after paper less settled losses", measures.paperDrift),
    ]
    if let plan = experiment.plan {
      let gap = PlanGap(plan.marked(experiment), plan: plan.leverages, seed: experiment.terms.seed)
      rows += [
        row("planned less chosen leverage after wins", gap.leverageAfterWins),
        row("planned less chosen leverage after losses", gap.leverageAfterLosses),
        row("planned less actual exit after wins", gap.exitsAfterWins),
        row("planned less actual exit after losses", gap.exitsAfterLosses),
      ]
    }
    let shown = rows.compactMap { $0 }
    guard !shown.isEmpty else { return Report([.heading("After wins and after losses"), .paragraph(verdict)]) }
    return Report([
      .heading("After wins and after losses"), .paragraph(verdict),
      .table(
        Table(
          columns: [
            Column(title: "what is compared", alignment: .leading), Column(title: "yours"),
            Column(title: "95% interval"), Column(title: "rounds"),
          ], rows: shown,
          footer: [
            "0 is neutral, with two exceptions: R is below 0 for who never touches the position, and A above 0 for who always chooses the same leverage. Buffers are in usual moves of a week; leverages, odds and exits are compared as logarithms, so that +0.10 is about 10% more."
          ])),
    ])
  }

  private func row(_ name: String, _ contrast: Contrast?) -> Row? {
    guard let contrast else { return nil }
    let counts = contrast.counts
    let interval =
      contrast.interval.map { "\(Display.signed($0.lowerBound)) to \(Display.signed($0.upperBound))" } ?? "–"
    return Row(cells: [
      .text(StyledText(name)), .text(StyledText(Display.signed(contrast.value), .strong)), .text(StyledText(interval)),
      .text(StyledText(counts.second.map { "\(counts.first), \($0)" } ?? "\(counts.first)")),
    ])
  }

  private var verdict: StyledText {
    switch Behavior.Verdict(measures) {
    case .houseMoney:
      "\("More risk after wins", .caution): you took more leverage after wins than after losses, more than even the flat player, and chance is an unlikely reason. Researchers call it the house-money effect."
    case .lossChasing:
      "\("More risk after losses", .caution): compared with doing nothing you added leverage after losses, and chance is an unlikely reason. Researchers call it chasing losses."
    case .noDriftFound: "\("No drift found", .safe), which is a normal result. \(detectable)"
    case .tooFewRounds:
      "Too few rounds for a verdict: at least \(String(Behavior.Verdict.fewestRounds)) after wins and as many after losses are needed."
    }
  }

  /// The standard deviation within the two groups together.
  private func deviation(of contrast: Contrast) -> Double {
    let groups = [contrast.first, contrast.second ?? []]
    let squares = groups.map { group -> Double in
      let mean = group.reduce(0, +) / Double(max(1, group.count))
      return group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let freedom = groups.reduce(0) { $0 + $1.count } - 2
    return freedom > 0 ? (squares[0] + squares[1]).squareRoot() / Double(freedom).squareRoot() : 0
  }

  /// What so many rounds can find at all, with a buffer that varies as the player's does.
  private var detectable: StyledText {
    // Its groups are the rounds after losses and those after wins.
    guard let buffer = measures.bufferDrift, let wins = buffer.counts.second else { return "" }
    let (losses, deviation) = (buffer.counts.first, deviation(of: buffer))
    guard deviation > 0,
      let drift = DetectableDrift(firstCount: losses, secondCount: wins, deviation: deviation).exact
    else { return "" }
    return
      "With \(String(wins)) rounds after wins and \(String(losses)) after losses, and a buffer that varies as yours does, a drift of \(Display.sigmas(drift)) sigmas would be found in about two games of three."
  }
}
