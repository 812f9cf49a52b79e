public import FixedPoint
public import Lending

/// The two prices of every asset: what a sale gets (market) and what the protocol sees (oracle), dollars in 1e8.
///
/// They are equal here until something sets them apart. An asset that follows another keeps its proportion to it: when
/// ether falls by a tenth, staked ether falls by a tenth.
public struct PriceFeeds: Equatable, Sendable {
  public private(set) var market: OraclePrices
  public private(set) var oracle: OraclePrices
  private var followers: [Follower]

  /// An asset that keeps a proportion to its leader, remembered as the two prices that set it, so that a price move
  /// and its way back end exactly where they began.
  private struct Follower: Equatable, Sendable {
    let symbol: Symbol
    let leader: Symbol
    var price: UInt256
    var leaderPrice: UInt256
  }

  /// The prices and proportions of a market.
  public init(market: Market) {
    let prices = market.prices
    self.market = prices
    oracle = prices
    followers = market.assets.compactMap { listed in
      guard let leader = listed.follows, let leaderPrice = prices[leader] else { return nil }
      return Follower(symbol: listed.asset.symbol, leader: leader, price: listed.price, leaderPrice: leaderPrice)
    }
  }

  /// Sets both prices of an asset, and moves those that follow it in proportion.
  ///
  /// A follower's price is rounded half up to 1e-8 dollars and never below that. Setting the price of a follower itself
  /// gives it a new proportion. Throws `unlistedAsset`, `zeroPrice` and `overflow`; nothing has changed then.
  public mutating func set(_ symbol: Symbol, to price: UInt256) throws(PriceError) {
    guard let old = market[symbol] else { throw .unlistedAsset(symbol) }
    guard !price.isZero else { throw .zeroPrice(symbol) }
    var changed = self
    if let index = followers.firstIndex(where: { $0.symbol == symbol }) {
      changed.followers[index].price = price
      changed.followers[index].leaderPrice = market[followers[index].leader] ?? old
    }
    try changed.move(symbol, to: price)
    self = changed
  }

  /// Sets an asset and then its followers, theirs included; a market has no circle of followers.
  private mutating func move(_ symbol: Symbol, to price: UInt256) throws(PriceError) {
    market[symbol] = price
    oracle[symbol] = price
    for follower in followers where follower.leader == symbol {
      guard
        let scaled = try? follower.price.multipliedDivided(by: price, over: follower.leaderPrice, rounding: .halfUp)
      else { throw .overflow }
      try move(follower.symbol, to: max(scaled, .one))
    }
  }
}

/// Why a price cannot be set.
public enum PriceError: Error, Equatable, Sendable {
  /// The market does not list this asset.
  case unlistedAsset(Symbol)
  /// A price has to be above 0.
  case zeroPrice(Symbol)
  /// The price of a follower does not fit in 256 bits.
  case overflow
}
