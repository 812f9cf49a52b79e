public import FixedPoint
public import Lending

extension Exchange {
  /// Closes every pool, gives its reserves to the desk, and swaps every pair at the market price.
  ///
  /// Throws `overflow` only, and changes nothing then.
  public mutating func setFrictionless() throws(SwapError) {
    var changed = self
    for pair in pools { try changed.close(pair) }
    changed.pools = []
    changed.isFrictionless = true
    self = changed
  }

  /// Opens a pool of the given size at the given prices; it takes the place of a pool of the same two assets.
  ///
  /// The quote side is worth as much as the base side, rounded half up to a token unit. The desk brings both sides and
  /// takes those of the pool that is replaced. Throws `unlistedAsset`, `sameAsset`, `missingPrice`, `poolTooSmall`,
  /// `feeTooHigh`, `deskExhausted` and `overflow`; nothing has changed then.
  public mutating func setPool(
    base: Symbol, quote: Symbol, baseDepth: UInt256, fee: BasisPoints, prices: OraclePrices
  ) throws(SwapError) {
    guard base != quote else { throw .sameAsset(base) }
    let parity = try unitParity(base: base, quote: quote, prices: prices)
    let quoteDepth = try exact { () throws(ArithmeticError) in
      try baseDepth.multipliedDivided(by: parity.quoteUnits, over: parity.baseUnits, rounding: .halfUp)
    }
    let opened = PairPool(
      base: base, quote: quote,
      pool: try Self.makePool(base: base, quote: quote, baseReserve: baseDepth, quoteReserve: quoteDepth, fee: fee))

    var changed = self
    if let index = changed.pools.firstIndex(where: { $0.joins(base, quote) }) {
      try changed.close(changed.pools[index])
      changed.pools[index] = opened
    } else {
      changed.pools.append(opened)
    }
    try changed.takeFromDesk(baseDepth, of: base)
    try changed.takeFromDesk(quoteDepth, of: quote)
    self = changed
  }

  /// Moves every pool to new market prices, as traders from outside do by buying what is too cheap in it.
  ///
  /// The product `k` of the reserves stays and the spot price becomes the market price `p`: the base side is
  /// `sqrt(k / p)` rounded down, the quote side `base * p` rounded half up. The differences come from and go to the
  /// desk. A pool that is at its price already stays as it is. Throws `missingPrice`, `deskExhausted`, `poolTooSmall`
  /// (a side would be empty) and `overflow`; nothing has changed then. The pool of `leader` stays as it is too: it is where
  /// the prices come from.
  public mutating func reprice(to prices: OraclePrices, except leader: PairPool? = nil) throws(SwapError) {
    var changed = self
    for (index, pair) in pools.enumerated() where leader.map({ !pair.joins($0.base, $0.quote) }) ?? true {
      let parity = try unitParity(base: pair.base, quote: pair.quote, prices: prices)
      let current = pair.pool
      let target = try exact { () throws(ArithmeticError) in
        let matching = try current.baseReserve.multipliedDivided(
          by: parity.quoteUnits, over: parity.baseUnits, rounding: .halfUp)
        if matching == current.quoteReserve { return (base: current.baseReserve, quote: matching) }
        let base = try (current.baseReserve * current.quoteReserve)
          .multipliedDivided(by: parity.baseUnits, over: parity.quoteUnits, rounding: .down)
          .squareRoot()
        return (
          base: base,
          quote: try base.multipliedDivided(by: parity.quoteUnits, over: parity.baseUnits, rounding: .halfUp)
        )
      }
      try changed.close(pair)
      try changed.takeFromDesk(target.base, of: pair.base)
      try changed.takeFromDesk(target.quote, of: pair.quote)
      changed.pools[index].pool = try Self.makePool(
        base: pair.base, quote: pair.quote, baseReserve: target.base, quoteReserve: target.quote, fee: current.fee)
    }
    self = changed
  }

  /// Gives the reserves of a pool to the desk.
  private mutating func close(_ pair: PairPool) throws(SwapError) {
    try giveDesk(pair.pool.baseReserve, of: pair.base)
    try giveDesk(pair.pool.quoteReserve, of: pair.quote)
  }

  /// How many units of the quote asset are worth a unit of the base asset at the given prices.
  private func unitParity(base: Symbol, quote: Symbol, prices: OraclePrices) throws(SwapError) -> PriceRatio {
    let (baseAsset, quoteAsset) = (try asset(base), try asset(quote))
    let (basePrice, quotePrice) = (try price(of: base, in: prices), try price(of: quote, in: prices))
    return try exact { () throws(ArithmeticError) in
      try PriceRatio(quoteUnits: basePrice * quoteAsset.unit, baseUnits: quotePrice * baseAsset.unit)
    }
  }

  private static func makePool(
    base: Symbol, quote: Symbol, baseReserve: UInt256, quoteReserve: UInt256, fee: BasisPoints
  ) throws(SwapError) -> ConstantProductPool {
    do throws(PoolError) {
      return try ConstantProductPool(baseReserve: baseReserve, quoteReserve: quoteReserve, fee: fee)
    } catch {
      if case .feeTooHigh(let fee) = error { throw .feeTooHigh(fee) }
      throw .poolTooSmall(base: base, quote: quote)
    }
  }
}
