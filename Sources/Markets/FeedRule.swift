public import FixedPoint

/// How an asset's oracle price comes from its market price.
public enum FeedRule: Hashable, Sendable {
  /// At once: both prices are one.
  case immediate
  /// Not at all.
  case frozen
  /// After so many seconds.
  case lagging(seconds: UInt64)
  /// Only when the market price has moved by this share of the oracle price or more.
  case threshold(BasisPoints)
  /// From the pool in which the asset trades, so that every trade moves it.
  case pool
}
