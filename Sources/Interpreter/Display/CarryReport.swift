import FixedPoint
import Lending
import Markets
import Reports
import Simulation

/// What a position earns and pays, asset by asset, and what that means for its equity.
struct CarryReport {
  let world: World
  let position: Position
  private let lines: [Line]
  /// Income less cost in a year, in dollars.
  private let yearly: Rational

  init(world: World, position: Position) {
    self.world = world
    self.position = position
    lines = Self.lines(world, position)
    yearly = lines.reduce(0) { (try? $0 + $1.yearly) ?? $0 }
  }

  /// An asset of the position with its yearly rate; what is paid is negative.
  private struct Line {
    var label: String
    var value: Rational
    var rate: Rational
    var yearly: Rational
  }

  private static func lines(_ world: World, _ position: Position) -> [Line] {
    let supplied = position.collaterals.map { item in
      let rate = world.supplyRate(of: item.symbol)
      return Line(
        label: "supplied \(item.symbol)", value: item.value, rate: rate, yearly: (try? item.value * rate) ?? 0)
    }
    let owed = position.debts.map { item in
      let rate = world.borrowRate(of: item.symbol)
      return Line(label: "owed \(item.symbol)", value: item.value, rate: rate, yearly: -((try? item.value * rate) ?? 0))
    }
    return supplied + owed
  }

  var report: Report {
    let columns = [
      Column(title: "", alignment: .leading), Column(title: "value"), Column(title: "yearly rate"),
      Column(title: "in a week"), Column(title: "in a year"),
    ]
    var rows = lines.map { line in
      Row(cells: [
        .text(StyledText(line.label)), .text(StyledText(Display.dollars(line.value))),
        .text(StyledText(Display.percent(line.rate, places: 2))),
        .text(StyledText(Self.signed(Self.weekly(line.yearly)))),
        .text(StyledText(Self.signed(line.yearly))),
      ])
    }
    let style: Style = yearly.isNegative ? .caution : .strong
    let yield = position.equity > 0 ? try? yearly / position.equity : nil
    rows.append(
      Row(
        cells: [
          .text("net"), .text(StyledText(Display.dollars(position.equity))),
          .text(StyledText(yield.map { Display.percent($0, places: 2) } ?? "–")),
          .text(StyledText(Self.signed(Self.weekly(yearly)))), .text(StyledText(Self.signed(yearly))),
        ], emphasis: style))
    return Report([.table(Table(columns: columns, rows: rows)), .values(consequences)])
  }

  private var consequences: [LabelledValue] {
    var lines: [LabelledValue] = []
    if let breakEven { lines.append(breakEven) }
    let time = liquidationTime
    lines.append(
      LabelledValue(
        label: "liquidation", value: StyledText(time.text, time.style), remark: "if prices and rates stand still"))
    return lines
  }

  /// The price move that makes up for a year's carry; nil when the watched price has nothing to do with it.
  private var breakEven: LabelledValue? {
    guard let symbol = position.liquidation?.symbol, position.liquidation?.against == nil, !yearly.isZero else {
      return nil
    }
    let long = position.collaterals.first { $0.symbol == symbol }?.value ?? 0
    let short = position.debts.first { $0.symbol == symbol }?.value ?? 0
    guard let exposure = try? long - short, !exposure.isZero, let move = try? -yearly / exposure else { return nil }
    let verb = move.isNegative ? "may fall by" : "has to rise by"
    return LabelledValue(
      label: "break-even", value: StyledText("\(symbol) \(verb) \(Display.percent(move.magnitude, places: 2))"),
      remark: "in a year")
  }

  private var liquidationTime: (text: String, style: Style) {
    guard !position.debt.isZero else { return ("never: nothing is owed", .plain) }
    guard !position.isLiquidatable else { return ("now", .danger) }
    let collateral = position.collaterals.map { item in
      let threshold = world.riskLimits(of: item.symbol).liquidationThreshold.fraction.doubleValue
      return CarryTime.Part(
        value: item.value.doubleValue * threshold, rate: world.supplyRate(of: item.symbol).doubleValue)
    }
    let debt = position.debts.map {
      CarryTime.Part(value: $0.value.doubleValue, rate: world.borrowRate(of: $0.symbol).doubleValue)
    }
    guard let years = CarryTime.years(collateral: collateral, debt: debt) else { return ("never", .plain) }
    let days = (years * 365).rounded(.down)
    let text = "after \(Display.grouped(String(Int(days)))) \(days == 1 ? "day" : "days")"
    guard years >= 2 else { return (text, .danger) }
    let tenths = String(Int((years * 10).rounded(.down)))
    return ("\(text), or \(Display.grouped(String(tenths.dropLast()))).\(tenths.suffix(1)) years", .plain)
  }

  private static func weekly(_ yearly: Rational) -> Rational { (try? yearly * 7 / 365) ?? 0 }

  private static func signed(_ dollars: Rational) -> String {
    let text = Display.dollars(dollars)
    return dollars.isNegative || text == "$0.00" ? text : "+" + text
  }
}
