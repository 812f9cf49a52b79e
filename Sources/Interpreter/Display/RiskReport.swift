import FixedPoint
import Lending
import Reports
import Simulation

/// The buffer, the health factor and the most leverage at which the liquidation price is touched with a stated chance.
struct RiskReport {
  let model: PriceModel
  /// Above 0 and below 1.
  let risk: Rational
  /// What a loop would hold.
  let collateral: Symbol
  let world: World

  private var limits: (threshold: BasisPoints, mostByLTV: Rational?) {
    let limits = world.riskLimits(of: collateral)
    return (limits.liquidationThreshold, limits.maxLTV.fraction.geometricLimit)
  }

  var report: Report {
    let asked = LabelledValue(
      label: "risk", value: StyledText(Display.typedPercent(risk), .strong),
      remark: StyledText("the chance that the price touches the liquidation price within the days", .muted))
    return Report([.values([asked] + model.lines), .table(table), PriceModel.limits])
  }

  private var table: Table {
    let columns = [
      Column(title: "days"), Column(title: "buffer"), Column(title: "health factor"), Column(title: "most leverage"),
    ]
    let rows = model.horizons.map { days in
      let distance = FirstPassage.distance(
        forTouchProbability: risk.doubleValue, years: days.doubleValue / PriceModel.daysPerYear,
        drift: model.process.logDrift, volatility: model.process.volatility)
      let ratio = exponential(-distance)
      return Row(
        cells: [
          .text(StyledText(Display.grouped(Display.typed(days)))), .text(StyledText(Self.buffer(1 - ratio))),
          .text(StyledText(Self.healthFactor(1 / ratio))), .text(StyledText(leverage(healthFactor: 1 / ratio))),
        ], emphasis: days == model.days ? .strong : nil)
    }
    let threshold = Display.setting(limits.threshold)
    var footer: [StyledText] = [
      "A loop of \(collateral), liquidation threshold \(threshold), before interest. Health factors are rounded up, leverage down."
    ]
    if let most = limits.mostByLTV {
      footer.append("The max LTV allows \(Display.grouped(most.fixedText(places: 2, rounding: .down)))x at most.")
    }
    return Table(columns: columns, rows: rows, footer: footer)
  }

  /// The most leverage with this health factor, and not more than may be borrowed; rounded down.
  private func leverage(healthFactor: Double) -> String {
    let threshold = limits.threshold.fraction.doubleValue
    guard threshold > 0, let most = limits.mostByLTV else { return "–" }
    let loop = LeveragedLoop(healthFactor: healthFactor, liquidationThreshold: threshold)
    // A health factor beyond any number leaves no room for debt.
    let leverage = healthFactor < 1e15 ? Rational(exactly: loop.leverage) ?? 1 : 1
    return Display.grouped(min(leverage, most).fixedText(places: 2, rounding: .down)) + "x"
  }

  private static func healthFactor(_ value: Double) -> String {
    guard value < 1_000_000, let exact = Rational(exactly: value) else { return "> 1,000,000" }
    return Display.grouped(exact.fixedText(places: 2, rounding: .up))
  }

  private static func buffer(_ share: Double) -> String {
    guard share < 0.9995, let exact = Rational(exactly: share) else { return "> 99.9%" }
    return Display.percent(exact)
  }
}
