import FixedPoint
import Reports
import Simulation

/// What became of a position along random paths: the chance of liquidation, the equity at the end, and other leverages.
struct SimulationReport {
  let model: PriceModel
  let path: LiquidationPath
  let simulation: PathSimulation
  /// At least one; fewer than `paths` when the run was stopped.
  let outcomes: [PathOutcome]
  let paths: Int
  let isHourly: Bool
  let equityModel: EquityModel
  /// Of the collateral, as a fraction.
  let threshold: Double

  var report: Report {
    let equity = Distribution(outcomes.map { equityModel.equity(after: $0, of: simulation) })
    var report = Report(stopped + [.values(supposed), .values(found(equity)), .table(histogram(equity))])
    if !path.liquidation.isRise { report.append(.table(leverages)) }
    report.append(PriceModel.limits)
    return report
  }

  private var stopped: [Block] {
    guard outcomes.count < paths else { return [] }
    let (done, all) = (Display.grouped(String(outcomes.count)), Display.grouped(String(paths)))
    return [.paragraph("\("Stopped", .caution) after \(done) of \(all) paths: what follows is theirs.")]
  }

  private var supposed: [LabelledValue] {
    let looks = isHourly ? "hourly" : "daily"
    let count = Display.grouped(String(outcomes.count))
    return model.lines + [
      LabelledValue(
        label: "paths", value: "\(count) of \(Display.days(model.days))",
        remark: StyledText("looked at \(looks); seed \(simulation.seed)", .muted))
    ]
  }

  private func found(_ equity: Distribution) -> [LabelledValue] {
    let share = outcomes.share(below: path.passage.distance)
    let error = (share * (1 - share) / Double(outcomes.count)).squareRoot()
    let exact = path.passage.touchProbability(years: model.years)
    return [
      LabelledValue(
        label: "liquidated", value: StyledText(Self.share(share), .strong),
        remark: StyledText(
          "of the paths, ± \(Display.sigma(error)); \(Display.chance(exact)) if watched without a pause", .muted)),
      LabelledValue(label: "equity now", value: StyledText(Display.dollars(path.position.equity))),
      LabelledValue(
        label: "mean", value: StyledText(Self.dollars(equity.mean)),
        remark: StyledText("the average of all paths", .muted)),
      LabelledValue(
        label: "median", value: StyledText(Self.dollars(equity.quantile(0.5)), .strong),
        remark: StyledText("half of the paths end lower", .muted)),
      LabelledValue(
        label: "5% and 95%", value: "\(Self.dollars(equity.quantile(0.05))) and \(Self.dollars(equity.quantile(0.95)))",
        remark: StyledText("nine of ten paths end between them", .muted)),
    ]
  }

  /// A share of the paths. A sample without a case says nothing about how rare it is.
  private static func share(_ share: Double) -> String {
    share == 0 ? "none" : share == 1 ? "all" : Display.chance(share)
  }

  private static func dollars(_ value: Double) -> String {
    Rational(exactly: value).map { Display.dollars($0) } ?? "beyond measure"
  }

  /// The edges of the classes, as shares of today's equity.
  private static let edges = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5]

  private func histogram(_ equity: Distribution) -> Table {
    let columns = [
      Column(title: "equity at the end", alignment: .leading), Column(title: "paths"),
      Column(title: "", alignment: .leading),
    ]
    let now = path.position.equity.doubleValue
    let rows = Self.edges.indices.map { index in
      let lower = Self.edges[index]
      let upper = index + 1 < Self.edges.count ? Self.edges[index + 1] : .infinity
      let label =
        upper == .infinity
        ? "\(Self.percent(lower)) and more of today's" : "\(Self.percent(lower)) to \(Self.percent(upper))"
      // The lowest class holds what is below 0 as well, where a gap has taken more than all.
      let range = (index == 0 ? -.infinity : lower * now)..<(upper * now)
      let share = equity.share(in: range)
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
  private var leverages: Table {
    let columns = [
      Column(title: "leverage"), Column(title: "liquidated"), Column(title: "", alignment: .leading),
    ]
    let rows = [1.25, 1.5, 2, 2.5, 3, 4].compactMap { leverage -> Row? in
      let loop = LeveragedLoop(leverage: leverage, liquidationThreshold: threshold)
      guard loop.healthFactor > 1, let exact = Rational(exactly: leverage) else { return nil }
      let share = outcomes.share(below: naturalLogarithm(loop.healthFactor))
      return Row(cells: [
        .text(StyledText("\(exact.fixedText(places: 2))x")), .text(StyledText(Self.share(share))),
        .bar(fraction: share, style: .danger),
      ])
    }
    return Table(
      columns: columns, rows: rows,
      footer: ["The same paths for other leverages of this collateral: the lowest point of each decides for all."])
  }
}
