public import FixedPoint

/// Why a pool refuses an operation. The numbers are those that broke the rule: token units for amounts, base currency
/// (1e8) where the name ends in `Base`.
public enum LendingError: Error, Equatable, Sendable {
  /// The pool does not list the asset.
  case unknownAsset(Symbol)
  /// The asset is listed twice.
  case duplicateAsset(Symbol)
  /// The oracle has no price for the asset.
  case priceMissing(Symbol)
  /// The amount is 0, or worth less than one scaled unit.
  case invalidAmount(Symbol)
  /// The reserve does not hold what would be paid out.
  case insufficientLiquidity(asset: Symbol, requested: UInt256, available: UInt256)
  /// The account has supplied less than it would withdraw.
  case insufficientBalance(asset: Symbol, requested: UInt256, available: UInt256)
  /// The account owes nothing in this asset.
  case noDebt(Symbol)
  /// The asset cannot be borrowed outside an efficiency mode.
  case borrowingDisabled(Symbol)
  /// The account's efficiency mode does not let it owe the asset.
  case notBorrowableInEfficiencyMode(asset: Symbol, mode: Int)
  /// The pool has no efficiency mode of this id.
  case unknownEfficiencyMode(Int)
  /// The debt would exceed what the collateral allows at the average LTV; `availableBase` is what was left to borrow.
  case borrowLimitExceeded(
    debtAfterBase: UInt256, limitBase: UInt256, availableBase: UInt256, averageLTV: BasisPoints)
  /// The health factor after the operation would be below 1.
  case healthFactorTooLow(Wad)
  /// Collateral whose maximum LTV is 0 must leave before any other.
  case zeroLTVCollateralFirst(Symbol)
  /// The account's health factor is 1 or more.
  case notLiquidatable(Wad)
  /// The asset is not collateral of the account.
  case notCollateral(Symbol)
  /// Neither side would be cleared, and a leftover would be worth less than `leastBase`.
  case mustNotLeaveDust(debtLeftBase: UInt256, collateralLeftBase: UInt256, leastBase: UInt256)
  /// An account cannot liquidate itself.
  case selfLiquidation(AccountID)
  /// Nothing would be repaid, or nothing paid to the liquidator.
  case nothingToLiquidate
  /// Time cannot run backwards.
  case timeInThePast(now: UInt64, requested: UInt64)
  /// A number left its range in the step in which the contract would revert.
  case arithmetic(ArithmeticError)
}
