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

  /// The curve of an asset as a chart, with its kink and where the market stands.
  func curve(of symbol: Symbol) throws(CommandError) -> Report {
    let reserve = try world.reserve(symbol)
    let strategy = reserve.configuration.rateStrategy
    let now = world.utilization(of: symbol)
    let kink = strategy.optimalUtilization.fraction
    var shares = [0, 1, 2, 3, 4, 5].compactMap { try? Rational($0, over: 5) } + [kink, now]
    if let above = try? (kink + 1) / 2 { shares.append(above) }
    shares = Array(Set(shares)).sorted()
    let rates = shares.map { rate(at: $0, strategy) }
    let highest = rates.max() ?? 1
    let columns = [
      Column(title: "utilization"), Column(title: "borrow rate"), Column(title: "", alignment: .leading),
      Column(title: "", alignment: .leading),
    ]
    let rows = zip(shares, rates).map { share, rate -> Row in
      let marks = [share == now ? "now" : nil, share == kink ? "kink" : nil].compactMap { $0 }
      let fraction = highest.isZero ? 0 : ((try? rate / highest) ?? 0).doubleValue
      return Row(
        cells: [
          .text(StyledText(Self.percent(share))), .text(StyledText(Self.percent(rate))),
          .bar(fraction: fraction, style: share > kink ? .danger : .plain),
          .text(StyledText(marks.joined(separator: ", "))),
        ], emphasis: share == now ? .strong : nil)
    }
    let borrow = Self.percent(world.borrowRate(of: symbol))
    let supply = Self.percent(world.supplyRate(of: symbol))
    let fixed = fixedText(symbol)
    return Report([
      .paragraph(
        "\(symbol, .strong): borrowers pay \(borrow, .strong) a year, suppliers earn \(supply)\(fixed.isEmpty ? "" : " (\(fixed))")."
      ),
      .table(Table(columns: columns, rows: rows)),
    ])
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
