import FixedPoint
import Lending
import Markets

extension World {
  /// Gives the feed of an asset another rule. Throws when it is to be read from a pool and there is none.
  mutating func setFeedRule(_ rule: FeedRule, of symbol: Symbol) throws(CommandError) {
    if rule == .pool, pooledPrice(of: symbol) == nil {
      throw CommandError(
        .refused, "there is no pool in which \(symbol) is traded", try: ["pool 1000 \(symbol)"])
    }
    feeds.setRule(rule, of: symbol, at: pool.time)
    readPools()
  }

  /// Lets the feeds that read a pool see its price.
  mutating func readPools() {
    for asset in market.assets where feeds.rule(of: asset.asset.symbol) == .pool {
      guard let price = pooledPrice(of: asset.asset.symbol),
        let scaled = try? price.scaled(to: Self.unitsPerDollar, rounding: .halfUp)
      else { continue }
      feeds.report(asset.asset.symbol, price: max(scaled, .one))
    }
  }

  /// What the reserves of the first pool with an asset say that it is worth, the other side at its oracle price; nil
  /// without a pool.
  func pooledPrice(of symbol: Symbol) -> Rational? {
    guard let pair = exchange.pools.first(where: { $0.base == symbol || $0.quote == symbol }) else { return nil }
    let isBase = pair.base == symbol
    let (own, other) =
      isBase ? (pair.pool.baseReserve, pair.pool.quoteReserve) : (pair.pool.quoteReserve, pair.pool.baseReserve)
    guard let tokens = try? Rational(own, over: asset(symbol).unit), !tokens.isZero else { return nil }
    return try? value(of: other, isBase ? pair.quote : pair.base) / tokens
  }

  /// One report of a wrong price, which keepers act on before the next one is right again.
  ///
  /// Gives the reported price, the liquidations, and why keepers could not act, if so.
  mutating func wick(
    _ symbol: Symbol, by factor: Rational
  ) throws(CommandError) -> (price: Rational, events: [LiquidationEvent], refusal: CommandError?) {
    let before = feeds
    guard let price = try? (self.price(of: symbol) * factor).rounded(toPlaces: 8), price > 0,
      let scaled = try? price.scaled(to: Self.unitsPerDollar, rounding: .halfUp)
    else { throw CommandError(.refused, "the reported price would not fit in the ledger") }
    var next = self
    next.feeds.report(symbol, price: scaled)
    let (events, refusal) = next.settleKeepers()
    next.feeds = before
    self = next
    return (price, events, refusal)
  }
}
