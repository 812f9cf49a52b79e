public import FixedPoint
public import Lending

/// The two prices of every asset: what a sale gets (market) and what the protocol sees (oracle), dollars in 1e8.
///
/// They are equal unless a feed has a rule of its own. An asset that follows another keeps its proportion to it: when
/// ether falls by a tenth, staked ether falls by a tenth.
public struct PriceFeeds: Equatable, Sendable {
  public private(set) var market: OraclePrices
  public private(set) var oracle: OraclePrices
  private var followers: [Follower]
  /// The feeds that do not follow at once.
  private var rules: [Symbol: FeedRule] = [:]
  /// What lagging feeds have not seen yet, oldest first.
  private var unseen: [Symbol: [Observation]] = [:]

  /// A market price and when it was one, in seconds.
  private struct Observation: Equatable, Sendable {
    var time: UInt64
    var price: UInt256
  }

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

  /// Sets the market price of an asset at a time, moves those that follow it in proportion, and shows the new prices to
  /// the feeds.
  ///
  /// A follower's price is rounded half up to 1e-8 dollars and never below that. Setting the price of a follower itself
  /// gives it a new proportion. Throws `unlistedAsset`, `zeroPrice` and `overflow`; nothing has changed then.
  public mutating func set(_ symbol: Symbol, to price: UInt256, at time: UInt64 = 0) throws(PriceError) {
    guard let old = market[symbol] else { throw .unlistedAsset(symbol) }
    guard !price.isZero else { throw .zeroPrice(symbol) }
    var changed = self
    if let index = followers.firstIndex(where: { $0.symbol == symbol }) {
      changed.followers[index].price = price
      changed.followers[index].leaderPrice = market[followers[index].leader] ?? old
    }
    try changed.move(symbol, to: price, at: time)
    self = changed
  }

  /// Sets an asset and then its followers, theirs included; a market has no circle of followers.
  private mutating func move(_ symbol: Symbol, to price: UInt256, at time: UInt64) throws(PriceError) {
    market[symbol] = price
    observe(symbol, at: time)
    for follower in followers where follower.leader == symbol {
      guard
        let scaled = try? follower.price.multipliedDivided(by: price, over: follower.leaderPrice, rounding: .halfUp)
      else { throw .overflow }
      try move(follower.symbol, to: max(scaled, .one), at: time)
    }
  }

  // MARK: - Feeds

  /// The rule of an asset's feed.
  public func rule(of symbol: Symbol) -> FeedRule { rules[symbol] ?? .immediate }

  /// Gives a feed another rule from a time on; it sees the market price of that time as the rule says.
  public mutating func setRule(_ rule: FeedRule, of symbol: Symbol, at time: UInt64) {
    rules[symbol] = rule == .immediate ? nil : rule
    unseen[symbol] = nil
    observe(symbol, at: time)
  }

  /// Lets lagging feeds see what is old enough.
  public mutating func advance(to time: UInt64) {
    for (symbol, rule) in rules {
      guard case .lagging(let seconds) = rule, let waiting = unseen[symbol] else { continue }
      let seen = waiting.prefix { $0.time + seconds <= time }
      guard let last = seen.last else { continue }
      oracle[symbol] = last.price
      let rest = Array(waiting.dropFirst(seen.count))
      unseen[symbol] = rest.isEmpty ? nil : rest
    }
  }

  /// Sets what the protocol sees, whatever the market says: a wrong report, or the price in a pool. Prices are above 0.
  public mutating func report(_ symbol: Symbol, price: UInt256) {
    guard oracle[symbol] != nil, !price.isZero else { return }
    oracle[symbol] = price
  }

  /// Makes every feed follow at once.
  public mutating func followMarket() {
    rules = [:]
    unseen = [:]
    oracle = market
  }

  private mutating func observe(_ symbol: Symbol, at time: UInt64) {
    guard let price = market[symbol], let old = oracle[symbol] else { return }
    switch rule(of: symbol) {
    case .immediate: oracle[symbol] = price
    case .frozen, .pool: break
    case .lagging(let seconds):
      if seconds == 0 {
        oracle[symbol] = price
      } else if price != unseen[symbol]?.last?.price ?? old {
        unseen[symbol, default: []].append(Observation(time: time, price: price))
      }
    case .threshold(let share):
      let moved = price > old ? price.subtractingOrZero(old) : old.subtractingOrZero(price)
      guard let least = try? old * share.raw, let scaled = try? moved * BasisPoints.hundredPercent.raw else { return }
      if scaled >= least { oracle[symbol] = price }
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
