public import FixedPoint
public import Lending

/// What a swap gets and what it costs.
///
/// Prices are whole output tokens for one whole input token, 1e18, rounded down.
public struct SwapQuote: Equatable, Sendable {
  /// Token units that are given.
  public var amountIn: UInt256
  /// Token units that are received.
  public var amountOut: UInt256
  /// The part of the input that pools keep as their fee, in token units of the input, rounded up. The fee of a later
  /// pool on the route is valued at the average price of the steps before it.
  public var feeAmount: UInt256
  /// What the input would get at the spot price without fee and price impact, in token units of the output.
  public var amountAtSpot: UInt256
  /// The price of a vanishingly small trade just before this one.
  public var spotPriceBefore: UInt256
  /// The price of a vanishingly small trade just after this one.
  public var spotPriceAfter: UInt256
  /// The average price of this trade, fee included.
  public var executionPrice: UInt256
  /// How far the average price is below the spot price before the trade, fee included: 1e18 is all of it, rounded up.
  public var priceImpact: UInt256
  /// The assets in the order in which they are traded, the input first and the output last.
  public var route: [Symbol]
}

/// Why a swap is refused; nothing has changed then. Amounts are in token units of the asset beside them.
public enum SwapError: Error, Equatable, Sendable {
  /// The exchange does not list this asset.
  case unlistedAsset(Symbol)
  /// An asset cannot be swapped for itself.
  case sameAsset(Symbol)
  /// There is no price for this asset, or it is 0.
  case missingPrice(Symbol)
  /// No pool and no chain of pools joins the two assets.
  case noRoute(from: Symbol, to: Symbol)
  /// The amount is 0, or so small that it would get nothing.
  case amountTooSmall(UInt256, of: Asset, to: Asset)
  /// A pool cannot give its whole reserve.
  case exceedsPool(requested: UInt256, reserve: UInt256, asset: Asset)
  /// The desk, which stands for everybody outside the market, does not hold so much.
  case deskExhausted(requested: UInt256, available: UInt256, asset: Asset)
  /// The depth gives a pool with an empty side.
  case poolTooSmall(base: Symbol, quote: Symbol)
  /// The fee of a pool has to be below 100 %.
  case feeTooHigh(BasisPoints)
  /// The numbers do not fit in 256 bits.
  case overflow
}
