/// The figures of a position with one collateral and a debt whose value does not move with it.
public struct PositionMetrics: Hashable, Sendable {
  public let collateralValue: Double
  /// `debt / collateralValue`.
  public let ltv: Double
  /// `collateralValue / debt`; infinity without debt.
  public let collateralRatio: Double
  /// Infinity without debt.
  public let healthFactor: Double
  /// The collateral's price at health factor 1.
  public let liquidationPrice: Double
  /// The price fall to `liquidationPrice`, as a fraction; negative when the price is already below it.
  public let dropToLiquidation: Double
  /// `collateralValue / equity`; infinity when the debt leaves no equity.
  public let leverage: Double

  /// `liquidationThreshold` is a fraction; it, the amount and the price are above 0.
  public init(collateralAmount: Double, collateralPrice: Double, liquidationThreshold: Double, debt: Double) {
    collateralValue = collateralAmount * collateralPrice
    let weighted = collateralValue * liquidationThreshold
    let equity = difference(collateralValue, debt)
    ltv = debt / collateralValue
    collateralRatio = debt == 0 ? .infinity : collateralValue / debt
    healthFactor = debt == 0 ? .infinity : weighted / debt
    liquidationPrice = debt / (collateralAmount * liquidationThreshold)
    dropToLiquidation = difference(weighted, debt) / weighted
    leverage = equity > 0 ? collateralValue / equity : .infinity
  }
}
