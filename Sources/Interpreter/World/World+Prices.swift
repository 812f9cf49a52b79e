import FixedPoint
import Lending
import Markets

/// Moving prices.
extension World {
  /// The assets whose price moves when this one's does.
  func followers(of symbol: Symbol) -> [Symbol] {
    market.assets.map(\.asset.symbol).filter { other in
      other != symbol && sequence(first: other) { market.asset($0)?.follows }.contains(symbol)
    }
  }

  /// Dollars for a whole token, as a sale gets it.
  func marketPrice(of symbol: Symbol) -> Rational {
    (try? Rational(feeds.market[symbol] ?? .zero, over: Self.unitsPerDollar)) ?? 0
  }

  /// What an amount would bring at the market price, in dollars.
  func marketValue(of amount: UInt256, _ symbol: Symbol) -> Rational {
    guard let tokens = try? Rational(amount, over: asset(symbol).unit) else { return 0 }
    return (try? tokens * marketPrice(of: symbol)) ?? 0
  }

  /// Sets the market price of an asset, moves those that follow it, lets the pools follow, and shows it to the feeds.
  mutating func setPrice(of symbol: Symbol, to dollars: Rational) throws(CommandError) {
    guard let scaled = try? dollars * Rational(Self.unitsPerDollar), scaled.denominator == .one else {
      throw CommandError(.refused, "a price has at most 8 decimals")
    }
    guard !scaled.isZero else { throw CommandError(.refused, "the price would fall below $0.00000001") }
    var next = self
    do {
      try next.feeds.set(symbol, to: scaled.numerator, at: pool.time)
    } catch {
      throw CommandError(.refused, "the prices that follow \(symbol) do not fit in the ledger")
    }
    try next.trade { (world) throws(SwapError) in try world.exchange.reprice(to: world.feeds.market) }
    self = next
  }
}
