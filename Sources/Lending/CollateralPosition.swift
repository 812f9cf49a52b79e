public import FixedPoint

/// An amount of a reserve that counts as collateral, with the oracle's price and the risk parameters that apply.
public struct CollateralPosition: Hashable, Sendable {
  /// Token units.
  public var amount: UInt256
  /// Token units of one whole token, at least 1.
  public var unit: UInt256
  /// Base currency per whole token, 1e8.
  public var price: UInt256
  public var maxLTV: BasisPoints
  public var liquidationThreshold: BasisPoints

  public init(
    amount: UInt256, unit: UInt256, price: UInt256, maxLTV: BasisPoints, liquidationThreshold: BasisPoints
  ) {
    self.amount = amount
    self.unit = unit
    self.price = price
    self.maxLTV = maxLTV
    self.liquidationThreshold = liquidationThreshold
  }

  /// The value in base currency, 1e8, rounded down. Throws an `ArithmeticError`.
  public func value() throws(ArithmeticError) -> UInt256 {
    try amount.multipliedDivided(by: price, over: unit, rounding: .down)
  }
}
