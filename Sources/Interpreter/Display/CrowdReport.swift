import FixedPoint
import Lending
import Reports
import Simulation

/// Who the borrowers beside the learner are, and where their liquidation prices lie.
struct CrowdReport {
  private let world: World
  private let crowd: Crowd
  /// What the protocol sees.
  private let price: Double

  /// Throws where there is no crowd.
  init(of world: World) throws(CommandError) {
    guard let crowd = world.crowd else {
      throw CommandError(.refused, "there is no crowd", try: ["crowd 1000", "crowd add 40 ETH at 1900"])
    }
    self.world = world
    self.crowd = crowd
    price = world.price(of: crowd.symbol).doubleValue
  }

  var summary: Report {
    guard crowd.count > 0 else {
      return Report([
        .paragraph("Everybody of the crowd (\(crowd.sources.joined(separator: ", "))) has been liquidated.")
      ])
    }
    return Report([.values(lines), .table(reach)])
  }

  /// The same with the liquidation prices as columns.
  var chart: Report {
    guard crowd.count > 0 else { return summary }
    return Report([.values(lines), .chart(histogram)])
  }

  // MARK: - Figures

  private var lines: [LabelledValue] {
    let symbol = crowd.symbol
    let holdings = crowd.holdings
    var lines = [
      LabelledValue(
        label: "crowd", value: StyledText(Display.borrowers(crowd.count)),
        remark: StyledText(crowd.sources.joined(separator: ", "), .muted)),
      LabelledValue(
        label: "holding", value: StyledText(Display.tokens(holdings, symbol)),
        remark: StyledText("worth \(Display.dollars(holdings * price)) at \(Display.price(price))", .muted)),
    ]
    if let closest {
      lines.append(
        LabelledValue(
          label: "closest", value: StyledText(Display.price(closest)),
          remark: closest >= price
            ? StyledText("can be liquidated now", .danger)
            : StyledText("the highest liquidation price, \(Display.percent(closest / price - 1)) from here", .muted)))
    }
    return lines + poolLines
  }

  /// The highest liquidation price of those who are still there.
  private var closest: Double? {
    (crowd.front.waiting.map { crowd.queue.prices[$0] } + (crowd.nextPrice.map { [$0] } ?? [])).max()
  }

  /// What a sale does beside this crowd; nothing without a pool.
  private var poolLines: [LabelledValue] {
    guard let pair = try? world.salePool(of: crowd.symbol) else { return [] }
    let symbol = crowd.symbol
    let pool = world.depth(of: pair, selling: symbol)
    let bonus = world.cascadeRules(symbol, CascadeTerms()).bonus
    // How far a sale of one token lowers the price, times what is for sale for each dollar of the next tenth.
    let density = crowd.share(pricedIn: 0.9 * price..<price).amount / (0.1 * price)
    let passedOn = pool.priceImpact(selling: 0.001) * pool.spotPrice / 0.001 * density
    return [
      LabelledValue(
        label: "passes on", value: StyledText(Display.ratio(passedOn), passedOn < 1 ? .plain : .danger),
        remark: StyledText(
          "for each \(symbol) sold so much more comes up for sale within the next 10%; from 1 on a fall feeds itself",
          .muted)),
      LabelledValue(
        label: "at once", value: StyledText(Display.tokens(pool.largestSale(within: bonus), symbol)),
        remark: StyledText(
          "the most that a liquidator can sell before slippage eats the bonus of \(Display.percent(bonus))", .muted)),
    ]
  }

  /// The falls whose reach is listed.
  private static let falls = [0.01, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5]

  private var reach: Table {
    let columns = [
      Column(title: "fall"), Column(title: "price"), Column(title: "borrowers reached"), Column(title: "for sale"),
      Column(title: "of all", alignment: .leading),
    ]
    let all = crowd.holdings
    let rows = Self.falls.map { fall in
      let level = price * (1 - fall)
      let (count, amount) = crowd.share(pricedIn: level..<Double.infinity)
      return Row(cells: [
        .text(StyledText("-" + Display.percent(Rational(exactly: fall) ?? 0, places: 0))),
        .text(StyledText(Display.price(level))), .text(StyledText(Display.count(count))),
        .text(StyledText(Display.tokens(amount, crowd.symbol))), .bar(fraction: amount / all, style: .danger),
      ])
    }
    return Table(
      columns: columns, rows: rows,
      footer: ["Reached by the fall alone: what they sell comes on top, as `cascade` shows."])
  }

  // MARK: - Chart

  private static let bins = 30

  private var histogram: Chart {
    let lower = lowest
    let width = (price - lower) / Double(Self.bins)
    let bars = (0..<Self.bins).map { index in
      let (from, to) = (lower + width * Double(index), lower + width * Double(index + 1))
      let upper = index == Self.bins - 1 ? Double.infinity : to
      return Chart.Bar(from: from, to: to, value: crowd.share(pricedIn: from..<upper).amount)
    }
    var layers: [Chart.Layer] = [
      .columns(name: "for sale", bars: bars, style: .danger), .vertical(name: "price now", at: price, style: .strong),
    ]
    if let own, own > lower, own < price { layers.append(.vertical(name: "you", at: own, style: .caution)) }
    let below = crowd.share(pricedIn: 0..<lower).amount
    return Chart(
      x: .measuring("liquidation price", in: .dollars, from: lower, to: price, isBound: true),
      y: .measuring("\(crowd.symbol) for sale", in: .number, from: 0, to: bars.map(\.value).max() ?? 1),
      layers: layers, height: 10,
      summary:
        "Each column is what \(Display.dollars(width)) of fall bring up for sale; \(Display.tokens(below, crowd.symbol)) lie below \(Display.price(lower))."
    )
  }

  /// The left end: down to where a twentieth of the holdings is left, and at least a tenth of the price.
  private var lowest: Double {
    let (prices, amounts) = crowd.remaining
    var left = crowd.holdings
    let least = left / 20
    for (price, amount) in zip(prices, amounts) {
      left -= amount
      if left <= least { return max(0, min(price * 0.98, self.price * 0.9)) }
    }
    return 0
  }

  /// The learner's own liquidation price, if it is the crowd's asset that decides it.
  private var own: Double? {
    guard let liquidation = world.position.liquidation, liquidation.symbol == crowd.symbol, !liquidation.isRise else {
      return nil
    }
    return liquidation.price.doubleValue
  }
}
