import FixedPoint
import Lending
public import Markets
public import Reports

/// Lists markets, loads one, and chooses an efficiency mode.
public struct MarketCommand: Command {
  public static let manual = Manual(
    "market", group: .world,
    synopsis: ["market", "market NAME", "market FILE.market", "market mode NUMBER", "market mode off"],
    summary: "its rules; load another",
    details: [
      "Loading a market starts a new world in it; `undo` brings the old one back. The presets hold published parameters with "
        + "their date, and are files that can be copied and edited.",
      "An efficiency mode raises the limits for assets whose prices move together, and lends only those.",
    ],
    examples: [
      Manual.Example("market", shows: "the classroom's parameters and the presets"),
      Manual.Example("market aave-v3-ethereum", shows: "a market with published parameters"),
      Manual.Example(
        "market aave-v3-ethereum-emode; deposit 10 wstETH; borrow 90%", shows: "ether against staked ether"),
    ])

  enum Action: Equatable, Sendable {
    case show
    case load(String, Range<Int>)
    case mode(Int?)
  }

  let action: Action

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> MarketCommand {
    if arguments.keyword("mode") {
      if arguments.keyword("off") { return MarketCommand(action: .mode(nil)) }
      guard let number = try arguments.wholeNumber("the number of the mode", in: 1...255) else {
        throw arguments.errorHere("the number of the mode, or `off`, is missing", try: ["market mode 1"])
      }
      return MarketCommand(action: .mode(number))
    }
    guard let name = arguments.text() else { return MarketCommand(action: .show) }
    return MarketCommand(action: .load(name, arguments.lastRange))
  }

  public static func candidates(after words: [String], in session: Session) -> [Candidate] {
    if words.isEmpty {
      return Presets.names.map { Candidate($0, (try? Presets.market(named: $0))?.title ?? "") }
        + [Candidate("mode", "an efficiency mode")]
    }
    guard words.count == 1, words[0] == "mode" else { return [] }
    return session.world.market.efficiencyModes.map { Candidate(String($0.id), $0.label) } + [Candidate("off", "none")]
  }

  public func run(in session: inout Session) throws(CommandError) -> Report {
    switch action {
    case .show:
      return MarketReport(world: session.world).full
    case .mode(let mode):
      return try session.change { (world) throws(CommandError) in
        try world.ledger { (world) throws(LendingError) in
          try world.pool.setEfficiencyMode(mode, of: World.learner, prices: world.feeds.oracle)
        }
        guard let mode, let category = world.market.efficiencyModes.first(where: { $0.id == mode }) else {
          return Report([.paragraph("Left every efficiency mode: each asset has its own limits again.")])
        }
        return Report([
          .paragraph(
            "Entered efficiency mode \(mode), \(category.label, .strong): max LTV \(Display.setting(category.maxLTV)), threshold \(Display.setting(category.liquidationThreshold))."
          )
        ])
      }
    case .load(let name, let range):
      let market = try Self.market(named: name, at: range, surroundings: session.surroundings)
      session.record(try World(market: market))
      return MarketReport(world: session.world).opening
    }
  }

  /// The preset of this name, or the market of a file: a name with a slash or the ending `.market`.
  public static func market(
    named name: String, at range: Range<Int>? = nil, surroundings: Surroundings
  ) throws(CommandError) -> Market {
    do {
      if let text = Presets.text(named: name.lowercased()) {
        return try MarketFile.parse(text, file: name.lowercased() + ".market")
      }
      guard name.contains("/") || name.hasSuffix(".market") else {
        let near = Spelling.suggestions(for: name, among: Presets.names)
        throw CommandError(
          .syntax,
          "there is no market `\(CommandTable.shortened(name))`; the presets are \(Presets.names.joined(separator: ", "))",
          at: range, try: near, isSpelling: true)
      }
      return try MarketFile.parse(try surroundings.readMarketFile(name), file: name)
    } catch let error as MarketFileError {
      throw CommandError(.limit, error.description)
    } catch let error as CommandError {
      throw error
    } catch {
      throw CommandError(.limit, "\(error)")
    }
  }
}

/// A market's parameters as a reader wants them.
struct MarketReport {
  let world: World

  /// What is said when a market is loaded: what it is, of when, from where, and its assumptions.
  var opening: Report {
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
  var full: Report {
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
    report.append(
      .values(
        world.poolLines + [
          LabelledValue(label: "flash loan", value: StyledText("fee \(Display.setting(market.flashLoanFee))"))
        ]))
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
