public import FixedPoint

/// What an account is worth to the protocol at the oracle's prices (Aave v3.7's `calculateUserAccountData`).
public struct AccountData: Hashable, Sendable {
  /// Base currency, 1e8; each asset rounded down.
  public let totalCollateralBase: UInt256
  /// Base currency, 1e8; each asset rounded up.
  public let totalDebtBase: UInt256
  /// What may still be borrowed at the average LTV, base currency, 1e8; 0 when nothing.
  public let availableBorrowsBase: UInt256
  /// By value, rounded down; 0 without collateral.
  public let averageLTV: BasisPoints
  /// By value, rounded down; 0 without collateral. The health factor uses `weightedCollateral` instead.
  public let averageLiquidationThreshold: BasisPoints
  /// `weightedCollateral / totalDebtBase`; below `.one` the account can be liquidated. `.max` without debt.
  public let healthFactor: Wad
  /// The sum of value times liquidation threshold: base currency times basis points, 1e12.
  public let weightedCollateral: UInt256
}

extension AccountData {
  /// The figures of a list of collaterals and a list of debts. Throws an `ArithmeticError`.
  public init(collaterals: [CollateralPosition], debts: [DebtPosition]) throws(ArithmeticError) {
    var collateral = UInt256.zero
    var borrowingPower = UInt256.zero
    var weighted = UInt256.zero
    for position in collaterals {
      let value = try position.value()
      try collateral += value
      try borrowingPower += value * position.maxLTV.raw
      try weighted += value * position.liquidationThreshold.raw
    }
    var debt = UInt256.zero
    for position in debts { try debt += position.value() }

    totalCollateralBase = collateral
    totalDebtBase = debt
    weightedCollateral = weighted
    averageLTV = collateral.isZero ? .zero : BasisPoints(try borrowingPower / collateral)
    averageLiquidationThreshold = collateral.isZero ? .zero : BasisPoints(try weighted / collateral)
    let limit = try collateral.multiplied(by: averageLTV, rounding: .down)
    availableBorrowsBase = limit.subtractingOrZero(debt)
    healthFactor = debt.isZero ? .max : Wad(try weighted.divided(by: Wad(debt), rounding: .halfUp) / 10_000)
  }
}
