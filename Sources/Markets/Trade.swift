import FixedPoint
import Lending

/// A swap on its way from pool to pool: what it holds, and what it would hold at the spot prices.
struct Trade {
  let amountIn: UInt256
  let inputUnit: UInt256
  /// Token units of the asset that the last step got.
  private(set) var amount: UInt256
  /// What the input would be worth so far without fee and price impact.
  private var amountAtSpot: UInt256
  /// The fees of all steps in token units of the input.
  private var feeAmount = UInt256.zero
  /// One whole input token at the spot prices before and after the steps, 1e18 times finer than a token unit.
  private var spotBefore: UInt256
  private var spotAfter: UInt256

  init(amountIn: UInt256, unit: UInt256) throws(SwapError) {
    self.amountIn = amountIn
    inputUnit = unit
    amount = amountIn
    amountAtSpot = amountIn
    spotBefore = try exact { () throws(ArithmeticError) in try unit * wadUnit }
    spotAfter = spotBefore
  }

  /// Sells all that the trade holds, which must not be 0, in a pool.
  mutating func advance(
    through pool: inout ConstantProductPool, selling side: ConstantProductPool.Side
  ) throws(SwapError) {
    let before = pool
    let held = amount
    let fee: UInt256
    do throws(PoolError) {
      fee = try pool.feeAmount(on: held)
      amount = try pool.sell(held, of: side)
    } catch {
      throw .overflow
    }
    let after = pool
    let next = try exact { [self] () throws(ArithmeticError) in
      try (
        fees: feeAmount + fee.multipliedDivided(by: amountIn, over: held, rounding: .up),
        amount: before.atSpot(amountAtSpot, selling: side),
        before: before.atSpot(spotBefore, selling: side),
        after: after.atSpot(spotAfter, selling: side)
      )
    }
    (feeAmount, amountAtSpot, spotBefore, spotAfter) = next
  }

  /// The finished trade, whose output is not 0.
  func quote(outputUnit: UInt256, route: [Symbol]) throws(SwapError) -> SwapQuote {
    try exact { () throws(ArithmeticError) in
      SwapQuote(
        amountIn: amountIn, amountOut: amount, feeAmount: feeAmount, amountAtSpot: amountAtSpot,
        spotPriceBefore: try spotBefore / outputUnit, spotPriceAfter: try spotAfter / outputUnit,
        executionPrice: try averagePrice(amountIn, unit: inputUnit, for: amount, unit: outputUnit),
        priceImpact: try amountAtSpot.subtractingOrZero(amount)
          .multipliedDivided(by: wadUnit, over: amountAtSpot, rounding: .up),
        route: route)
    }
  }
}

extension ConstantProductPool {
  /// What an amount would get at the spot price, without fee and price impact, rounded down.
  fileprivate func atSpot(_ amount: UInt256, selling side: Side) throws(ArithmeticError) -> UInt256 {
    try amount.multipliedDivided(by: reserve(side.opposite), over: reserve(side), rounding: .down)
  }
}

/// The average price of a trade: whole output tokens for one whole input token, 1e18, rounded down.
func averagePrice(
  _ amountIn: UInt256, unit inputUnit: UInt256, for amountOut: UInt256, unit outputUnit: UInt256
) throws(ArithmeticError) -> UInt256 {
  try (amountOut * wadUnit).multipliedDivided(by: inputUnit, over: amountIn * outputUnit, rounding: .down)
}
