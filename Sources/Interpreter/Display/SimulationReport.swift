import FixedPoint
import Reports
import Simulation

/// What became of a position along random paths: the chance of liquidation, the equity over time and at the end, and other
/// leverages.
struct SimulationReport {
  let run: SimulationRun
  let strategy: StrategyChoice
  let result: SimulationResult
  let fan: EquityFan
  /// Of the collateral, as a fraction.
  let threshold: Double

  var report: Report {
    let days = run.price.model.days.doubleValue
    let chart = EquityFanChart(fan: fan, days: days, equityNow: run.path.position.equity.doubleValue).chart
    var report = Report(
      run.stopped(after: result.paths)
        + [.values(run.supposed(paths: result.paths, strategy)), .values(found), .chart(chart), .table(histogram)])
    if let outcomes = result.outcomes, !run.path.liquidation.isRise { report.append(.table(leverages(outcomes))) }
    report.append(run.price.limits)
    return report
  }

  private var found: [LabelledValue] {
    let equity = result.equity
    return [
      LabelledValue(
        label: "liquidated", value: StyledText(Display.shareOfPaths(result.liquidated), .strong),
        remark: StyledText("of the paths\(accuracy(of: result.liquidated))\(comparison)", .muted))
    ] + acts + [
      LabelledValue(label: "equity now", value: StyledText(Display.dollars(run.path.position.equity))),
      LabelledValue(
        label: "mean", value: StyledText(Display.simulated(equity.mean)),
        remark: StyledText("the average of all paths", .muted)),
      LabelledValue(
        label: "median", value: StyledText(Display.simulated(equity.quantile(0.5)), .strong),
        remark: StyledText("half of the paths end lower", .muted)),
      LabelledValue(
        label: "5% and 95%",
        value: "\(Display.simulated(equity.quantile(0.05))) and \(Display.simulated(equity.quantile(0.95)))",
        remark: StyledText("nine of ten paths end between them", .muted)),
    ]
  }

  /// One standard error of a share; nothing where all paths agree, which says little about the rest.
  private func accuracy(of share: Double) -> String {
    guard share > 0, share < 1 else { return "" }
    let error = (share * (1 - share) / Double(result.paths)).squareRoot()
    return ", ± \(Display.sigma(error))"
  }

  /// The closed form, where there is one.
  private var comparison: String {
    guard case .normal = run.price.choice, strategy.isHold else { return "" }
    let exact = run.path.passage.touchProbability(years: run.price.years)
    return "; \(Display.chance(exact)) if watched without a pause"
  }

  /// What the strategy has done.
  private var acts: [LabelledValue] {
    guard !strategy.isHold else { return [] }
    var lines: [LabelledValue] = []
    if strategy.stop != nil {
      lines.append(
        LabelledValue(
          label: "stopped", value: StyledText(Display.shareOfPaths(result.stopped), .strong),
          remark: StyledText("of the paths\(accuracy(of: result.stopped))", .muted)))
    }
    let trades = Rational(exactly: result.trades).map { Display.grouped($0.fixedText(places: 1)) } ?? "–"
    let losses = strategy.cost.isZero ? "" : ", which lose \(Display.simulated(result.costs))"
    lines.append(
      LabelledValue(
        label: "trades", value: StyledText(trades), remark: StyledText("of a path on average\(losses)", .muted)))
    return lines
  }

  /// The edges of the classes, as shares of today's equity.
  private static let edges = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5]

  private var histogram: Table {
    let columns = [
      Column(title: "equity at the end", alignment: .leading), Column(title: "paths"),
      Column(title: "", alignment: .leading),
    ]
    let now = run.path.position.equity.doubleValue
    let rows = Self.edges.indices.map { index in
      let lower = Self.edges[index]
      let upper = index + 1 < Self.edges.count ? Self.edges[index + 1] : .infinity
      let label =
        upper == .infinity
        ? "\(Self.percent(lower)) and more of today's" : "\(Self.percent(lower)) to \(Self.percent(upper))"
      // The lowest class holds what is below 0 as well, where a gap has taken more than all.
      let range = (index == 0 ? -.infinity : lower * now)..<(upper * now)
      let share = result.equity.share(in: range)
      return Row(cells: [
        .text(StyledText(label)), .text(StyledText(Rational(exactly: share).map { Display.percent($0) } ?? "–")),
        .bar(fraction: share, style: upper <= 1 ? .danger : .safe),
      ])
    }
    return Table(columns: columns, rows: rows)
  }

  private static func percent(_ share: Double) -> String {
    Rational(exactly: share).map { Display.percent($0, places: 0) } ?? "–"
  }

  /// The same paths, asked for other leverages of a loop with this collateral.
  private func leverages(_ outcomes: [PathOutcome]) -> Table {
    let columns = [
      Column(title: "leverage"), Column(title: "liquidated"), Column(title: "", alignment: .leading),
    ]
    let rows = [1.25, 1.5, 2, 2.5, 3, 4].compactMap { leverage -> Row? in
      let loop = LeveragedLoop(leverage: leverage, liquidationThreshold: threshold)
      guard loop.healthFactor > 1, let exact = Rational(exactly: leverage) else { return nil }
      let share = outcomes.share(below: naturalLogarithm(loop.healthFactor))
      return Row(cells: [
        .text(StyledText("\(exact.fixedText(places: 2))x")), .text(StyledText(Display.shareOfPaths(share))),
        .bar(fraction: share, style: .danger),
      ])
    }
    return Table(
      columns: columns, rows: rows,
      footer: ["The same paths for other leverages of this collateral: the lowest point of each decides for all."])
  }
}
