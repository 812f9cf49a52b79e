import FixedPoint
import Reports
import Simulation

/// What becomes of many leverages on the same paths: a row each, and mean and median as two lines.
struct SimulatedLadderReport {
  let ladder: SimulatedLadder
  let rows: [SimulatedLadder.Row]

  private var paths: Int { rows.first?.equity.count ?? 0 }

  var report: Report {
    Report(
      ladder.run.stopped(after: paths)
        + [
          .values(
            ladder.run.supposed(paths: paths, StrategyChoice())
              + [
                LabelledValue(
                  label: "equity now", value: StyledText(Display.dollars(ladder.run.path.position.equity)),
                  remark: StyledText("the same for every leverage", .muted))
              ]),
          .table(table), .chart(chart), ladder.run.price.limits,
        ])
  }

  private var table: Table {
    let columns =
      ["leverage", "liquidated", "mean", "median"].map { Column(title: $0) }
      + ["5%", "95%"].map { Column(title: $0, group: 1) }
    return Table(
      columns: columns, rows: rows.map(row),
      footer: [
        best, "A path that is liquidated keeps what the liquidation leaves, which is more where it comes early.",
      ])
  }

  private func row(_ row: SimulatedLadder.Row) -> Row {
    Row(
      cells: [
        .text(StyledText(Display.multiple(.exact(row.leverage)))),
        .text(StyledText(Display.shareOfPaths(row.liquidated))),
        .text(StyledText(Display.simulated(row.equity.mean))),
        .text(StyledText(Display.simulated(row.equity.quantile(0.5)), .strong)),
        .text(StyledText(Display.simulated(row.equity.quantile(0.05)))),
        .text(StyledText(Display.simulated(row.equity.quantile(0.95)))),
      ], emphasis: row.isToday ? .strong : nil)
  }

  private var best: StyledText {
    let highest = { (value: (SimulatedLadder.Row) -> Double) in
      rows.max { value($0) < value($1) }.map { Display.multiple(.exact($0.leverage)) } ?? "–"
    }
    let (mean, median) = (highest { $0.equity.mean }, highest { $0.equity.quantile(0.5) })
    return
      "The highest mean is that of \(mean); the highest median, below which half of the paths stay, that of \(median)."
  }

  private var chart: Chart {
    let line = { (value: (SimulatedLadder.Row) -> Double) in
      rows.map { Chart.Point(x: $0.leverage.doubleValue, y: value($0)) }
    }
    let highest = rows.map { max($0.equity.mean, $0.equity.quantile(0.5)) }.max() ?? 0
    return Chart(
      x: .measuring(
        "leverage", in: .multiple, from: rows.first?.leverage.doubleValue ?? 1,
        to: rows.last?.leverage.doubleValue ?? 1, isBound: true),
      y: .measuring("equity at the end", in: .dollars, from: 0, to: highest),
      layers: [
        .level(name: "today", at: ladder.run.path.position.equity.doubleValue, style: .muted),
        .line(name: "mean", points: line { $0.equity.mean }),
        .line(name: "median", points: line { $0.equity.quantile(0.5) }, style: .strong),
      ])
  }
}
