import FixedPoint
import Lending
import Reports
import Simulation

/// Where falls of all sizes end once liquidations have run.
struct CascadeLadder {
  private let symbol: Symbol
  private let rows: [(fall: Rational, story: CascadeStory)]
  /// The whole fall by the fall of the shock, as shares.
  private let curve: [Chart.Point]

  private static let falls: [Rational] = [1, 2, 3, 4, 5, 8, 10, 15, 20, 30]
  /// The largest fall of the chart, and in how many steps it is reached.
  private static let (largest, points) = (0.3, 120)

  /// Runs each shock on a copy of the world.
  init(terms: CascadeTerms, in world: World, _ isStopped: () -> Bool) throws(CommandError) {
    try CascadeCommand.check(world)
    symbol = world.crowd?.symbol ?? world.pricedDefault
    let pair = try world.salePool(of: symbol)
    var rows: [(fall: Rational, story: CascadeStory)] = []
    for percent in Self.falls {
      guard let fall = try? percent / 100 else { continue }
      var copy = world
      copy.lastShock = try copy.shock(symbol, .fall(fall))
      rows.append((fall, try copy.cascade(symbol, terms, isStopped: isStopped)))
    }
    self.rows = rows
    curve = Self.curve(of: world, in: world.depth(of: pair, selling: symbol), world.cascadeRules(symbol, terms), terms)
  }

  /// The whole fall for shocks of all sizes by the model alone, without the learner.
  private static func curve(
    of world: World, in pool: ConstantProduct, _ rules: CascadeRules, _ terms: CascadeTerms
  ) -> [Chart.Point] {
    guard let crowd = world.crowd else { return [] }
    let (prices, amounts) = crowd.remaining
    let queue = LiquidationQueue(prices: prices, amounts: amounts)
    let start = pool.spotPrice
    let isPlain = pool.fee == 0 && rules.sale == .collateral && !rules.isCareful && terms.breaker == nil
    let index = isPlain ? ShockIndex(queue, product: pool.product) : nil
    let halt = terms.breaker.map { start * (1 - $0.doubleValue) } ?? 0
    return (1...points).map { place in
      let fall = largest * Double(place) / Double(points)
      var shocked = pool
      shocked.sell(pool.amount(loweringPriceBy: fall))
      let end: Double
      if let index {
        end = index.end(fromPrice: shocked.spotPrice).price
      } else {
        var run = CascadeRun(queue: queue, pool: shocked, rules: rules, halt: halt)
        _ = run.waves()
        end = run.pool.spotPrice
      }
      return Chart.Point(x: fall, y: 1 - end / start)
    }
  }

  var report: Report {
    var report = Report([.table(table)])
    if !curve.isEmpty { report.append(.chart(chart)) }
    report.append(.note("Nothing was changed: `cascade -5%` lets one of them happen."))
    return report
  }

  private var table: Table {
    let columns = [
      Column(title: "shock"), Column(title: "liquidated"), Column(title: "waves"), Column(title: "price at the end"),
      Column(title: "whole fall"), Column(title: "amplification"), Column(title: "bad debt"),
    ]
    let rows = rows.map { fall, story in
      Row(cells: [
        .text(StyledText("-" + Display.percent(fall, places: 0))),
        .text(StyledText(Display.count(story.liquidated) + (story.learnerIsLiquidated ? " and you" : ""))),
        .text(StyledText(Display.count(story.steps.count))), .text(StyledText(Display.price(story.end))),
        .text(StyledText("-" + Display.percent(story.fall))),
        .text(StyledText(story.amplification.map(Display.times) ?? "–")),
        .text(StyledText(Display.dollars(story.badDebt), story.badDebt > 0.005 ? .danger : .plain)),
      ])
    }
    return Table(columns: columns, rows: rows)
  }

  private var chart: Chart {
    let alone = [Chart.Point(x: 0, y: 0), Chart.Point(x: Self.largest, y: Self.largest)]
    let highest = curve.map(\.y).max() ?? Self.largest
    return Chart(
      x: .measuring("shock", in: .percent, from: 0, to: Self.largest, isBound: true),
      y: .measuring("whole fall", in: .percent, from: 0, to: highest),
      layers: [
        .line(name: "with liquidations", points: [Chart.Point(x: 0, y: 0)] + curve, style: .danger),
        .line(name: "the shock alone", points: alone, style: .muted),
      ],
      height: 10, summary: "A jump is a shock beyond which one liquidation sets off the next.")
  }
}
