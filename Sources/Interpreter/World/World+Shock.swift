import FixedPoint
import Lending
import Markets
import Simulation

/// A sale from outside that moves a pool and, with it, the market.
struct Shock: Equatable, Sendable {
  /// What is sold.
  enum Size: Equatable, Sendable {
    /// So much that the price falls by this share.
    case fall(Rational)
    /// Token units.
    case amount(UInt256)
  }

  let symbol: Symbol
  /// The asset on the other side of the pool.
  let payment: Symbol
  /// Token units that were sold and received.
  let sold: UInt256
  let received: UInt256
  /// What the pool said before traders brought it back to the market price; nil when it was there.
  let strayed: Rational?
  /// What the pool says before and after, in dollars.
  let before: Rational
  let after: Rational

  /// How far the price fell, as a fraction.
  var fall: Rational { (try? 1 - after / before) ?? 0 }
}

/// Sales that are the market's own: their pool is where the price comes from.
extension World {
  /// The pool in which an asset is sold; throws when it has none that pays with an asset of another price.
  func salePool(of symbol: Symbol) throws(CommandError) -> Exchange.PairPool {
    let pair = exchange.pools.first { pair in
      guard pair.base == symbol || pair.quote == symbol else { return false }
      return leader(of: pair.base) != leader(of: pair.quote)
    }
    guard let pair else {
      let depth = symbol == market.loan ? "" : "pool 1000 \(symbol)"
      throw CommandError(
        .refused, "there is no pool in which \(symbol) is sold, and a sale without a pool moves no price",
        try: depth.isEmpty ? [] : [depth])
    }
    return pair
  }

  /// A pool's reserves as whole tokens of the asset that is sold and dollars on the other side.
  func depth(of pair: Exchange.PairPool, selling symbol: Symbol) -> ConstantProduct {
    let (own, other) = reserves(of: pair, selling: symbol)
    let base = tokens(own, symbol)
    let payment = pair.base == symbol ? pair.quote : pair.base
    return ConstantProduct(
      base: base, quote: marketValue(of: other, payment).doubleValue,
      fee: Double(pair.pool.fee.raw) / Double(BasisPoints.hundredPercent.raw))
  }

  /// What a pool says that an asset is worth, the other side at its market price.
  func price(of symbol: Symbol, in pair: Exchange.PairPool) -> Rational {
    let (own, other) = reserves(of: pair, selling: symbol)
    guard let tokens = try? Rational(own, over: asset(symbol).unit) else { return 0 }
    return (try? marketValue(of: other, pair.base == symbol ? pair.quote : pair.base) / tokens) ?? 0
  }

  func reserves(of pair: Exchange.PairPool, selling symbol: Symbol) -> (own: UInt256, other: UInt256) {
    pair.base == symbol
      ? (pair.pool.baseReserve, pair.pool.quoteReserve) : (pair.pool.quoteReserve, pair.pool.baseReserve)
  }

  /// Has somebody outside sell an asset, and lets the market follow the pool.
  mutating func shock(_ symbol: Symbol, _ size: Shock.Size) throws(CommandError) -> Shock {
    var next = self
    let strayed = try next.alignPool(of: symbol)
    let pair = try next.salePool(of: symbol)
    let payment = pair.base == symbol ? pair.quote : pair.base
    let before = next.price(of: symbol, in: pair)
    let amount: UInt256
    switch size {
    case .amount(let units): amount = units
    case .fall(let share): amount = try next.sale(of: symbol, in: pair, loweringPriceBy: share)
    }
    let quote = try next.sellFromOutside(amount, of: symbol, to: payment)
    try next.followPool(of: symbol)
    self = next
    return Shock(
      symbol: symbol, payment: payment, sold: amount, received: quote.amountOut, strayed: strayed, before: before,
      after: price(of: symbol, in: try salePool(of: symbol)))
  }

  /// The token units whose sale lowers a pool's price by a share: the nearest amount, and never so little that the price
  /// stays above where it is to fall.
  private func sale(
    of symbol: Symbol, in pair: Exchange.PairPool, loweringPriceBy share: Rational
  ) throws(CommandError) -> UInt256 {
    let payment = pair.base == symbol ? pair.quote : pair.base
    let estimate = depth(of: pair, selling: symbol).amount(loweringPriceBy: share.doubleValue)
    guard let tokens = Rational(exactly: estimate),
      let units = try? tokens.scaled(to: asset(symbol).unit, rounding: .up),
      let goal = try? price(of: symbol, in: pair) * (1 - share), goal > 0
    else {
      throw CommandError(.refused, "no sale that fits into the ledger lowers the price of \(symbol) so far")
    }
    var amount = units
    // The estimate is good to the last bits of a double, and pools pay in whole units: a hair more is added until the
    // price is there.
    for shift in [52, 50, 48, 44, 40, 36, 32, 28, 24, 20, 16, 12, 8] {
      var tried = self
      _ = try tried.sellFromOutside(amount, of: symbol, to: payment)
      if tried.price(of: symbol, in: try tried.salePool(of: symbol)) <= goal { return amount }
      amount = (try? units + max(1, units / UInt256(UInt64(1) << UInt64(shift)))) ?? units
    }
    return amount
  }

  /// Sells token units of everybody outside in the pool.
  @discardableResult
  mutating func sellFromOutside(
    _ amount: UInt256, of symbol: Symbol, to payment: Symbol
  ) throws(CommandError) -> SwapQuote {
    try trade { (world) throws(SwapError) in
      try world.exchange.sellFromOutside(amount, of: symbol, to: payment, prices: world.feeds.market)
    }
  }

  /// Has traders from outside bring the pool of an asset to the market price, and gives where it was; nil when it was there.
  ///
  /// A price that is rounded to the ledger's digits leaves the pool where it is.
  mutating func alignPool(of symbol: Symbol) throws(CommandError) -> Rational? {
    let strayed = price(of: symbol, in: try salePool(of: symbol))
    guard (try? strayed.scaled(to: Self.unitsPerDollar, rounding: .halfUp)) != feeds.market[symbol] else { return nil }
    try trade { (world) throws(SwapError) in try world.exchange.reprice(to: world.feeds.market) }
    readPools()
    return strayed
  }

  /// Makes the price in the pool the market price: assets that follow it, other pools and feeds go with it as they do with
  /// any move.
  mutating func followPool(of symbol: Symbol) throws(CommandError) {
    let pair = try salePool(of: symbol)
    guard let scaled = try? price(of: symbol, in: pair).scaled(to: Self.unitsPerDollar, rounding: .halfUp) else {
      throw CommandError(.refused, "the price in the pool does not fit in the ledger")
    }
    var next = self
    do {
      try next.feeds.set(symbol, to: max(scaled, .one), at: pool.time)
    } catch {
      throw CommandError(.refused, "the prices that follow \(symbol) do not fit in the ledger")
    }
    try next.trade { (world) throws(SwapError) in
      try world.exchange.reprice(to: world.feeds.market, except: pair)
    }
    next.readPools()
    self = next
  }
}

extension World {
  /// Makes the pool of an asset so many times as deep, at the market price.
  mutating func deepenPool(of symbol: Symbol, by factor: Rational) throws(CommandError) {
    let pair = try salePool(of: symbol)
    guard let depth = try? (Rational(pair.pool.baseReserve) * factor).scaled(to: .one, rounding: .halfUp) else {
      throw CommandError(.refused, "a pool so deep does not fit into the ledger")
    }
    try trade { (world) throws(SwapError) in
      try world.exchange.setPool(
        base: pair.base, quote: pair.quote, baseDepth: depth, fee: pair.pool.fee, prices: world.feeds.market)
    }
  }
}
