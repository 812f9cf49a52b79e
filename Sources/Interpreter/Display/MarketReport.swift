import FixedPoint
import Lending
import Markets
public import Reports

/// A market's parameters as a reader wants them.
public struct MarketReport {
  let world: World

  public init(world: World) {
    self.world = world
  }

  /// What is said when a market is loaded: what it is, of when, from where, and its assumptions.
  public var opening: Report {
    let market = world.market
    var report = Report([.paragraph("\(market.name, .strong): \(market.title)")])
    var lines: [LabelledValue] = []
    if !market.date.isEmpty { lines.append(LabelledValue(label: "date", value: StyledText(market.date))) }
    lines.append(LabelledValue(label: "source", value: StyledText(market.source)))
    lines += world.walletLines
    if let mode = market.startingEfficiencyMode, let category = market.efficiencyModes.first(where: { $0.id == mode }) {
      lines.append(LabelledValue(label: "mode", value: "\(mode), \(category.label)"))
    }
    report.append(.values(lines))
    for note in market.notes { report.append(.note(StyledText(note))) }
    return report
  }

  /// Everything: assets, modes, swaps, presets.
  public var full: Report {
    let market = world.market
    var report = opening
    let columns = [
      Column(title: "asset", alignment: .leading),
      Column(title: "price", group: 1), Column(title: "max LTV", group: 1),
      Column(title: "liquidation threshold", group: 1), Column(title: "liquidation bonus", group: 1),
      Column(title: "borrow", group: 2), Column(title: "borrow rate", group: 2), Column(title: "supply rate", group: 2),
      Column(title: "utilization", group: 2),
    ]
    let rows = market.assets.map { asset in
      let configuration = asset.configuration
      let reserve = try? world.pool.reserve(asset.asset.symbol)
      let bonus = (try? configuration.liquidationBonus.raw - 10_000) ?? .zero
      return Row(cells: [
        .text(StyledText(asset.asset.symbol.text)),
        .text(StyledText(Display.price(world.price(of: asset.asset.symbol)))),
        .text(StyledText(Display.setting(configuration.maxLTV))),
        .text(StyledText(Display.setting(configuration.liquidationThreshold))),
        .text(StyledText(Display.setting(BasisPoints(bonus)))),
        .text(configuration.borrowingEnabled ? "yes" : "no"),
        .text(StyledText(Self.percent(reserve?.variableBorrowRate))),
        .text(StyledText(Self.percent(reserve?.liquidityRate))),
        .text(StyledText(Self.percent(try? reserve?.utilization()))),
      ])
    }
    report.append(.table(Table(columns: columns, rows: rows)))
    for mode in market.efficiencyModes {
      report.append(.paragraph(StyledText(Self.sentence(mode, in: market))))
    }
    var terms = world.poolLines
    terms.append(LabelledValue(label: "flash loan", value: StyledText("fee \(Display.setting(world.flashLoanFee))")))
    if !world.gasPrice.isZero {
      terms.append(
        LabelledValue(label: "gas", value: StyledText(Display.price(world.gasPrice)), remark: "for each transaction"))
    }
    report.append(.values(terms))
    report.append(.note("Presets: \(Presets.names.joined(separator: ", ")). `market NAME` loads one."))
    return report
  }

  private static func sentence(_ mode: EfficiencyMode, in market: Market) -> String {
    let list = { (symbols: Set<Symbol>) in
      market.assets.map(\.asset.symbol).filter(symbols.contains).map(\.text).joined(separator: ", ")
    }
    return "Efficiency mode \(mode.id), \(mode.label): max LTV \(Display.setting(mode.maxLTV)), threshold "
      + "\(Display.setting(mode.liquidationThreshold)) for \(list(mode.collateral)); lends \(list(mode.borrowable))."
  }

  /// A yearly rate or a share in ray, with two decimals.
  private static func percent(_ ray: Ray?) -> String {
    guard let ray, let share = try? Rational(ray.raw, over: Ray.one.raw), let percent = try? share * 100 else {
      return "–"
    }
    return percent.fixedText(places: 2) + "%"
  }
}
