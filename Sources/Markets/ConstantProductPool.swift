public import FixedPoint

/// A pool of two assets whose product of reserves never falls by a trade (`x * y = k`).
///
/// With reserves `x` of what comes in and `y` of what goes out, fee `f`, and `a` coming in:
///
///     out = floor(y * a * (1 - f) / (x + a * (1 - f)))
///
/// The fee is taken from the input and stays in the pool, so the product grows by it. Everything is a whole number of
/// token units; each result is rounded once, in favour of the pool.
///
///     var pool = try ConstantProductPool(baseReserve: 1_000, quoteReserve: 2_000_000, fee: 0)
///     try pool.amountOut(for: 50, selling: .base)   // 95,238: on average 1,904.76, although the spot price is 2,000
public struct ConstantProductPool: Equatable, Sendable {
  /// One of the two assets of a pool.
  public enum Side: Sendable, CaseIterable {
    case base
    case quote

    public var opposite: Side { self == .base ? .quote : .base }
  }

  /// Token units of the base asset; never 0.
  public private(set) var baseReserve: UInt256
  /// Token units of the quote asset; never 0.
  public private(set) var quoteReserve: UInt256
  /// The share of the input that the pool keeps; below 100 %.
  public let fee: BasisPoints

  /// Throws `emptyReserve` when a side is 0 and `feeTooHigh` at 100 % and above.
  public init(baseReserve: UInt256, quoteReserve: UInt256, fee: BasisPoints) throws(PoolError) {
    guard !baseReserve.isZero, !quoteReserve.isZero else { throw .emptyReserve }
    guard fee < .hundredPercent else { throw .feeTooHigh(fee) }
    self.baseReserve = baseReserve
    self.quoteReserve = quoteReserve
    self.fee = fee
  }

  /// The reserve of one side in token units.
  public func reserve(_ side: Side) -> UInt256 {
    side == .base ? baseReserve : quoteReserve
  }

  /// What an exact input gets, rounded down; the pool stays as it is. Throws `overflow`.
  public func amountOut(for amountIn: UInt256, selling side: Side) throws(PoolError) -> UInt256 {
    do throws(ArithmeticError) {
      let kept = try amountIn * (BasisPoints.hundredPercent.raw - fee.raw)
      return try kept.multipliedDivided(
        by: reserve(side.opposite), over: reserve(side) * BasisPoints.hundredPercent.raw + kept, rounding: .down)
    } catch {
      throw .overflow
    }
  }

  /// The smallest input that gets at least `amountOut`; the pool stays as it is.
  ///
  /// Solving the formula of `amountOut(for:selling:)` for the input gives `x * out / ((1 - f) * (y - out))`, rounded
  /// up. Throws `outputExceedsReserve` when the output is the whole reserve or more, and `overflow`.
  public func amountIn(for amountOut: UInt256, selling side: Side) throws(PoolError) -> UInt256 {
    let available = reserve(side.opposite)
    guard amountOut < available else { throw .outputExceedsReserve(requested: amountOut, reserve: available) }
    do throws(ArithmeticError) {
      return try (reserve(side) * BasisPoints.hundredPercent.raw).multipliedDivided(
        by: amountOut, over: (BasisPoints.hundredPercent.raw - fee.raw) * (available - amountOut), rounding: .up)
    } catch {
      throw .overflow
    }
  }

  /// Trades an exact input and returns what it got. Throws `overflow`, and then the pool is unchanged.
  public mutating func sell(_ amountIn: UInt256, of side: Side) throws(PoolError) -> UInt256 {
    let amountOut = try amountOut(for: amountIn, selling: side)
    do throws(ArithmeticError) {
      let received = try reserve(side) + amountIn
      let left = try reserve(side.opposite) - amountOut
      baseReserve = side == .base ? received : left
      quoteReserve = side == .base ? left : received
    } catch {
      throw .overflow
    }
    return amountOut
  }

  /// The part of an input that stays in the pool as fee, rounded up. Throws `overflow`.
  public func feeAmount(on amountIn: UInt256) throws(PoolError) -> UInt256 {
    do throws(ArithmeticError) {
      return try amountIn.multipliedDivided(by: fee.raw, over: BasisPoints.hundredPercent.raw, rounding: .up)
    } catch {
      throw .overflow
    }
  }

  /// The price of a vanishingly small trade before fee: quote units for base units, exactly.
  public var spotPrice: PriceRatio {
    get throws(ArithmeticError) { try PriceRatio(quoteUnits: quoteReserve, baseUnits: baseReserve) }
  }
}

/// Why a pool cannot trade.
public enum PoolError: Error, Equatable, Sendable {
  /// A pool needs both assets.
  case emptyReserve
  /// A fee of 100 % or more would leave nothing to trade.
  case feeTooHigh(BasisPoints)
  /// A pool can come near to its last unit, but never give all of it; both in token units.
  case outputExceedsReserve(requested: UInt256, reserve: UInt256)
  /// The numbers do not fit in 256 bits.
  case overflow
}
