public import FixedPoint
public import Lending

/// Where a learner swaps one asset for another: pools of finite depth, or a desk that trades at the market price.
///
/// A pair that has a pool is traded there. Any other pair is traded frictionless at the market price where the exchange
/// allows it (`isFrictionless`), and otherwise along the shortest chain of pools.
///
/// The desk stands for everybody outside the market: it makes the frictionless swaps, and brings and takes what pools
/// need when their size or price is set. It starts with a fixed amount of every asset, so that no operation creates or
/// destroys a token unit: `holdings(of:)` changes by exactly what a swap takes in or gives out.
public struct Exchange: Equatable, Sendable {
  /// A pool and the two assets in it.
  public struct PairPool: Equatable, Sendable {
    public let base: Symbol
    public let quote: Symbol
    public internal(set) var pool: ConstantProductPool
  }

  /// The pools in the order in which they were set.
  public internal(set) var pools: [PairPool] = []
  /// Whether a pair without a pool is swapped at the market price.
  public internal(set) var isFrictionless: Bool
  /// What the desk holds, in token units.
  var desk: [Symbol: UInt256]
  let assets: [Asset]

  /// Whole tokens of every asset that the desk holds at the start, pools included.
  public static let startingInventory: UInt256 = 1_000_000_000_000

  /// The exchange of a market: its pools at the market's prices, or frictionless where it names none.
  ///
  /// Throws what `setPool` throws.
  public init(market: Market) throws(SwapError) {
    assets = market.assets.map(\.asset)
    isFrictionless = market.swapTerms.isEmpty
    desk = [:]
    for asset in assets {
      desk[asset.symbol] = try exact { () throws(ArithmeticError) in try asset.unit * Self.startingInventory }
    }
    for terms in market.swapTerms {
      try setPool(
        base: terms.base, quote: terms.quote, baseDepth: terms.baseDepth, fee: terms.fee, prices: market.prices)
    }
  }

  /// Everything that the exchange holds of an asset, desk and pools together, in token units; 0 for an unlisted one.
  ///
  /// 2^256 - 1 stands for that and more.
  public func holdings(of symbol: Symbol) -> UInt256 {
    pools.reduce(desk[symbol] ?? .zero) { total, pair in
      guard let side = pair.side(of: symbol) else { return total }
      return (try? total + pair.pool.reserve(side)) ?? .max
    }
  }

  /// The pool of two assets in either order; nil when there is none.
  public func pool(_ first: Symbol, _ second: Symbol) -> PairPool? {
    pools.first { $0.joins(first, second) }
  }

  /// What is known about a listed asset; throws `unlistedAsset`.
  func asset(_ symbol: Symbol) throws(SwapError) -> Asset {
    guard let asset = assets.first(where: { $0.symbol == symbol }) else { throw .unlistedAsset(symbol) }
    return asset
  }

  /// The value of one whole token in dollars, 1e8; throws `missingPrice`.
  func price(of symbol: Symbol, in prices: OraclePrices) throws(SwapError) -> UInt256 {
    guard let price = prices[symbol], !price.isZero else { throw .missingPrice(symbol) }
    return price
  }

  /// Adds to what the desk holds; throws `overflow`.
  mutating func giveDesk(_ amount: UInt256, of symbol: Symbol) throws(SwapError) {
    let held = desk[symbol] ?? .zero
    desk[symbol] = try exact { () throws(ArithmeticError) in try held + amount }
  }

  /// Takes from what the desk holds; throws `deskExhausted`.
  mutating func takeFromDesk(_ amount: UInt256, of symbol: Symbol) throws(SwapError) {
    let held = desk[symbol] ?? .zero
    guard let left = try? held - amount else {
      throw .deskExhausted(requested: amount, available: held, asset: try asset(symbol))
    }
    desk[symbol] = left
  }
}

extension Exchange.PairPool {
  /// On which side an asset is; nil when it is not in the pool.
  func side(of symbol: Symbol) -> ConstantProductPool.Side? {
    symbol == base ? .base : symbol == quote ? .quote : nil
  }

  func joins(_ first: Symbol, _ second: Symbol) -> Bool {
    (base == first && quote == second) || (base == second && quote == first)
  }
}

/// Runs arithmetic whose only failure, since no divisor is 0, is a number that does not fit.
func exact<Value>(_ body: () throws(ArithmeticError) -> Value) throws(SwapError) -> Value {
  do throws(ArithmeticError) {
    return try body()
  } catch {
    throw .overflow
  }
}
