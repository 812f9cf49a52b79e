import FixedPoint
import Lending
import Markets
import Reports
import Simulation

/// What became of every leverage over all entries of a history.
struct ReplayLadderReport {
  let study: LadderStudy
  let outcomes: [LeverageOutcome]

  private var history: PriceHistory { study.history }

  var report: Report {
    var report = Report([.paragraph(opening)])
    report.append(history.findingsReport)
    report.append(.values(lines), .table(table))
    report.append(.note(StyledText(history.looksText)))
    return report
  }

  private var opening: StyledText {
    let entries = study.ladder.entries
    let first = history.name(of: study.entry)
    let last = history.name(of: study.entry + entries - 1)
    let held = PassedTime.text(UInt64(study.hold * history.interval))
    return
      "Loops of \(study.collateral, .strong) with \(study.loan) through \(study.name, .strong): entered at \(Display.grouped(String(entries))) closes, one every \(BarInterval.text(history.interval)) from \(first) to \(last), each held for \(held)."
  }

  private var lines: [LabelledValue] {
    [
      LabelledValue(
        label: "threshold", value: StyledText(Display.setting(study.threshold)),
        remark: StyledText("a liquidation takes a bonus of \(Display.setting(study.penalty))", .muted)),
      LabelledValue(
        label: "interest",
        value:
          "\(Display.percent(study.supplyRate, places: 2)) on \(study.collateral), \(Display.percent(study.borrowRate, places: 2)) on the debt",
        remark: StyledText("a year, at today's rates", .muted)),
    ]
  }

  private var table: Table {
    let columns = [
      Column(title: "leverage"), Column(title: "liquidated"), Column(title: "", alignment: .leading),
      Column(title: "mean"), Column(title: "median"), Column(title: "worst"),
      Column(title: "entered", alignment: .leading),
    ]
    let rows = outcomes.map { outcome in
      Row(cells: [
        .text(StyledText((Rational(exactly: outcome.leverage)?.fixedText(places: 2) ?? "–") + "x", .strong)),
        .text(StyledText(Self.share(outcome))),
        .bar(fraction: outcome.liquidatedShare, style: .danger),
        .text(StyledText(Self.change(outcome.meanEquity))), .text(StyledText(Self.change(outcome.medianEquity))),
        .text(StyledText(Self.change(outcome.lowestEquity))),
        .text(StyledText(history.name(of: study.entry + outcome.worstEntry), .muted)),
      ])
    }
    return Table(
      columns: columns, rows: rows,
      footer: [
        "Mean, median and worst are changes of the equity. A liquidation closes the whole position and takes the bonus; what is left stays in dollars.",
        "A higher leverage is liquidated after a smaller fall, so more may be left of it; it is out of the market then.",
        "Neighbouring entries share most of their bars, so they are not so many cases.",
      ])
  }

  private static func share(_ outcome: LeverageOutcome) -> String {
    switch outcome.liquidations {
    case 0: "none"
    case outcome.entries: "all"
    default: Display.chance(outcome.liquidatedShare)
    }
  }

  private static func change(_ equity: Double) -> String {
    Rational(exactly: equity).flatMap { try? $0 - 1 }.map(Display.signedPercent) ?? "–"
  }
}
