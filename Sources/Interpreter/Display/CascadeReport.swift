import FixedPoint
import Lending
import Reports
import Simulation

/// What a cascade did: its waves, where the price ended and why, and who is left.
struct CascadeReport {
  let story: CascadeStory
  let terms: CascadeTerms
  /// Whether the shock was part of the same command.
  let wasShocked: Bool
  /// After the cascade.
  let world: World

  private var symbol: Symbol { story.symbol }

  var report: Report {
    var report = Report()
    if wasShocked, let shock = story.shock {
      report.append(.paragraph(ShockReport(shock: shock, world: world).sentence))
    }
    guard !story.steps.isEmpty else { return report + Report([.paragraph(nothing)] + notes) }
    report.append(.table(waves), .values(lines))
    if !story.sold.isZero { report.append(.chart(chart)) }
    report.append(Report(notes))
    return report
  }

  private var nothing: StyledText {
    let oracle = world.price(of: symbol)
    guard !story.isHalted else { return "Liquidations are halted before the first one." }
    guard story.refusal == nil, exposed.count == 0 else { return "Nobody is liquidated at \(Display.price(oracle))." }
    return "Nobody is below his liquidation price at \(Display.price(oracle)): nothing follows."
  }

  // MARK: - Waves

  /// The most rows; of more waves those in the middle are left out.
  private static let mostRows = 12

  private var waves: Table {
    let columns = [
      Column(title: "wave"), Column(title: "oracle"), Column(title: "liquidated"), Column(title: "sold"),
      Column(title: "for each \(symbol) sold before"), Column(title: "price after"), Column(title: "bad debt"),
    ]
    let steps = story.steps
    var rows = steps.indices.map(row)
    if rows.count > Self.mostRows {
      let left = rows.count - Self.mostRows + 1
      let gap = Row(cells: [.text("…"), .text("\(left) more")])
      rows = rows.prefix(Self.mostRows - 3) + [gap] + rows.suffix(2)
    }
    return Table(columns: columns, rows: rows)
  }

  private func row(_ index: Int) -> Row {
    let step = story.steps[index]
    var who = Display.count(step.wave.liquidated)
    if !step.learner.isEmpty { who += " and you" }
    if step.stop?.isFilled == true { who += " and your stop" }
    let before = index == 0 ? story.shock?.sold : story.steps[index - 1].sold
    let ratio = before.flatMap { $0.isZero ? nil : try? Rational(step.sold, over: $0) }
    return Row(cells: [
      .text(StyledText(String(index + 1))), .text(StyledText(Display.price(step.wave.price))),
      .text(StyledText(who)), .text(StyledText(text(step.sold))),
      .text(StyledText(ratio.map { Display.grouped($0.fixedText(places: 2)) } ?? "–")),
      .text(StyledText(Display.price(step.priceAfter))),
      .text(StyledText(Display.dollars(step.wave.badDebt), step.wave.badDebt > 0.005 ? .danger : .plain)),
    ])
  }

  private func text(_ units: UInt256) -> String { Display.tokens(world.tokens(units, symbol), symbol) }

  // MARK: - Figures

  private var lines: [LabelledValue] {
    var lines = [
      LabelledValue(
        label: symbol.text, value: "\(Display.price(story.start)) → \(Display.price(story.end), .strong)",
        remark: StyledText("-\(Display.percent(story.fall))", .danger))
    ]
    if let amplification = story.amplification, let shock = story.shock {
      lines.append(
        LabelledValue(
          label: "amplification", value: StyledText(Display.times(amplification), .strong),
          remark: StyledText("the whole fall; the shock alone was -\(Display.percent(shock.fall))", .muted)))
    }
    lines.append(
      LabelledValue(
        label: "liquidated",
        value:
          "\(Display.count(story.liquidated)) of \(Display.borrowers((world.crowd?.count ?? 0) + story.liquidated))",
        remark: StyledText(
          "\(text(story.sold)) sold\(story.shock.map { "; the shock sold \(text($0.sold))" } ?? "")", .muted)))
    if story.steps.contains(where: { $0.wave.sold > 0 }) {
      let gain = story.gain
      lines.append(
        LabelledValue(
          label: "liquidators",
          value: "\(gain < 0 ? "lost" : "gained") \(Display.dollars(gain.magnitude), gain < 0 ? .danger : .plain)",
          remark: StyledText(
            "by a bonus of \(Display.percent(story.rules.bonus)), after slippage"
              + (gain < 0 ? "; `careful` ones would stop" : ""), .muted)))
    }
    let badDebt = story.badDebt
    lines.append(
      LabelledValue(
        label: "bad debt", value: StyledText(Display.dollars(badDebt), badDebt > 0.005 ? .danger : .plain),
        remark: StyledText("debts that no collateral is left for", .muted)))
    return lines
  }

  // MARK: - Who is left

  private var exposed: (count: Int, amount: Double, shortfall: Double) {
    guard let crowd = world.crowd, crowd.symbol == symbol else { return (0, 0, 0) }
    return crowd.front.exposed(in: crowd.queue, at: world.price(of: symbol).doubleValue, rules: story.rules)
  }

  private var notes: [Block] {
    var notes: [StyledText] = []
    let (count, amount, shortfall) = exposed
    let uncovered =
      shortfall > 0.005
      ? "; the debts exceed the value of the collateral by \(Display.dollars(shortfall)), which will be bad debt" : ""
    if story.isHalted, let breaker = terms.breaker {
      notes.append(
        "The circuit breaker halted liquidations at -\(Display.typedPercent(breaker)). Below their liquidation price and still there: \(Display.borrowers(count)) with \(Display.tokens(amount, symbol))\(uncovered)."
      )
    } else if count > 0 {
      notes.append(
        "Liquidators leave \(Display.borrowers(count)) with \(Display.tokens(amount, symbol)) alone: the sale would bring less than they pay\(uncovered)."
      )
    }
    let (closed, taken) = story.deleveraged
    if closed > 0 {
      notes.append(
        "Closed against the lenders: \(Display.borrowers(closed)). They take \(Display.tokens(taken, symbol)) at the oracle's price instead of a repayment, and nothing is sold."
      )
    }
    if story.steps.count == CascadeRun.mostWaves {
      notes.append("Cut off after \(Display.count(CascadeRun.mostWaves)) waves: `cascade` goes on.")
    }
    if world.unmeasuredPosition.isLiquidatable {
      notes.append("You can be liquidated and are not\(story.refusal.map { ": \($0)" } ?? "").")
    }
    let oracle = world.price(of: symbol)
    if oracle != world.marketPrice(of: symbol) {
      notes.append(
        "The oracle says \(Display.price(oracle)) and the market \(Display.price(world.marketPrice(of: symbol))): the protocol acts on the oracle."
      )
    }
    if let next = world.crowd?.nextPrice, !story.isHalted, next < oracle.doubleValue {
      notes.append("The next liquidation price is \(Display.price(next)).")
    }
    return notes.map { .note($0) }
  }

  // MARK: - Chart

  private var chart: Chart {
    var sold = 0.0
    var before = [Chart.Point(x: 0, y: story.start.doubleValue)]
    if let shock = story.shock {
      sold = world.tokens(shock.sold, symbol)
      before.append(Chart.Point(x: sold, y: shock.after.doubleValue))
    }
    var points = [before[before.count - 1]]
    for step in story.steps {
      sold += world.tokens(step.sold, symbol)
      points.append(Chart.Point(x: sold, y: step.priceAfter.doubleValue))
    }
    var layers: [Chart.Layer] = [.line(name: "liquidations", points: points, style: .danger)]
    if story.shock != nil { layers.append(.line(name: "the shock", points: before, style: .caution)) }
    // Many waves would only cover the line.
    if points.count <= 20 { layers += points.dropFirst().map { .mark(name: "wave", at: $0, style: .danger) } }
    return Chart(
      x: .measuring("\(symbol) sold", in: .number, from: 0, to: sold, isBound: true),
      y: .measuring("price", in: .dollars, from: story.end.doubleValue, to: story.start.doubleValue),
      layers: layers, height: 10)
  }

  // MARK: - Comparison

  /// The same shock in several pools.
  static func comparison(_ stories: [(name: String, story: CascadeStory)]) -> Table {
    let columns = [
      Column(title: "pool", alignment: .leading), Column(title: "first fall to"), Column(title: "liquidated"),
      Column(title: "waves"), Column(title: "price at the end"), Column(title: "whole fall"),
      Column(title: "amplification"),
    ]
    let rows = stories.map { name, story in
      Row(cells: [
        .text(StyledText(name)), .text(StyledText(Display.price(story.firstPrice))),
        .text(StyledText(Display.count(story.liquidated) + (story.learnerIsLiquidated ? " and you" : ""))),
        .text(StyledText(Display.count(story.steps.count))), .text(StyledText(Display.price(story.end))),
        .text(StyledText("-" + Display.percent(story.fall))),
        .text(StyledText(story.amplification.map(Display.times) ?? "–")),
      ])
    }
    return Table(
      columns: columns, rows: rows, footer: ["The same first fall; a deeper pool takes a larger sale for it."])
  }
}
