import FixedPoint
import Lending
import Markets

/// What is meant where a learner names no asset, and what he is told to try first.
extension World {
  /// The asset that a learner loops into: the largest collateral, or what the market deposits by default.
  var mainCollateral: Symbol {
    unmeasuredPosition.largestCollateral?.symbol ?? market.collateral
  }

  /// The asset that is borrowed when none is named: the largest debt; without debt the market's loan asset, or, when
  /// that is the collateral itself, the market's collateral: a short.
  var mainDebt: Symbol {
    if let owed = unmeasuredPosition.largestDebt { return owed.symbol }
    let collateral = mainCollateral
    if collateral != market.loan { return market.loan }
    return market.collateral != collateral ? market.collateral : collateral
  }

  /// What is deposited when no asset is named: the market's collateral if the wallet has some, else the first that it has.
  var depositDefault: Symbol {
    if !wallets[Self.learner, market.collateral].isZero { return market.collateral }
    return market.assets.map(\.asset.symbol).first { !wallets[Self.learner, $0].isZero } ?? market.collateral
  }

  /// A command that deposits all that the wallet holds of the default asset; none when it holds nothing.
  var depositSuggestion: [String] {
    let symbol = depositDefault
    let held = wallets[Self.learner, symbol]
    return held.isZero ? [] : ["deposit \(typed(held, symbol)) \(symbol)"]
  }

  /// The asset of which most that was borrowed is still unused.
  var unspentLoan: Symbol? {
    market.assets.map(\.asset.symbol)
      .filter { !(unspentLoans[$0] ?? .zero).isZero }
      .max { value(of: unspentLoans[$0] ?? .zero, $0) < value(of: unspentLoans[$1] ?? .zero, $1) }
  }

  /// The asset whose price is meant when none is named: the one that decides about liquidation, or else the first volatile
  /// one.
  var pricedDefault: Symbol {
    if let watched = position.liquidation, !position.debt.isZero {
      return leader(of: watched.symbol)
    }
    if !isStable(market.collateral) { return leader(of: market.collateral) }
    return market.assets.first { $0.kind == .volatile }?.asset.symbol ?? market.collateral
  }

  /// The other side of an asset's pool when none is named: that of the pool that there is, else the market's loan asset.
  func poolPartner(of base: Symbol) -> Symbol {
    if let pair = exchange.pools.first(where: { $0.base == base || $0.quote == base }) {
      return pair.base == base ? pair.quote : pair.base
    }
    return base == market.loan ? market.collateral : market.loan
  }

  /// What the learner starts with, as `10 ETH` or `nothing yet`.
  public var walletSummary: String {
    let holdings = market.wallet.map { text($0.amount, $0.symbol) }
    return holdings.isEmpty ? "nothing yet" : holdings.joined(separator: " and ")
  }

  /// The command that a newcomer types first: a deposit of all that the wallet holds, or `market` when it is empty.
  public var firstStep: String { depositSuggestion.first ?? "market" }
}
