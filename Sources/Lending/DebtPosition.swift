public import FixedPoint

/// An amount owed, with the oracle's price.
public struct DebtPosition: Hashable, Sendable {
  /// Token units.
  public var amount: UInt256
  /// Token units of one whole token, at least 1.
  public var unit: UInt256
  /// Base currency per whole token, 1e8.
  public var price: UInt256

  public init(amount: UInt256, unit: UInt256, price: UInt256) {
    self.amount = amount
    self.unit = unit
    self.price = price
  }

  /// The value in base currency, 1e8, rounded up. Throws an `ArithmeticError`.
  public func value() throws(ArithmeticError) -> UInt256 {
    try amount.multipliedDivided(by: price, over: unit, rounding: .up)
  }
}
