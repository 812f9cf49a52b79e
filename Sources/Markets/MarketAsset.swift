public import FixedPoint
public import Lending

/// One listed asset of a market: what it is, what it costs, the rules of its reserve, and what others do with it.
public struct MarketAsset: Equatable, Sendable {
  /// How an asset's dollar price is expected to behave.
  public enum Kind: String, Sendable, CaseIterable {
    /// The price moves freely.
    case volatile
    /// The price is meant to stay at one dollar.
    case stable
  }

  public var asset: Asset
  public var kind: Kind
  /// Dollars for one whole token, 1e8.
  public var price: UInt256
  /// The asset in proportion to which this one's dollar price moves, as staked ether follows ether; nil for none.
  public var follows: Symbol?
  public var configuration: ReserveConfiguration
  /// Token units that other people have supplied.
  public var suppliedByOthers: UInt256
  /// Token units that other people have borrowed; at most `suppliedByOthers`.
  public var borrowedByOthers: UInt256

  public init(
    asset: Asset, kind: Kind, price: UInt256, follows: Symbol?, configuration: ReserveConfiguration,
    suppliedByOthers: UInt256, borrowedByOthers: UInt256
  ) {
    self.asset = asset
    self.kind = kind
    self.price = price
    self.follows = follows
    self.configuration = configuration
    self.suppliedByOthers = suppliedByOthers
    self.borrowedByOthers = borrowedByOthers
  }
}

/// The size and the fee of one constant-product pool; the quote side follows from the prices of the two assets.
public struct PoolTerms: Equatable, Sendable {
  public var base: Symbol
  public var quote: Symbol
  /// Token units of the base asset in the pool.
  public var baseDepth: UInt256
  /// The share of the input that the pool keeps.
  public var fee: BasisPoints

  public init(base: Symbol, quote: Symbol, baseDepth: UInt256, fee: BasisPoints) {
    self.base = base
    self.quote = quote
    self.baseDepth = baseDepth
    self.fee = fee
  }
}
