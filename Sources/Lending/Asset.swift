public import FixedPoint

/// The short name by which a market lists an asset, such as "WETH". Upper and lower case differ.
public struct Symbol: Hashable, Sendable {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }
}

extension Symbol: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Symbol: Comparable {
  public static func < (left: Symbol, right: Symbol) -> Bool { left.text < right.text }
}

extension Symbol: CustomStringConvertible {
  public var description: String { text }
}

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
