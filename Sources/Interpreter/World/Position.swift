public import FixedPoint
public import Lending

/// The numbers of an account at given prices: what is at work, what is owed, and how far liquidation is.
///
/// Everything is exact. Values are dollars; shares are fractions (0.66 is 66 %).
public struct Position: Equatable, Sendable {
  /// The asset whose price decides, and how far it may move until the health factor is 1, all else equal.
  public struct Liquidation: Equatable, Sendable {
    /// The asset whose price is watched.
    public var symbol: Symbol
    /// Its price at health factor 1; 0 when no price of it can liquidate.
    public var price: Rational
    /// Whether a rising price is the danger, as for a short.
    public var isRise: Bool
    /// The asset against which the price is measured, when both sides move together: the price is then a ratio risk.
    public var against: Symbol?
  }

  /// One asset on one side of the position.
  public struct Item: Equatable, Sendable {
    public var symbol: Symbol
    /// Token units.
    public var amount: UInt256
    public var value: Rational
  }

  public var collaterals: [Item]
  public var debts: [Item]
  /// What the collateral is worth.
  public var collateral: Rational
  /// What is owed.
  public var debt: Rational
  /// The ledger's health factor, exact to 18 decimals; infinite without debt.
  public var healthFactor: Value
  /// The loan-to-value up to which more may be borrowed, averaged over the collateral.
  public var maxLTV: BasisPoints
  public var liquidationThreshold: BasisPoints
  /// What may still be borrowed, in dollars.
  public var availableBorrows: Rational
  public var liquidation: Liquidation?
  /// The move of the watched price that brings the health factor to 1, as a positive share; 1 when none does.
  public var buffer: Rational

  /// Collateral less debt.
  public var equity: Rational { (try? collateral - debt) ?? 0 }

  /// What is at work: the value of the whole collateral.
  public var exposure: Rational { collateral }

  /// Exposure for each dollar of equity; 0 without collateral, infinite when the debt reaches the collateral.
  public var leverage: Value {
    if collateral.isZero { return debt.isZero ? .exact(0) : .infinity }
    guard debt < collateral, let leverage = try? collateral / equity else { return .infinity }
    return .exact(leverage)
  }

  /// Debt as a share of the collateral; 0 without debt, infinite when only debt is left.
  public var loanToValue: Value {
    if debt.isZero { return .exact(0) }
    guard let share = try? debt / collateral else { return .infinity }
    return .exact(share)
  }

  /// The collateral that is worth most; nil without any.
  public var largestCollateral: Item? { collaterals.max { $0.value < $1.value } }

  /// The debt that is worth most; nil without any.
  public var largestDebt: Item? { debts.max { $0.value < $1.value } }

  public var isEmpty: Bool { collaterals.isEmpty && debts.isEmpty }

  /// Whether the protocol lets anyone liquidate: the health factor is below 1.
  public var isLiquidatable: Bool { healthFactor.compared(to: .exact(1)) ?? 0 < 0 }
}
