import FixedPoint
import Lending

/// Makes a market of the sections of a file and checks what lies between sections.
struct MarketBuilder {
  let top: MarketFileSection
  let assetSections: [MarketFileSection]
  let modeSections: [MarketFileSection]
  let poolSections: [MarketFileSection]
  /// The listed assets in the order of the file.
  let assets: [Asset]

  /// Lists the assets; `sections` begins with the lines before the first heading.
  init(sections: [MarketFileSection]) throws(FileMistake) {
    top = sections[0]
    assetSections = sections.filter { $0.kind == .asset }
    modeSections = sections.filter { $0.kind == .efficiencyMode }
    poolSections = sections.filter { $0.kind == .pool }
    guard !assetSections.isEmpty else {
      throw top.heading.mistake("the file lists no asset: it needs a section such as `[asset ETH]`")
    }
    try Self.check(assetSections.map(\.heading), called: "assets", limit: MarketFile.assetLimit)
    try Self.check(modeSections.map(\.heading), called: "efficiency modes", limit: MarketFile.sectionLimit)
    try Self.check(poolSections.map(\.heading), called: "pools", limit: MarketFile.sectionLimit)
    var listed: [(asset: Asset, line: Int)] = []
    for section in assetSections {
      let asset = try section.newAsset()
      let key = asset.symbol.text.lowercased()
      if let first = listed.first(where: { $0.asset.symbol.text.lowercased() == key }) {
        throw section.subject.mistake("asset `\(asset.symbol.text)` is listed twice, first on line \(first.line)")
      }
      listed.append((asset, section.heading.line))
    }
    assets = listed.map(\.asset)
  }

  private static func check(_ places: [FileText], called name: String, limit: Int) throws(FileMistake) {
    guard places.count > limit else { return }
    throw places[limit].mistake("more than \(limit) \(name)")
  }

  func market() throws(FileMistake) -> Market {
    let notes = top.entries.filter { $0.key.text == "note" }.map(\.value)
    try Self.check(notes, called: "notes", limit: MarketFile.sectionLimit)
    let modes = try efficiencyModes()
    var market = Market(
      name: try top.value("market").marketName(),
      title: try top.value("title").text,
      date: try top.optional("date").map { text throws(FileMistake) in try text.day() } ?? "",
      source: try top.value("source").text,
      notes: notes.map(\.text),
      rules: try top.value("rules").word(among: Market.knownRules, called: "rules"),
      assets: try listedAssets(),
      efficiencyModes: modes,
      startingEfficiencyMode: try startingMode(among: modes),
      wallet: try wallet(),
      collateral: try top.value("collateral").listed(among: assets).symbol,
      loan: try top.value("loan").listed(among: assets).symbol,
      flashLoanFee: try top.value("flash-loan-fee").percentage(),
      swapTerms: [],
      gas: try top.optional("gas").map { text throws(FileMistake) in try text.gas() } ?? .zero)
    try checkDefaults(of: market)
    try addPools(to: &market)
    return market
  }

  private func listedAssets() throws(FileMistake) -> [MarketAsset] {
    var listed: [MarketAsset] = []
    for (section, asset) in zip(assetSections, assets) {
      listed.append(try section.marketAsset(asset, among: assets))
    }
    for section in assetSections {
      guard let follows = section.optional("follows") else { continue }
      var chain = [try section.subject.listed(among: assets).symbol]
      while let next = listed.first(where: { $0.asset.symbol == chain[chain.count - 1] })?.follows {
        chain.append(next)
        guard next != chain[0] else {
          let circle = chain.map(\.text).joined(separator: " -> ")
          throw follows.mistake("no asset can follow itself: \(circle)")
        }
        // A circle further on is reported where it begins.
        if chain.count > listed.count { break }
      }
    }
    return listed
  }

  private func efficiencyModes() throws(FileMistake) -> [EfficiencyMode] {
    var modes: [(mode: EfficiencyMode, line: Int)] = []
    for section in modeSections {
      let mode = try section.efficiencyMode(among: assets)
      if let first = modes.first(where: { $0.mode.id == mode.id }) {
        throw section.subject.mistake("efficiency mode \(mode.id) is listed twice, first on line \(first.line)")
      }
      modes.append((mode, section.heading.line))
    }
    return modes.map(\.mode)
  }

  private func startingMode(among modes: [EfficiencyMode]) throws(FileMistake) -> Int? {
    guard let text = top.optional("efficiency-mode") else { return nil }
    let id = try text.integer(in: MarketFileSection.modeIds)
    guard modes.contains(where: { $0.id == id }) else {
      throw text.mistake("there is no section `[efficiency-mode \(id)]`")
    }
    return id
  }

  private func wallet() throws(FileMistake) -> [Holding] {
    guard let text = top.optional("wallet") else { return [] }
    var wallet: [Holding] = []
    for item in try text.items() {
      let (amount, asset) = try item.holding(among: assets)
      guard !amount.isZero else { throw item.mistake("\(item.quoted) is nothing: leave it out") }
      guard !wallet.contains(where: { $0.symbol == asset.symbol }) else {
        throw item.mistake("\(asset.symbol.text) is in the wallet twice")
      }
      wallet.append(Holding(symbol: asset.symbol, amount: amount))
    }
    return wallet
  }

  /// Checks that what a learner deposits and borrows by default can be deposited and borrowed.
  private func checkDefaults(of market: Market) throws(FileMistake) {
    let (collateral, loan) = (try top.value("collateral"), try top.value("loan"))
    guard market.collateral != market.loan else {
      throw loan.mistake("collateral and loan are both \(market.loan.text)")
    }
    let mode = market.efficiencyModes.first { $0.id == market.startingEfficiencyMode }
    let configuration = market.asset(market.collateral)?.configuration
    let threshold =
      mode.flatMap { $0.collateral.contains(market.collateral) ? $0.liquidationThreshold : nil }
      ?? configuration?.liquidationThreshold
    guard threshold != .zero else {
      throw collateral.mistake("\(market.collateral.text) is no collateral: its liquidation-threshold is 0%")
    }
    if let mode {
      guard mode.borrowable.contains(market.loan) else {
        throw loan.mistake("\(market.loan.text) cannot be borrowed in efficiency mode \(mode.id)")
      }
    } else if market.asset(market.loan)?.configuration.borrowingEnabled != true {
      throw loan.mistake("\(market.loan.text) cannot be borrowed: its section says `borrowing: no`")
    }
  }

  /// Adds the pools, one after the other, to a market that is otherwise complete, and tries each.
  private func addPools(to market: inout Market) throws(FileMistake) {
    for section in poolSections {
      let terms = try section.poolTerms(among: assets)
      let pair = Set([terms.base, terms.quote])
      if let first = market.swapTerms.firstIndex(where: { Set([$0.base, $0.quote]) == pair }) {
        throw section.subject.mistake(
          "the pool of \(terms.base.text) and \(terms.quote.text) is listed twice, "
            + "first on line \(poolSections[first].heading.line)")
      }
      market.swapTerms.append(terms)
      do throws(SwapError) {
        _ = try Exchange(market: market)
      } catch {
        let depth = try section.value("depth")
        if case .poolTooSmall = error { throw depth.mistake("a pool of \(depth.text) would have an empty side") }
        throw depth.mistake("a pool of \(depth.text) would need more tokens than there are")
      }
    }
    guard let exchange = try? Exchange(market: market), !exchange.isFrictionless else { return }
    guard exchange.route(from: market.loan, to: market.collateral) != nil else {
      throw try top.value("loan").mistake(
        "no pool leads from \(market.loan.text) to \(market.collateral.text): what is borrowed could not be reinvested")
    }
  }
}
