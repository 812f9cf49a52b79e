public import FixedPoint

/// A token that a market knows.
public struct Asset: Hashable, Sendable {
  public let symbol: Symbol
  /// The name in full, such as "Wrapped Ether".
  public let name: String
  /// How many decimals one whole token has, 0 to 36: the ledger counts in 10^-decimals of a token.
  public let decimals: Int
  /// The smallest units of one whole token: 10^decimals.
  public let unit: UInt256

  /// Nil when `decimals` is not in 0...36.
  public init?(symbol: Symbol, name: String, decimals: Int) {
    guard (0...36).contains(decimals), let unit = UInt256.powerOfTen(decimals) else { return nil }
    self.symbol = symbol
    self.name = name
    self.decimals = decimals
    self.unit = unit
  }
}

/// What the protocol believes a whole token of each asset is worth: base currency, 1e8.
public typealias OraclePrices = [Symbol: UInt256]
