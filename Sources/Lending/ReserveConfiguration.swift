public import FixedPoint

/// What governance decided about an asset as collateral and as debt.
public struct ReserveConfiguration: Hashable, Sendable {
  /// How much may be borrowed against the asset: a ceiling when borrowing, not the point of liquidation.
  public var maxLTV: BasisPoints
  /// The share of the asset's value that counts in the health factor. 0 means that the asset is not collateral.
  public var liquidationThreshold: BasisPoints
  /// What a liquidator gets per value repaid: 10500 is a bonus of 5 %.
  public var liquidationBonus: BasisPoints
  /// The treasury's share of the bonus, not of the whole seizure.
  public var liquidationProtocolFee: BasisPoints
  /// The treasury's share of the borrowers' interest.
  public var reserveFactor: BasisPoints
  /// Whether accounts outside an efficiency mode may borrow the asset.
  public var borrowingEnabled: Bool
  public var rateStrategy: TwoSlopeRateStrategy

  public init(
    maxLTV: BasisPoints, liquidationThreshold: BasisPoints, liquidationBonus: BasisPoints,
    liquidationProtocolFee: BasisPoints, reserveFactor: BasisPoints, borrowingEnabled: Bool,
    rateStrategy: TwoSlopeRateStrategy
  ) {
    self.maxLTV = maxLTV
    self.liquidationThreshold = liquidationThreshold
    self.liquidationBonus = liquidationBonus
    self.liquidationProtocolFee = liquidationProtocolFee
    self.reserveFactor = reserveFactor
    self.borrowingEnabled = borrowingEnabled
    self.rateStrategy = rateStrategy
  }
}
