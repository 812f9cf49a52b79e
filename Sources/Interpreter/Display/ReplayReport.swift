import FixedPoint
import Lending
import Markets
import Reports

/// What became of a position along a history.
struct ReplayReport {
  let run: ReplayRun

  private var track: PriceTrack { run.track }
  private var lastBar: Int { run.samples.last?.bar ?? track.entry }

  var report: Report {
    let bars = lastBar - track.entry
    let (first, last) = (track.history.name(of: track.entry), track.history.name(of: lastBar))
    var report = Report([
      .paragraph(
        "\(track.symbol, .strong) through \(track.name, .strong), from \(first) to \(last): \(Self.count(bars, of: track.history))."
      )
    ])
    report.append(track.history.findingsReport)
    report.append(.values(lines))
    if !run.liquidations.isEmpty { report.append(.table(liquidations)) }
    report.append(.chart(HistoryChart.prices(run.samples, run.liquidations, of: track)))
    for stop in run.stops.prefix(Self.mostStops) {
      report.append(.paragraph("On \(track.history.name(of: stop.bar)):"))
      report.append(stop.outcome.report(in: run.end))
    }
    if run.isCut { report.append(.note("Stopped there: the file goes on.")) }
    if let refusal = run.refusal {
      report.append(.note("The health factor was below 1 and no keeper could act: \(refusal.message)."))
    }
    report.append(.note(StyledText(track.history.looksText)))
    return report
  }

  private static func count(_ bars: Int, of history: PriceHistory) -> String {
    let count = "\(Display.grouped(String(bars))) \(bars == 1 ? "bar" : "bars")"
    return "\(count), one every \(BarInterval.text(history.interval))"
  }

  private var lines: [LabelledValue] {
    let symbol = track.symbol
    let (old, new) = (run.start.marketPrice(of: symbol), run.end.marketPrice(of: symbol))
    let filePrice = Display.filePrice(track.history.closes[track.entry])
    var lines = [
      LabelledValue(
        label: "price", value: "\(Display.price(old)) → \(Display.price(new)) (\(Display.change(from: old, to: new)))",
        remark: StyledText("the file's \(filePrice) counts as today's price", .muted)),
      LabelledValue(
        label: "lowest health factor",
        value: StyledText(Display.healthFactor(run.lowestHealthFactor), lowestStyle),
        remark: StyledText(track.history.name(of: run.lowestBar), .muted)),
    ]
    if let first = run.liquidations.first {
      let times = run.liquidations.count
      lines.append(
        LabelledValue(
          label: "liquidated", value: StyledText(times == 1 ? "once" : "\(times) times", .danger),
          remark:
            "first \(track.history.name(of: first.bar)) at \(Display.price(first.price)), the file's \(Display.filePrice(track.filePrice(first.price)))"
        ))
      lines.append(
        LabelledValue(
          label: "penalties", value: StyledText(Display.dollars(run.penalty, rounding: .up), .danger),
          remark: StyledText("what liquidations cost", .muted)))
    } else {
      lines.append(LabelledValue(label: "liquidated", value: StyledText("no", .strong)))
    }
    let (before, after) = (run.start.unmeasuredPosition.equity, run.end.equity(since: run.start))
    lines.append(
      LabelledValue(
        label: "equity",
        value:
          "\(Display.dollars(before)) → \(Display.dollars(after), .strong) (\(Display.change(from: before, to: after)))"
      ))
    lines.append(
      LabelledValue(
        label: "just holding",
        value:
          "\(Display.dollars(before)) → \(Display.dollars(run.heldEquity), .strong) (\(Display.change(from: before, to: run.heldEquity)))",
        remark: StyledText("the same equity in \(run.start.mainCollateral), without debt", .muted)))
    if let fall = run.largestFall {
      lines.append(
        LabelledValue(
          label: "largest fall",
          value: StyledText("-" + (Rational(exactly: fall.share).map { Display.percent($0, rounding: .up) } ?? "–")),
          remark: StyledText(
            "of the equity, from \(track.history.name(of: fall.from)) to \(track.history.name(of: fall.to))", .muted)))
    }
    return lines
  }

  private var lowestStyle: Style {
    run.lowestHealthFactor.compared(to: .exact(1)) ?? 0 < 0 ? .danger : .strong
  }

  /// The most stop orders that are shown.
  private static let mostStops = 3
  /// The most liquidations that are shown one by one.
  private static let mostRows = 12

  private var liquidations: Table {
    let columns = [
      Column(title: "liquidated", alignment: .leading), Column(title: "price"), Column(title: "in the file"),
      Column(title: "debt repaid"), Column(title: "penalty"), Column(title: "health factor after"),
    ]
    let rows = run.liquidations.prefix(Self.mostRows).map { liquidation -> Row in
      let event = liquidation.event
      let loss = (try? event.equityBefore - event.equityAfter) ?? 0
      return Row(cells: [
        .text(StyledText(track.history.name(of: liquidation.bar))),
        .text(StyledText(Display.price(liquidation.price))),
        .text(StyledText(Display.filePrice(track.filePrice(liquidation.price)))),
        .text(StyledText(run.end.text(event.repaid.amount, event.repaid.symbol))),
        .text(StyledText(Display.dollars(loss, rounding: .up))),
        .text(StyledText(Display.healthFactor(event.healthFactorAfter))),
      ])
    }
    let more = run.liquidations.count - rows.count
    return Table(columns: columns, rows: Array(rows), footer: more > 0 ? ["and \(more) more"] : [])
  }
}

extension Display {
  /// A change as a share with its sign: `+9.3%`, `-41.0%`; `–` from nothing or less.
  static func change(from old: Rational, to new: Rational) -> String {
    guard old > 0, let share = try? new / old - 1 else { return "–" }
    return signedPercent(share)
  }

  /// A share with its sign. What has not fallen to 0 has not fallen by 100.0%.
  static func signedPercent(_ share: Rational) -> String {
    let nearest = percent(share)
    let text = nearest == "-100.0%" && share > -1 ? percent(share, rounding: .down) : nearest
    return share.isNegative ? text : "+" + text
  }

  /// A price of a file, whose unit is not known.
  static func filePrice(_ price: Double) -> String {
    Rational(exactly: price).map { String(Display.price($0).dropFirst()) } ?? "–"
  }
}

extension PriceHistory {
  /// What was found in the file and what was done about it.
  var findingsReport: Report {
    guard !findings.isEmpty else { return Report() }
    return Report([.paragraph("In the file:"), .bullets(findings.map { StyledText($0.sentence) })])
  }

  /// How closely the bars are looked at.
  var looksText: String {
    if lows == nil {
      return "The file knows closes only: falls between them are not seen."
    }
    return opens == nil
      ? "Keepers act within a bar, at the first price at which they can."
      : "Keepers act within a bar: at its open, or at the first price behind it at which they can."
  }
}
