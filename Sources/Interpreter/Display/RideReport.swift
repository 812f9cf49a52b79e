import FixedPoint
import Lending
import Markets
import Reports

/// The bars that one step of a ride let pass.
struct RideSteps {
  struct Line {
    var bar: Int
    var price: Rational
    var healthFactor: Value
    var hasDebt: Bool
    var buffer: String
    var liquidations: [BarLiquidation]
    var stops: [BarStop]

    /// What happened, in a word.
    var event: StyledText {
      if !liquidations.isEmpty { return StyledText("liquidated", .danger) }
      return stops.isEmpty
        ? "" : StyledText(stops.contains(where: \.isFilled) ? "stop filled" : "stop reverted", .caution)
    }
  }

  let firstPrice: Rational
  private(set) var lines: [Line] = []
  private(set) var refusal: CommandError?

  init(from ride: Ride, in world: World) {
    firstPrice = world.marketPrice(of: ride.track.symbol)
  }

  mutating func add(_ passed: PassedBar, in world: World) {
    guard let ride = world.riding.ride else { return }
    let position = world.position
    lines.append(
      Line(
        bar: ride.bar, price: world.marketPrice(of: ride.track.symbol), healthFactor: position.healthFactor,
        hasDebt: !position.debt.isZero, buffer: world.bufferText(of: position), liquidations: passed.liquidations,
        stops: passed.stops))
    refusal = passed.refusal
  }
}

/// What a learner sees of a ride: where it is, what passed, and what his acting was worth.
struct RideReport {
  let ride: Ride
  let world: World

  private var track: PriceTrack { ride.track }
  private var history: PriceHistory { track.history }

  /// What is said at the beginning: nothing of what comes.
  var opening: Report {
    let price = Display.price(track.price(history.closes[ride.bar]))
    var report = Report([
      .paragraph(
        "It is \(history.name(of: ride.bar), .strong) in \(track.name, .strong), one bar every \(BarInterval.text(history.interval)). The close of \(Display.filePrice(history.closes[ride.bar])) counts as today's price of \(track.symbol), \(price)."
      )
    ])
    report.append(history.findingsReport)
    report.append(
      .note(StyledText(history.looksText)),
      .note("`ride next` lets a bar pass; act whenever you want to, and `ride stop` ends it."))
    return report
  }

  /// Where the ride is.
  var status: Report {
    let passed = ride.bar - track.entry
    let position = world.position
    return Report([
      .values([
        LabelledValue(
          label: "ride", value: "\(history.name(of: ride.bar), .strong) in \(track.name)",
          remark: StyledText(
            passed == 0 ? "at its beginning" : "\(Self.bars(passed)) since \(history.name(of: track.entry))", .muted)),
        LabelledValue(
          label: "price", value: StyledText("\(track.symbol) \(Display.price(world.marketPrice(of: track.symbol)))"),
          remark: StyledText("\(Display.filePrice(history.closes[ride.bar])) in the file", .muted)),
        LabelledValue(
          label: "health factor",
          value: StyledText(Display.healthFactor(of: position), DangerLevel(of: position).style),
          remark: LiquidationText.remark(position)),
        LabelledValue(
          label: "yours", value: StyledText(Display.dollars(world.learnerWealth)),
          remark: StyledText("position and wallet", .muted)),
      ])
    ])
  }

  private static func bars(_ count: Int) -> String {
    "\(Display.grouped(String(count))) \(count == 1 ? "bar" : "bars")"
  }

  // MARK: - Steps

  /// The most bars that are shown one by one.
  private static let mostLines = 10

  /// The bars that passed, and the liquidations among them.
  func step(_ steps: RideSteps) -> Report {
    var report = Report()
    let price = world.marketPrice(of: track.symbol)
    if steps.lines.count == 1 {
      report.append(
        .paragraph(
          "\(history.name(of: ride.bar), .strong): \(track.symbol) \(Display.price(steps.firstPrice)) → \(Display.price(price), .strong) (\(Display.change(from: steps.firstPrice, to: price)))."
        ))
    } else {
      report.append(.table(table(steps)))
    }
    for line in steps.lines {
      for liquidation in line.liquidations {
        report.append(
          .paragraph(
            "On \(history.name(of: liquidation.bar)), at \(Display.price(liquidation.price), .danger):"))
        report.append(liquidation.event.report(in: world.priced(track.symbol, at: liquidation.price)))
      }
    }
    for stop in steps.lines.flatMap(\.stops) {
      report.append(.paragraph("On \(history.name(of: stop.bar)):"))
      report.append(stop.outcome.report(in: world))
    }
    if let refusal = steps.refusal {
      report.append(.note("The health factor is below 1 and no keeper can act: \(refusal.message)."))
    }
    return report
  }

  private func table(_ steps: RideSteps) -> Table {
    let columns = [
      Column(title: "close of", alignment: .leading), Column(title: "price"), Column(title: "change"),
      Column(title: "health factor"), Column(title: "buffer"), Column(title: "", alignment: .leading),
    ]
    let left = max(0, steps.lines.count - Self.mostLines)
    var before = steps.firstPrice
    var rows: [Row] = []
    for (index, line) in steps.lines.enumerated() {
      defer { before = line.price }
      if index == 1, left > 0 { rows.append(Row(cells: [.text("…")])) }
      guard index == 0 || index > left else { continue }
      rows.append(
        Row(
          cells: [
            .text(StyledText(history.name(of: line.bar))), .text(StyledText(Display.price(line.price))),
            .text(StyledText(Display.change(from: before, to: line.price))),
            .text(StyledText(line.hasDebt ? Display.healthFactor(line.healthFactor) : "∞")),
            .text(StyledText(line.buffer)), .text(line.event),
          ]))
    }
    return Table(columns: columns, rows: rows)
  }

  // MARK: - Looking back

  /// What has passed, as charts.
  var charts: Report {
    let points = ride.points
    guard points.count > 1 else {
      return Report([.paragraph("No bar has passed yet: `\("ride next", .command)` lets one pass.")])
    }
    var report = Report([.chart(HistoryChart.prices(points.map(\.sample), ride.liquidations, of: track))])
    let yours = points.map { Chart.Point(x: Double($0.sample.bar), y: $0.sample.equity) }
    let nothing = points.map { Chart.Point(x: Double($0.sample.bar), y: $0.untouchedWealth) }
    guard zip(yours, nothing).contains(where: { ($0.y - $1.y).magnitude > 0.01 }) else {
      report.append(.note("So far it is as if you had done nothing."))
      return report
    }
    let all = (yours + nothing).map(\.y)
    report.append(
      .chart(
        Chart(
          x: HistoryChart.axis(history, track.entry...ride.bar),
          y: .measuring("what is yours", in: .dollars, from: all.min() ?? 0, to: all.max() ?? 1),
          layers: [
            .line(name: "doing nothing", points: HistoryChart.thinned(nothing), style: .muted),
            .line(name: "you", points: HistoryChart.thinned(yours), style: .strong),
          ])))
    return report
  }

  /// What the ride came to, beside doing nothing and beside holding without debt.
  var debrief: Report {
    let start = ride.startingWealth
    let (yours, nothing) = (world.learnerWealth, ride.untouched.learnerWealth)
    let ratio = (try? track.price(history.closes[ride.bar]) / track.price(history.closes[track.entry])) ?? 1
    let passed = ride.bar - track.entry
    var lines = [
      LabelledValue(
        label: "ridden", value: StyledText(PassedTime.text(UInt64(passed * history.interval))),
        remark: StyledText("\(history.name(of: track.entry)) to \(history.name(of: ride.bar))", .muted)),
      LabelledValue(
        label: "price", value: StyledText("\(track.symbol) \(Display.change(from: 1, to: ratio))")),
      line("yours", start, yours, "position and wallet" + Self.liquidated(ride.liquidations)),
      line("doing nothing", start, nothing, "what you had" + Self.liquidated(ride.untouchedLiquidations)),
    ]
    let difference = (try? yours - nothing) ?? 0
    lines.append(
      LabelledValue(
        label: "your acting",
        value: StyledText((difference.isNegative ? "" : "+") + Display.dollars(difference), .strong),
        remark: StyledText("yours less doing nothing", .muted)))
    lines.append(
      LabelledValue(
        label: "lowest health factor", value: StyledText(Display.healthFactor(ride.lowestHealthFactor)),
        remark: StyledText(history.name(of: ride.lowestBar), .muted)))
    guard passed > 0 else { return Report([.paragraph("The ride is over before a bar has passed.")]) }
    return Report([.values(lines)])
  }

  private func line(_ label: String, _ start: Rational, _ end: Rational, _ remark: String) -> LabelledValue {
    LabelledValue(
      label: label,
      value: "\(Display.dollars(start)) → \(Display.dollars(end), .strong) (\(Display.change(from: start, to: end)))",
      remark: StyledText(remark, .muted))
  }

  private static func liquidated(_ events: [BarLiquidation]) -> String {
    switch events.count {
    case 0: ""
    case 1: "; liquidated once"
    case let count: "; liquidated \(count) times"
    }
  }
}

extension World {
  /// This world with another price, in which what happened there is worth what it was.
  fileprivate func priced(_ symbol: Symbol, at price: Rational) -> World {
    var then = self
    // A price that was there before can be set again.
    try? then.setPrice(of: symbol, to: price)
    return then
  }
}
