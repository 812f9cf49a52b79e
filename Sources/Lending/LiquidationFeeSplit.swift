public import FixedPoint

/// Seized collateral, divided between the liquidator and the protocol, which takes a share of the bonus only.
public struct LiquidationFeeSplit: Hashable, Sendable {
  /// Token units.
  public let toLiquidator: UInt256
  /// Token units.
  public let protocolFee: UInt256

  /// Splits `seized` token units. The value without bonus is rounded down and the fee up, against the liquidator.
  ///
  /// Without a fee nothing is divided. Throws `divideByZero` for a bonus factor of 0, `overflow`, and `underflow` for
  /// a bonus factor below 100 % or a fee above 100 % of the bonus.
  public init(seized: UInt256, bonus: BasisPoints, protocolFee share: BasisPoints) throws(ArithmeticError) {
    guard share != .zero else {
      toLiquidator = seized
      protocolFee = .zero
      return
    }
    let bonusPart = try seized - seized.divided(by: bonus, rounding: .down)
    protocolFee = try bonusPart.multiplied(by: share, rounding: .up)
    toLiquidator = try seized - protocolFee
  }
}
