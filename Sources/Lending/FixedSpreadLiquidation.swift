/// Why a fixed-spread liquidation has no answer, in the order in which it is checked.
public enum FixedSpreadLiquidationError: Error, Equatable, Sendable {
  /// The health factor is 1 or more.
  case notLiquidatable
  /// liquidationThreshold * (1 + liquidationBonus) is 1 or more, so that no repayment restores a health factor of 1.
  case bonusTooHigh
  case exceedsDebt
  case exceedsCollateral
}

/// A liquidation in real numbers, without close factor, fee or dust rule: the value repaid is seized with a bonus.
public struct FixedSpreadLiquidation: Hashable, Sendable {
  public let healthFactorBefore: Double
  /// Units of collateral.
  public let seizedAmount: Double
  public let seizedValue: Double
  public let liquidatorProfit: Double
  /// Units of collateral.
  public let collateralLeft: Double
  public let debtLeft: Double
  /// Infinity when no debt is left.
  public let healthFactorAfter: Double
  /// The repayment that brings the health factor to 1; more than the debt when none does.
  public let minimumRepay: Double

  /// Amount, price and debt are above 0; threshold and bonus are fractions (0.05 is a bonus of 5 %).
  public init(
    collateralAmount: Double, collateralPrice: Double, debt: Double, liquidationThreshold: Double,
    liquidationBonus: Double, repaid: Double
  ) throws(FixedSpreadLiquidationError) {
    let collateralValue = collateralAmount * collateralPrice
    let weighted = collateralValue * liquidationThreshold
    let missing = difference(debt, weighted)
    guard missing > 0 else { throw .notLiquidatable }
    let gained = difference(1, liquidationThreshold * (1 + liquidationBonus))
    guard gained > 0 else { throw .bonusTooHigh }
    guard repaid <= debt else { throw .exceedsDebt }
    let seized = repaid * (1 + liquidationBonus)
    let valueLeft = difference(collateralValue, seized)
    guard valueLeft >= 0 else { throw .exceedsCollateral }

    healthFactorBefore = weighted / debt
    seizedAmount = seized / collateralPrice
    seizedValue = seized
    liquidatorProfit = repaid * liquidationBonus
    collateralLeft = valueLeft / collateralPrice
    debtLeft = debt - repaid
    healthFactorAfter = debtLeft == 0 ? .infinity : valueLeft * liquidationThreshold / debtLeft
    minimumRepay = missing / gained
  }

  /// The largest sudden price fall, as a fraction, after which the collateral still pays the whole debt and the bonus:
  /// 1 - (1 + bonus) * (1 - 1 / leverage). Throws `invalidInput` when the leverage is below 1.
  public static func lossFreeGap(leverage: Double, liquidationBonus: Double) throws(LoopError) -> Double {
    difference(1, (1 + liquidationBonus) * (try TargetMultiple.ltv(leverage: leverage)))
  }
}
