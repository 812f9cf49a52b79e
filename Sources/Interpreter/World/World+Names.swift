import Behavior
import FixedPoint
import Lending
import Markets

extension World {
  /// The quantities that expressions know, with what each means.
  static let quantities: [(name: String, meaning: String)] = [
    ("hf", "the health factor; infinity without debt"),
    ("leverage", "collateral ÷ equity"),
    ("ltv", "debt ÷ collateral, as a fraction"),
    ("buffer", "the price move to liquidation, as a fraction"),
    ("equity", "collateral − debt, in dollars"),
    ("collateral", "what the collateral is worth, in dollars; collateral(ETH) in tokens"),
    ("debt", "what is owed, in dollars; debt(USDC) in tokens"),
    ("exposure", "what is at work: the value of the collateral, in dollars"),
    ("liquidation_price", "the price at health factor 1; 0 when there is none"),
    ("costs", "what everything has cost so far, in dollars"),
    ("day", "days since the market was opened"),
    ("experiment_rounds", "rounds of the experiment that were played"),
    ("experiment_plan", "1 when a plan is written for the experiment, else 0"),
    ("experiment_rule", "1 when a rule is written for the experiment, else 0"),
    ("experiment_best_growth", "the leverage with the highest growth in the experiment's game"),
    ("experiment_best_mean", "the leverage with the best average week in it"),
    ("coin_bets", "bets on the coin that were made"),
    ("price(ASSET)", "the oracle price in dollars"),
    ("market_price(ASSET)", "the price that a sale gets, in dollars"),
    ("wallet(ASSET)", "tokens in the wallet"),
    ("utilization(ASSET)", "the share of what was supplied that is lent, as a fraction"),
    ("borrow_rate(ASSET)", "what borrowers pay in a year, as a fraction"),
    ("supply_rate(ASSET)", "what suppliers earn in a year, as a fraction"),
  ]

  /// The names of the quantities, without their parentheses.
  static let quantityNames = quantities.map { String($0.name.prefix { $0 != "(" }) }

  /// What computes expressions over this world.
  var evaluator: Evaluator {
    Evaluator(
      name: { (word) throws(CommandError) in names[word] ?? quantity(word, of: position) },
      ofAsset: { (quantity, asset, place) throws(CommandError) in
        guard Evaluator.quantitiesOfAssets.contains(quantity) else { return nil }
        guard let listed = market.asset(asset) else { throw unlisted(asset, at: place) }
        return self.quantity(quantity, of: listed.asset.symbol)
      },
      knownNames: Self.quantityNames + names.keys.sorted(),
      assets: market.assets.map(\.asset.symbol.text))
  }

  /// A quantity of the learner's position, or the day; nil for an unknown name.
  func quantity(_ name: String, of position: @autoclosure () -> Position) -> Value? {
    switch name {
    case "hf": position().healthFactor
    case "leverage": position().leverage
    case "ltv": position().loanToValue
    case "buffer": .exact(position().buffer)
    case "equity": .exact(position().equity)
    case "collateral", "exposure": .exact(position().collateral)
    case "debt": .exact(position().debt)
    case "liquidation_price": .exact(position().liquidation?.price ?? 0)
    case "costs": .exact(costs.total)
    case "day": .exact(day)
    case "experiment_rounds": .exact(Rational(experiment?.roundsPlayed ?? 0))
    case "experiment_plan": .exact(experiment?.plan == nil ? 0 : 1)
    case "experiment_rule": .exact(experiment?.rule == nil ? 0 : 1)
    case "experiment_best_growth": .real(experimentGame.growthOptimalRound.leverage)
    case "experiment_best_mean": .real(experimentGame.bestMeanRound.leverage)
    case "coin_bets": .exact(Rational(coin?.bets.count ?? 0))
    default: nil
    }
  }

  /// The game of the experiment, or the usual one before there is any.
  private var experimentGame: LeverageGame { (experiment?.terms ?? ExperimentTerms()).game }

  private func quantity(_ name: String, of symbol: Symbol) -> Value? {
    let amount: UInt256
    switch name {
    case "price": return .exact(price(of: symbol))
    case "utilization": return .exact(utilization(of: symbol))
    case "borrow_rate": return .exact(borrowRate(of: symbol))
    case "supply_rate": return .exact(supplyRate(of: symbol))
    case "market_price": return .exact(marketPrice(of: symbol))
    case "wallet": amount = wallets[Self.learner, symbol]
    case "collateral": amount = pool.supplyBalance(of: symbol, account: Self.learner)
    case "debt": amount = pool.debtBalance(of: symbol, account: Self.learner)
    default: return nil
    }
    return (try? Rational(amount, over: asset(symbol).unit)).map { .exact($0) }
  }
}
