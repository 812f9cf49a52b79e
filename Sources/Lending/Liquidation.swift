public import FixedPoint

/// Why a liquidation is refused, in the order in which it is checked; arithmetic fails in the step in which it happens.
public enum LiquidationError: Error, Equatable, Sendable {
  /// The health factor is 1 or more.
  case notLiquidatable(healthFactor: Wad)
  /// The account owes nothing in the repaid reserve.
  case debtNotBorrowed
  /// Neither side would be cleared, and what would be left of one is worth less than `Liquidation.leastLeftover`.
  case mustNotLeaveDust(debtLeftBase: UInt256, collateralLeftBase: UInt256)
  /// Nothing would be repaid, or nothing paid to the liquidator.
  case invalidBurnAmount
  case arithmetic(ArithmeticError)
}

/// A liquidation on plain amounts: one collateral of an account is seized for repaying one of its debts (Aave v3.7).
public struct Liquidation: Hashable, Sendable {
  /// Unless one side is cleared, both leftovers must be worth this: $1,000, 1e8.
  public static let leastLeftover: UInt256 = 100_000_000_000

  public var collaterals: [CollateralPosition]
  public var debts: [DebtPosition]
  /// The position in `collaterals` of what is seized.
  public var collateralIndex: Int
  /// The position in `debts` of what is repaid.
  public var debtIndex: Int
  /// 10500 is a bonus of 5 %.
  public var bonus: BasisPoints
  /// The treasury's share of the bonus.
  public var protocolFee: BasisPoints

  /// The indexes must be positions in their lists.
  public init(
    collaterals: [CollateralPosition], debts: [DebtPosition], collateralIndex: Int, debtIndex: Int,
    bonus: BasisPoints, protocolFee: BasisPoints
  ) {
    precondition(collaterals.indices.contains(collateralIndex) && debts.indices.contains(debtIndex))
    self.collaterals = collaterals
    self.debts = debts
    self.collateralIndex = collateralIndex
    self.debtIndex = debtIndex
    self.bonus = bonus
    self.protocolFee = protocolFee
  }

  /// What a liquidation moves and leaves. Amounts are token units.
  public struct Outcome: Hashable, Sendable {
    public let healthFactorBefore: Wad
    /// What the close factor allows to repay in this reserve.
    public let maxLiquidatableDebt: UInt256
    public let debtRepaid: UInt256
    public let collateralToLiquidator: UInt256
    public let protocolFee: UInt256
    public let collateralLeft: UInt256
    public let debtLeft: UInt256
    /// What is written off per debt, in the order of `debts`; all 0 while collateral is left.
    public let deficits: [UInt256]
    /// `.max` when no debt is left.
    public let healthFactorAfter: Wad

    /// Whether the account's collateral was used up, so that its remaining debts became deficits.
    public let collateralUsedUp: Bool
    public var collateralSeized: UInt256 {
      // Both are parts of one amount that fits.
      (try? collateralToLiquidator + protocolFee) ?? .max
    }
  }

  /// The outcome of repaying `debtToCover` token units, or as much as the close factor and the collateral allow.
  public func outcome(debtToCover: UInt256) throws(LiquidationError) -> Outcome {
    let result: Result<Outcome, LiquidationError>
    do { result = try checkedOutcome(debtToCover: debtToCover) } catch { throw .arithmetic(error) }
    return try result.get()
  }
}
