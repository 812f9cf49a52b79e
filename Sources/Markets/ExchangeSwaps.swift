public import FixedPoint
public import Lending

extension Exchange {
  /// What an exact input gets now; nothing changes.
  ///
  /// Without a pool between the two assets a frictionless exchange gives
  /// `floor(amount * priceIn * unitOut / (priceOut * unitIn))`. Throws any `SwapError` but `poolTooSmall` and
  /// `feeTooHigh`.
  public func quote(
    _ amount: UInt256, of input: Symbol, to output: Symbol, prices: OraclePrices
  ) throws(SwapError) -> SwapQuote {
    var trial = self
    return try trial.swap(amount, of: input, to: output, prices: prices)
  }

  /// Swaps an exact input: the exchange takes `amountIn` of the input and gives `amountOut` of the output.
  ///
  /// Throws what `quote` throws; nothing has changed then.
  @discardableResult
  public mutating func swap(
    _ amount: UInt256, of input: Symbol, to output: Symbol, prices: OraclePrices
  ) throws(SwapError) -> SwapQuote {
    let (inputAsset, outputAsset) = (try asset(input), try asset(output))
    guard input != output else { throw .sameAsset(input) }
    guard !amount.isZero else { throw .amountTooSmall(amount, of: inputAsset, to: outputAsset) }
    guard let route = route(from: input, to: output) else {
      guard isFrictionless else { throw .noRoute(from: input, to: output) }
      return try swapAtDesk(amount, of: inputAsset, to: outputAsset, prices: prices)
    }

    var changed = self
    var trade = try Trade(amountIn: amount, unit: inputAsset.unit)
    for step in route {
      try trade.advance(through: &changed.pools[step.pool].pool, selling: step.selling)
      guard !trade.amount.isZero else { throw .amountTooSmall(amount, of: inputAsset, to: outputAsset) }
    }
    let symbols = route.map { changed.pools[$0.pool].symbol($0.selling.opposite) }
    let quote = try trade.quote(outputUnit: outputAsset.unit, route: [input] + symbols)
    self = changed
    return quote
  }

  /// Sells an exact input for somebody outside the market: the desk brings it and takes what it gets.
  ///
  /// Throws what `quote` throws, and `deskExhausted`; nothing has changed then.
  @discardableResult
  public mutating func sellFromOutside(
    _ amount: UInt256, of input: Symbol, to output: Symbol, prices: OraclePrices
  ) throws(SwapError) -> SwapQuote {
    var changed = self
    try changed.takeFromDesk(amount, of: input)
    let quote = try changed.swap(amount, of: input, to: output, prices: prices)
    try changed.giveDesk(quote.amountOut, of: output)
    self = changed
    return quote
  }

  /// The smallest input that gets at least `amount` of the output now, and what it gets; nothing changes.
  ///
  /// On a route of several pools the smallest input of each step is found from the last one backwards. Throws what
  /// `quote` throws, and `exceedsPool` when a pool would have to give its whole reserve.
  public func input(
    forOutput amount: UInt256, of output: Symbol, from input: Symbol, prices: OraclePrices
  ) throws(SwapError) -> SwapQuote {
    let (inputAsset, outputAsset) = (try asset(input), try asset(output))
    guard input != output else { throw .sameAsset(input) }
    guard !amount.isZero else { throw .amountTooSmall(amount, of: inputAsset, to: outputAsset) }
    var needed = amount
    if let route = route(from: input, to: output) {
      for step in route.reversed() {
        let pair = pools[step.pool]
        do throws(PoolError) {
          needed = try pair.pool.amountIn(for: needed, selling: step.selling)
        } catch {
          guard case .outputExceedsReserve(let requested, let reserve) = error else { throw .overflow }
          throw .exceedsPool(
            requested: requested, reserve: reserve, asset: try asset(pair.symbol(step.selling.opposite)))
        }
      }
    } else {
      guard isFrictionless else { throw .noRoute(from: input, to: output) }
      let (inputPrice, outputPrice) = (try price(of: input, in: prices), try price(of: output, in: prices))
      needed = try exact { () throws(ArithmeticError) in
        try amount.multipliedDivided(
          by: outputPrice * inputAsset.unit, over: inputPrice * outputAsset.unit, rounding: .up)
      }
    }
    return try quote(needed, of: input, to: output, prices: prices)
  }

  private mutating func swapAtDesk(
    _ amount: UInt256, of input: Asset, to output: Asset, prices: OraclePrices
  ) throws(SwapError) -> SwapQuote {
    let inputPrice = try price(of: input.symbol, in: prices)
    let outputPrice = try price(of: output.symbol, in: prices)
    let amountOut = try exact { () throws(ArithmeticError) in
      try amount.multipliedDivided(by: inputPrice * output.unit, over: outputPrice * input.unit, rounding: .down)
    }
    guard !amountOut.isZero else { throw .amountTooSmall(amount, of: input, to: output) }
    let spotPrice = try exact { () throws(ArithmeticError) in
      try inputPrice.multipliedDivided(by: wadUnit, over: outputPrice, rounding: .down)
    }
    let executionPrice = try exact { () throws(ArithmeticError) in
      try averagePrice(amount, unit: input.unit, for: amountOut, unit: output.unit)
    }
    var changed = self
    try changed.takeFromDesk(amountOut, of: output.symbol)
    try changed.giveDesk(amount, of: input.symbol)
    self = changed
    return SwapQuote(
      amountIn: amount, amountOut: amountOut, feeAmount: .zero, amountAtSpot: amountOut, spotPriceBefore: spotPrice,
      spotPriceAfter: spotPrice, executionPrice: executionPrice, priceImpact: .zero,
      route: [input.symbol, output.symbol])
  }
}
