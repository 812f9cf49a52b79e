public import FixedPoint

/// How much of an account's whole debt one liquidation may repay.
public enum CloseFactor {
  /// Below this value of the seized or of the repaid reserve the whole debt may be repaid: $2,000, 1e8.
  public static let wholeDebtBelow: UInt256 = 200_000_000_000
  /// At this health factor or below the whole debt may be repaid.
  public static let wholeDebtAt = Wad(950_000_000_000_000_000)
  /// The share of the whole debt that may be repaid otherwise.
  public static let half: BasisPoints = 5_000

  /// Half when both reserves are worth at least $2,000 and the health factor is above 0.95, else the whole debt
  /// (Aave v3.7). The values are base currency, 1e8.
  public static func share(
    reserveCollateralBase: UInt256, reserveDebtBase: UInt256, healthFactor: Wad
  ) -> BasisPoints {
    let large = reserveCollateralBase >= wholeDebtBelow && reserveDebtBase >= wholeDebtBelow
    return large && healthFactor > wholeDebtAt ? half : .hundredPercent
  }
}
