import FixedPoint
import Lending
import Markets
import Reports

/// A position over the price that decides about its liquidation.
struct PositionChart {
  /// The steps of the price from one end to the other.
  private static let steps = 60

  /// What one price makes of the position.
  private struct Outcome {
    var price: Rational
    var position: Position
    /// The position after keepers did what they can; nil where they do nothing.
    var liquidated: Position?
  }

  private let world: World
  private let position: Position
  private let symbol: Symbol
  /// In ascending order of price.
  private var outcomes: [Outcome] = []

  /// Evaluates the position at many prices. Throws where the ledger has no room for one of them.
  init(of position: Position, in world: World) throws(CommandError) {
    self.world = world
    self.position = position
    symbol = world.decidingAsset(of: position)
    for price in prices { outcomes.append(try outcome(at: price)) }
  }

  private var now: Rational { world.price(of: symbol) }

  /// The liquidation price that lies ahead or behind, unless no price is one.
  private var liquidationPrice: Rational? {
    guard !position.debt.isZero, let liquidation = position.liquidation, !liquidation.price.isZero else { return nil }
    // Of several assets that move together the first is drawn, and the watched one may be another.
    let factor = try? liquidation.price / world.price(of: liquidation.symbol)
    return factor.flatMap { try? now * $0 }
  }

  /// From 60 % below to 60 % above today's price, 30 % where little moves, and further where liquidation is.
  private var prices: [Rational] {
    let isQuiet = world.isStable(symbol) || position.liquidation?.against != nil
    let half = isQuiet ? Rational.percent(30) : Rational.percent(60)
    do {
      var (low, high) = (try now * (1 - half), try now * (1 + half))
      if let level = liquidationPrice, try level <= now * 5 {
        low = min(low, try level * Rational(4, over: 5))
        high = max(high, try level * Rational(6, over: 5))
      }
      var prices = Set<Rational>()
      for step in 0...Self.steps {
        let share = try Rational(UInt256(UInt64(step)), over: UInt256(UInt64(Self.steps)))
        prices.insert(try (low + (high - low) * share).rounded(toPlaces: 8))
      }
      prices.insert(now)
      if let level = liquidationPrice {
        // Both sides of the step at which keepers may act.
        let isRise = position.liquidation?.isRise ?? false
        let last = try level.rounded(toPlaces: 8)
        let hair = try Rational(1, over: 100_000_000)
        prices.formUnion([last, isRise ? try last - hair : try last + hair])
      }
      return prices.filter { $0 > 0 && $0 >= low && $0 <= high }.sorted()
    } catch {
      return [now]
    }
  }

  private func outcome(at price: Rational) throws(CommandError) -> Outcome {
    let moved = try price == now ? world : world.at(price, of: symbol)
    let position = moved.unmeasuredPosition
    guard position.isLiquidatable, moved.keepersAreOn else { return Outcome(price: price, position: position) }
    var settled = moved
    guard !settled.settleKeepers().events.isEmpty else { return Outcome(price: price, position: position) }
    return Outcome(price: price, position: position, liquidated: settled.unmeasuredPosition)
  }

  // MARK: Charts

  /// The equity, and what the same equity would be as collateral without a loan.
  var equity: Chart {
    var layers: [Chart.Layer] = []
    let kept = outcomes.filter { $0.liquidated == nil }
    let points = kept.map { Self.point($0.price, $0.position.equity) }
    let without = outcomes.map { outcome in
      Self.point(outcome.price, (try? position.equity * outcome.position.collateral / position.collateral) ?? 0)
    }
    let liquidated = outcomes.compactMap { outcome in
      outcome.liquidated.map { Self.point(outcome.price, $0.equity) }
    }
    layers.append(.line(name: "equity", points: points))
    if !position.debt.isZero { layers.append(.line(name: "without a loan", points: without, style: .muted)) }
    if !liquidated.isEmpty {
      layers.append(.line(name: "after liquidation", points: liquidated, style: .danger))
    }
    layers += marks { $0.equity.doubleValue }
    if let even = breakEven, Self.distance(even.price, now) * 50 > now.doubleValue,
      let mark = mark("break-even", even.price, breakEvenText(even), .plain, { $0.equity.doubleValue })
    {
      layers.append(mark)
    }
    let values = (points + without + liquidated).map(\.y) + [0]
    if values.contains(where: { $0 < 0 }) { layers.append(.level(name: "", at: 0, style: .muted)) }
    var chart = chart("equity", in: .dollars, values, layers, summary: equitySummary)
    if values.allSatisfy({ $0 >= 0 }) { chart.y.lower = 0 }
    return chart
  }

  /// The health factor, with the level at which liquidation begins.
  var healthFactor: Chart {
    let points = outcomes.compactMap { outcome -> Chart.Point? in
      guard case .exact(let factor) = outcome.position.healthFactor else { return nil }
      return Self.point(outcome.price, factor)
    }
    let layers: [Chart.Layer] =
      [.line(name: "health factor", points: points), .level(name: "liquidation below 1", at: 1, style: .danger)]
      + marks { position in if case .exact(let factor) = position.healthFactor { factor.doubleValue } else { .nan } }
    return chart("health factor", in: .number, points.map(\.y) + [0, 1], layers, summary: healthSummary)
  }

  private func chart(
    _ title: String, in unit: Chart.Axis.Unit, _ values: [Double], _ layers: [Chart.Layer], summary: StyledText
  ) -> Chart {
    let (low, high) = (outcomes.first?.price.doubleValue ?? 0, outcomes.last?.price.doubleValue ?? 0)
    return Chart(
      x: .measuring("price of \(symbol)", in: .dollars, from: low, to: high, isBound: true),
      y: .measuring(title, in: unit, from: values.min() ?? 0, to: values.max() ?? 0),
      layers: layers, summary: summary)
  }

  /// Now and liquidation.
  private func marks(_ height: (Position) -> Double) -> [Chart.Layer] {
    let now = mark("now", now, Display.price(now), .strong, height)
    let liquidation = liquidationPrice.flatMap { mark("liquidation", $0, liquidationText, .danger, height) }
    return [now, liquidation].compactMap { $0 }
  }

  /// A mark on the line; nil beyond the chart.
  private func mark(
    _ name: String, _ price: Rational, _ text: String, _ style: Style, _ height: (Position) -> Double
  ) -> Chart.Layer? {
    // The last outcome before keepers act stands for the liquidation price itself.
    let kept = outcomes.filter { $0.liquidated == nil }
    guard let low = outcomes.first?.price, let high = outcomes.last?.price, price >= low, price <= high,
      let outcome = kept.min(by: { Self.distance($0.price, price) < Self.distance($1.price, price) })
    else { return nil }
    return .mark(
      name: "\(name) \(text)", at: Chart.Point(x: price.doubleValue, y: height(outcome.position)), style: style)
  }

  private static func distance(_ one: Rational, _ other: Rational) -> Double {
    (one.doubleValue - other.doubleValue).magnitude
  }

  private static func point(_ price: Rational, _ value: Rational) -> Chart.Point {
    Chart.Point(x: price.doubleValue, y: value.doubleValue)
  }

  // MARK: Words

  private var liquidationText: String {
    guard let liquidationPrice else { return "" }
    return Display.price(liquidationPrice, rounding: position.liquidation?.isRise ?? false ? .down : .up)
  }

  private var breakEven: (price: Rational, isAbove: Bool)? {
    position.debt.isZero ? nil : world.breakEvenPrice(of: symbol)
  }

  private func breakEvenText(_ even: (price: Rational, isAbove: Bool)) -> String {
    Display.price(even.price, rounding: even.isAbove ? .up : .down)
  }

  private var equitySummary: StyledText {
    var text: StyledText =
      "\(symbol) at \(Display.price(now)): equity \(Display.dollars(position.equity), .strong), \(liquidationWords)."
    if let breakEven { text += "\nBreak-even with plain holding at \(breakEvenText(breakEven))." }
    return text
  }

  private var healthSummary: StyledText {
    "\(symbol) at \(Display.price(now)): health factor \(Display.healthFactor(of: position), .strong), \(liquidationWords)."
  }

  private var liquidationWords: String {
    guard !position.debt.isZero else { return "and no debt that could be liquidated" }
    guard liquidationPrice != nil else { return "and no price of \(symbol) alone leads to liquidation" }
    guard !position.isLiquidatable else { return "and the liquidation price \(liquidationText) is crossed" }
    let side = position.liquidation?.isRise ?? false ? "higher" : "lower"
    return "liquidation at \(liquidationText), \(Display.buffer(position.buffer)) \(side)"
  }
}

extension Rational {
  /// So many hundredths.
  fileprivate static func percent(_ number: UInt256) -> Rational { (try? Rational(number, over: 100)) ?? 0 }
}
