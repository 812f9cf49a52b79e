import FixedPoint
import Lending
import Markets

/// What the world would be at another price.
extension World {
  /// The asset whose price is moved to see what becomes of a position: the one that decides about liquidation, with all that
  /// follow the same price, or alone where it is measured against one of them.
  func decidingAsset(of position: Position) -> Symbol {
    guard let watched = position.liquidation, watched.against != nil else { return pricedDefault }
    return watched.symbol
  }

  /// The world in which an asset's price is another, and the protocol has seen it.
  func at(_ price: Rational, of symbol: Symbol) throws(CommandError) -> World {
    var moved = self
    moved.feeds.followMarket()
    try moved.setPrice(of: symbol, to: price)
    return moved
  }

  /// The price of an asset at which the learner has as much as if the market's starting wallet had never been touched; nil
  /// where no price of it is.
  ///
  /// With the asset's price, and those that follow it, times m, what the learner has gained over the untouched wallet is
  /// S + mV, with V the value of all that moves and S of all that stands still, debts negative. It is 0 at m = -S ÷ V.
  func breakEvenPrice(of symbol: Symbol) -> (price: Rational, isAbove: Bool)? {
    let moving = Set([symbol] + followers(of: symbol))
    let (supplied, owed) = pool.balances(of: Self.learner)
    do {
      var (standingGain, movingGain) = (Rational.zero, Rational.zero)
      func add(_ value: Rational, _ asset: Symbol) throws(ArithmeticError) {
        if moving.contains(asset) {
          movingGain = try movingGain + value
        } else {
          standingGain = try standingGain + value
        }
      }
      for item in supplied { try add(value(of: item.amount, item.symbol), item.symbol) }
      for item in owed { try add(-value(of: item.amount, item.symbol), item.symbol) }
      for asset in market.assets.map(\.asset.symbol) { try add(value(of: wallets[Self.learner, asset], asset), asset) }
      for item in market.wallet { try add(-value(of: item.amount, item.symbol), item.symbol) }
      guard !movingGain.isZero else { return nil }
      let factor = try -standingGain / movingGain
      guard factor > 0 else { return nil }
      return (try price(of: symbol) * factor, !movingGain.isNegative)
    } catch {
      return nil
    }
  }
}
