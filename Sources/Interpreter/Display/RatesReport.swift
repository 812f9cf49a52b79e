import FixedPoint
import Lending
import Markets
import Reports

/// Rates and utilization of a market, and the curve that leads from one to the other.
struct RatesReport {
  let world: World

  private static func percent(_ value: Rational) -> String { Display.percent(value, places: 2) }

  /// A line for each asset with what borrowers pay and suppliers earn.
  var table: Report {
    let columns = [
      Column(title: "asset", alignment: .leading), Column(title: "borrow rate"), Column(title: "supply rate"),
      Column(title: "utilization"), Column(title: "kink"), Column(title: "", alignment: .leading),
    ]
    let rows = world.market.assets.map { asset -> Row in
      let symbol = asset.asset.symbol
      return Row(cells: [
        .text(StyledText(symbol.text)), .text(StyledText(Self.percent(world.borrowRate(of: symbol)))),
        .text(StyledText(Self.percent(world.supplyRate(of: symbol)))),
        .text(StyledText(Self.percent(world.utilization(of: symbol)))),
        .text(StyledText(Display.setting(asset.configuration.rateStrategy.optimalUtilization))),
        .text(StyledText(fixedText(symbol), .muted)),
      ])
    }
    return Report([.table(Table(columns: columns, rows: rows))])
  }

  /// A line for each asset with what is supplied, lent and left.
  var utilization: Report {
    let columns = [
      Column(title: "asset", alignment: .leading), Column(title: "supplied"), Column(title: "lent"),
      Column(title: "left"), Column(title: "utilization"), Column(title: "borrow rate"),
    ]
    let rows = world.market.assets.map { asset -> Row in
      let symbol = asset.asset.symbol
      let reserve = try? world.pool.reserve(symbol)
      let (lent, left) = ((try? reserve?.totalDebt()) ?? .zero, reserve?.availableLiquidity ?? .zero)
      return Row(cells: [
        .text(StyledText(symbol.text)), .text(StyledText(world.number((try? lent + left) ?? .max, symbol))),
        .text(StyledText(world.number(lent, symbol))), .text(StyledText(world.number(left, symbol))),
        .text(StyledText(Self.percent(world.utilization(of: symbol)))),
        .text(StyledText(Self.percent(world.borrowRate(of: symbol)))),
      ])
    }
    return Report([.table(Table(columns: columns, rows: rows))])
  }

  /// The curve of an asset as a chart, with its kink and where the market stands, and the exact rates there.
  func curve(of symbol: Symbol) throws(CommandError) -> Report {
    let reserve = try world.reserve(symbol)
    let strategy = reserve.configuration.rateStrategy
    let now = world.utilization(of: symbol)
    let kink = strategy.optimalUtilization.fraction
    let borrow = Self.percent(world.borrowRate(of: symbol))
    let supply = Self.percent(world.supplyRate(of: symbol))
    let fixed = fixedText(symbol)
    return Report([
      .paragraph(
        "\(symbol, .strong): borrowers pay \(borrow, .strong) a year, suppliers earn \(supply)\(fixed.isEmpty ? "" : " (\(fixed))")."
      ),
      .chart(chart(strategy, kink: kink, now: now)),
      .table(table(strategy, kink: kink, now: now)),
    ])
  }

  /// The curve: two straight pieces that meet at the kink.
  private func chart(_ strategy: TwoSlopeRateStrategy, kink: Rational, now: Rational) -> Chart {
    func point(_ share: Rational) -> Chart.Point {
      Chart.Point(x: share.doubleValue, y: rate(at: share, strategy).doubleValue)
    }
    let points = [0, kink, 1].map(point)
    return Chart(
      x: .measuring("utilization", in: .percent, from: 0, to: 1, isBound: true),
      y: .measuring("borrow rate", in: .percent, from: 0, to: points.map(\.y).max() ?? 0),
      layers: [
        .line(name: "borrow rate", points: points),
        .mark(name: "kink \(Display.setting(strategy.optimalUtilization))", at: point(kink)),
        .mark(name: "now \(Self.percent(now))", at: point(now), style: now > kink ? .danger : .strong),
      ], height: 10)
  }

  /// The rates where the curve begins, bends and ends, and where the market stands.
  private func table(_ strategy: TwoSlopeRateStrategy, kink: Rational, now: Rational) -> Table {
    let rows = Set([0, kink, 1, now]).sorted().map { share -> Row in
      let marks = [share == now ? "now" : nil, share == kink ? "kink" : nil].compactMap { $0 }
      return Row(
        cells: [
          .text(StyledText(Self.percent(share))), .text(StyledText(Self.percent(rate(at: share, strategy)))),
          .text(StyledText(marks.joined(separator: ", "))),
        ], emphasis: share == now ? .strong : nil)
    }
    return Table(
      columns: [Column(title: "utilization"), Column(title: "borrow rate"), Column(title: "", alignment: .leading)],
      rows: rows)
  }

  private func rate(at share: Rational, _ strategy: TwoSlopeRateStrategy) -> Rational {
    guard let utilization = try? share.scaled(to: Ray.one.raw, rounding: .halfUp) else { return 0 }
    return world.fraction(try? strategy.variableBorrowRate(utilization: Ray(utilization)))
  }

  private func fixedText(_ symbol: Symbol) -> String {
    guard let fixed = (try? world.pool.reserve(symbol))?.fixedRates, !fixed.isEmpty else { return "" }
    switch (fixed.variableBorrowRate, fixed.liquidityRate) {
    case (_?, _?): return "both fixed"
    case (_?, nil): return "borrowing fixed"
    default: return "supply fixed"
    }
  }
}
