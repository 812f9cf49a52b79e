import Behavior
import FixedPoint
import Reports
import Simulation

/// What an experiment is, and what it says about who played it.
struct ExperimentReport {
  let experiment: Experiment

  init(_ experiment: Experiment) {
    self.experiment = experiment
  }

  private var terms: ExperimentTerms { experiment.terms }

  // MARK: - Before and on the way

  var opening: Report {
    let game = terms.game
    let week = Display.sigma(game.sigma)
    return Report([
      .heading("Experiment: two parts of \(String(terms.rounds)) rounds"),
      .values([
        LabelledValue(
          label: "a round", value: "one week of ETH",
          remark: "it starts at \(Display.price(ExperimentTerms.startingPrice))"),
        LabelledValue(
          label: "volatility", value: StyledText(Display.typedPercent(terms.volatility) + " a year"),
          remark: "it never changes; a usual week moves by \(week)"),
        LabelledValue(
          label: "drift", value: StyledText(Display.typedPercent(terms.drift) + " a year"),
          remark: "of the mean price"),
        LabelledValue(
          label: "liquidation", value: "threshold 82.5%", remark: "costs 5% of the debt, and the game goes on"),
        LabelledValue(
          label: "stake", value: StyledText(Display.dollars(ExperimentTerms.stake)),
          remark: "anew for each block of \(terms.schedule.roundsPerBlock) rounds"),
        LabelledValue(label: "seed", value: StyledText("\(terms.seed)")),
      ]),
      .paragraph(
        "First `\("plan", .command)` what you mean to do. Then choose a leverage for each week, such as `\("round 2x", .command)`: there is no default. What you say with `\("odds", .command)` and `\("interval", .command)` is compared with what happens."
      ),
      .note(Self.disclaimer[0]), .note(Self.disclaimer[1]),
    ])
  }

  static let disclaimer: [StyledText] = [
    "Education only: simulated prices and simplified rules, no advice and no recommendation; real markets gap, rates and parameters change, and leverage can lose everything.",
    "Simulated results are prepared with hindsight and without money at risk, so they say little about how you would act, or fare, with real money; your answers stay on this machine.",
  ]

  var status: Report {
    var lines = [
      LabelledValue(
        label: "rounds", value: "\(String(experiment.run.round)) of \(String(terms.rounds))",
        remark: experiment.isOver ? "both parts are played" : "part \(["A", "B"][experiment.part]) of two"),
      LabelledValue(label: "seed", value: StyledText("\(terms.seed)")),
    ]
    if !experiment.isOver {
      lines.append(LabelledValue(label: "ETH", value: StyledText(Display.price(experiment.price))))
      lines.append(LabelledValue(label: "equity", value: StyledText(Display.dollars(experiment.equity))))
      if let passive = experiment.run.passiveLeverage, !experiment.beginsBlock, !experiment.isSettledBlock {
        lines.append(
          LabelledValue(
            label: "untouched", value: StyledText(Display.leverage(passive)), remark: "the leverage if nothing is done")
        )
      }
    }
    return Report([.values(lines + (experiment.plan?.lines ?? []))])
  }

  // MARK: - Afterwards

  var whole: Report {
    var report = Report([
      .heading("\(Display.rounds(experiment.roundsPlayed)), seed \(String(terms.seed))"), .values(overview),
    ])
    report.append(DriftReport(experiment).report)
    for chart in ExperimentCharts(experiment).all { report.append(.chart(chart)) }
    report.append(CalibrationReport(experiment).report)
    report.append(results(rule: nil))
    if experiment.isOver {
      report.append(
        .note("Part B had the same weeks as part A, in the reverse order."))
    }
    report.append(PublishedExperiments.report)
    report.append(.note(Self.disclaimer[0]), .note(Self.disclaimer[1]))
    return report
  }

  private var overview: [LabelledValue] {
    let outcomes = experiment.records.compactMap { $0.outcome(in: terms.game) }
    let wins = outcomes.count { $0.result == .win }
    let losses = outcomes.count { $0.result == .loss }
    let liquidations = outcomes.count(where: \.isLiquidated)
    let leverages = experiment.records.map(\.choice.leverage)
    var lines = [
      LabelledValue(
        label: "rounds", value: "\(String(wins)) won, \(String(losses)) lost",
        remark: "\(liquidations == 0 ? "none" : String(liquidations)) liquidated"),
      LabelledValue(
        label: "leverage", value: "\(Display.leverage(experiment.meanLeverage)) on average",
        remark: "from \(Display.leverage(leverages.min() ?? 0)) to \(Display.leverage(leverages.max() ?? 0))"),
    ]
    if experiment.roundsSeenBefore > 0 {
      lines.append(
        LabelledValue(
          label: "seen before", value: StyledText(Display.rounds(experiment.roundsSeenBefore)),
          remark: "their weeks were known, from before an `undo` or from another game"))
    }
    return lines
  }

  func replay(_ rule: ExperimentRule) -> Report {
    Report([.paragraph("Your rounds again, on the same returns: \(rule.sentence, .strong).")]) + results(rule: rule)
  }

  /// Ways to play beside each other on the same returns.
  private func results(rule: ExperimentRule?) -> Report {
    let best = terms.game.growthOptimalRound.leverage
    let runs = experiment.runs
    var rows = [("you", ExperimentResult(runs))]
    if let rule { rows.append(("your rule", ExperimentResult(runs.map(rule.replay)))) }
    rows += [
      (
        "\(Display.leverage(best)) each week (best growth)",
        ExperimentResult(leverage: best, isLeftAlone: false, on: runs)
      ),
      ("1.00x each week", ExperimentResult(leverage: 1, isLeftAlone: false, on: runs)),
      ("2.00x and left alone", ExperimentResult(leverage: 2, isLeftAlone: true, on: runs)),
    ]
    // Part B has the weeks of part A again, so the parts are not multiplied.
    let parts = (0..<2).filter { !experiment.runs[$0].records.isEmpty }
    let columns =
      [Column(title: "what became of 1", alignment: .leading)]
      + parts.flatMap { part in
        let name = ["A", "B"][part]
        return ["\(name)1", "\(name)2", runs[part].isOver ? "part \(name)" : "\(name) so far"].map {
          Column(title: $0, group: part)
        }
      } + [Column(title: "liquidations", group: 2)]
    return Report([
      .heading("The same returns, played otherwise"),
      .table(
        Table(
          columns: columns,
          rows: rows.map { name, result in
            Row(
              cells: [.text(StyledText(name))] + parts.flatMap { result.cells(ofPart: $0) }
                + [.text(StyledText("\(result.liquidations)"))])
          },
          footer: [
            "On the same returns; what is left alone begins again at 2.00x after a liquidation. One sequence of returns is luck: another would order these ways otherwise. And the drift of this game is invented: no real coin promises one."
          ])),
    ])
  }
}

extension ExperimentResult {
  /// Both blocks of a part, as far as they were played, and the part.
  fileprivate func cells(ofPart part: Int) -> [Cell] {
    let blocks = self.blocks.dropFirst(2 * part).prefix(2)
    let texts = (0..<2).map { $0 < blocks.count ? Display.factor(blocks[blocks.startIndex + $0]) : "–" }
    return texts.map { .text(StyledText($0)) } + [.text(StyledText(Display.factor(blocks.reduce(1, *)), .strong))]
  }
}
