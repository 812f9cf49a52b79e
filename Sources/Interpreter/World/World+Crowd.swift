import FixedPoint
import Lending
import Markets
import Simulation

/// How a crowd is drawn at random.
struct CrowdRecipe: Equatable, Sendable {
  /// A kind of crowd as it is found, or nearly.
  enum Preset: String, CaseIterable, Sendable {
    /// Aave v2, staked ether as collateral, June 2023: ln(health factor - 1) of mean 0.07 and deviation 1.8.
    case calm
    /// Positions that were looped on Aave v3 at the same time: mean -1.9, deviation 1.1.
    case looped
    /// As far from liquidation as those, but all alike: everybody followed the same advice.
    case crowded

    /// The median of health factor - 1.
    var distance: Double {
      switch self {
      case .calm: exponential(0.07)
      case .looped, .crowded: exponential(-1.9)
      }
    }

    var spread: Double {
      switch self {
      case .calm: 1.8
      case .looped: 1.1
      case .crowded: 0.5
      }
    }

    var meaning: String {
      switch self {
      case .calm: "few near liquidation"
      case .looped: "many near liquidation"
      case .crowded: "many at the same prices"
      }
    }
  }

  var count = 1_000
  var preset = Preset.calm
  /// The median leverage, where it was named.
  var leverage: Rational?
  /// The deviation of ln(health factor - 1), where it was named.
  var spread: Rational?
  /// The deviation of the logarithm of the size.
  var sizes: Rational = 3
  /// Whole tokens that all hold together, and what they are, where that was named.
  var holding: (tokens: Rational, symbol: Symbol)?
  var seed: UInt64?

  /// What all hold together where it is not named: a fifth of the pool that the manual's examples open.
  static let usualHolding: Rational = 200

  static func == (first: CrowdRecipe, second: CrowdRecipe) -> Bool {
    first.count == second.count && first.preset == second.preset && first.leverage == second.leverage
      && first.spread == second.spread && first.sizes == second.sizes && first.seed == second.seed
      && first.holding?.tokens == second.holding?.tokens && first.holding?.symbol == second.holding?.symbol
  }
}

extension World {
  /// The most whole tokens that a crowd may hold.
  static let mostCrowdTokens: Rational = 1_000_000_000

  /// Replaces the crowd by one that is drawn at random.
  mutating func gather(_ recipe: CrowdRecipe, seed: UInt64, goesOn: (Int) -> Bool) throws(CommandError) {
    let symbol = try crowdAsset(recipe.holding?.symbol)
    let threshold = riskLimits(of: symbol).liquidationThreshold.fraction
    var healthFactor = 1 + recipe.preset.distance
    if let leverage = recipe.leverage {
      guard let exact = try? threshold * leverage / (leverage - 1), exact > 1 else {
        let limit = threshold.geometricLimit.map { Display.grouped($0.fixedText(places: 2, rounding: .down)) } ?? "1"
        throw CommandError(
          .refused,
          "with a liquidation threshold of \(Display.setting(riskLimits(of: symbol).liquidationThreshold)) nobody can have a leverage of \(Display.typed(leverage))x: it is liquidated from \(limit)x on"
        )
      }
      healthFactor = exact.doubleValue
    }
    let model = CrowdModel(
      healthFactor: healthFactor, spread: recipe.spread?.doubleValue ?? recipe.preset.spread,
      sizes: recipe.sizes.doubleValue)
    let holding = recipe.holding?.tokens ?? CrowdRecipe.usualHolding
    guard
      let drawn = model.borrowers(
        recipe.count, price: price(of: symbol).doubleValue, holding: holding.doubleValue, seed: seed,
        goesOn: goesOn)
    else { throw CommandError(.limit, "stopped; nothing was changed") }
    let kind = recipe.leverage == nil && recipe.spread == nil ? recipe.preset.rawValue : "drawn at random"
    crowd = Crowd(
      symbol: symbol, prices: drawn.prices, amounts: drawn.amounts,
      sources: ["\(Display.count(recipe.count)) \(kind), seed \(seed)"])
  }

  /// Adds a borrower for each price.
  mutating func addBorrowers(
    holding tokens: Rational, of symbol: Symbol, at prices: [Rational]
  ) throws(CommandError) {
    let symbol = try crowdAsset(symbol)
    let now = price(of: symbol)
    for price in prices where price >= now {
      throw CommandError(
        .refused,
        "\(symbol) is at \(Display.price(now)): who has a liquidation price of \(Display.price(price)) would be liquidated already"
      )
    }
    if let crowd, crowd.symbol != symbol {
      throw CommandError(
        .refused, "the crowd holds \(crowd.symbol), and \(symbol) is another asset", try: ["crowd off"])
    }
    let old = crowd ?? Crowd(symbol: symbol, prices: [], amounts: [], sources: [])
    guard old.count + prices.count <= LiquidationQueue.mostPositions,
      (try? tokens * Rational(prices.count)) ?? Self.mostCrowdTokens <= Self.mostCrowdTokens
    else {
      throw CommandError(.limit, "a crowd has at most \(Display.count(LiquidationQueue.mostPositions)) borrowers")
    }
    crowd = old.adding(
      prices: prices.map(\.doubleValue), amounts: prices.map { _ in tokens.doubleValue },
      source: "\(Display.count(prices.count)) added")
  }

  /// Replaces the crowd by one that a file describes; its dollars are taken as collateral at today's price.
  mutating func gather(
    _ curve: LiquidationCurve, file: String, holding: (tokens: Rational, symbol: Symbol)?
  ) throws(CommandError) {
    let symbol = try crowdAsset(holding?.symbol)
    let now = price(of: symbol).doubleValue
    var amounts = curve.steps.map { $0.dollars / now }
    if let tokens = holding?.tokens.doubleValue {
      let scale = tokens / amounts.reduce(0, +)
      amounts = amounts.map { $0 * scale }
    }
    guard amounts.reduce(0, +) <= Self.mostCrowdTokens.doubleValue else {
      throw CommandError(
        .limit, "a crowd holds at most \(Display.grouped(Self.mostCrowdTokens.fixedText(places: 0))) \(symbol)",
        try: ["crowd curve \(file) holding 200 \(symbol)"])
    }
    crowd = Crowd(
      symbol: symbol, prices: curve.steps.map { now * (1 - $0.fall) }, amounts: amounts,
      sources: ["\(Display.count(amounts.count)) steps of \(file.split(separator: "/").last ?? "")"])
  }

  /// The asset that a crowd holds: the named one, or the market's volatile one; it has to be collateral.
  private func crowdAsset(_ named: Symbol?) throws(CommandError) -> Symbol {
    let symbol = named ?? crowd?.symbol ?? pricedDefault
    guard riskLimits(of: symbol).liquidationThreshold != .zero else {
      throw CommandError(.refused, "\(symbol) is not collateral in this market, so that nobody is liquidated for it")
    }
    return symbol
  }
}
