public import FixedPoint

/// Interest rates that rise gently with utilization up to a kink and steeply above it.
///
/// The rule is that of Aave v3.7's `DefaultReserveInterestRateStrategyV2`; every ray and percent operation rounds a
/// half upwards.
public struct TwoSlopeRateStrategy: Hashable, Sendable {
  /// The utilization at the kink, 1 % to 99 %.
  public var optimalUtilization: BasisPoints
  /// The yearly borrow rate at utilization 0.
  public var baseRate: BasisPoints
  /// What the yearly borrow rate gains from utilization 0 to the kink.
  public var slope1: BasisPoints
  /// What the yearly borrow rate gains from the kink to full utilization.
  public var slope2: BasisPoints

  public init(optimalUtilization: BasisPoints, baseRate: BasisPoints, slope1: BasisPoints, slope2: BasisPoints) {
    self.optimalUtilization = optimalUtilization
    self.baseRate = baseRate
    self.slope1 = slope1
    self.slope2 = slope2
  }

  /// The yearly rates of a reserve.
  ///
  /// `totalDebt`, `availableLiquidity` and `unbacked` (the reserve's deficit, which counts only in the suppliers'
  /// share) are token units; `reserveFactor` is the treasury's share of the interest. Without debt suppliers earn
  /// nothing and the borrow rate is the base rate. Throws `overflow` where the contract would revert.
  public func rates(
    totalDebt: UInt256, availableLiquidity: UInt256, unbacked: UInt256, reserveFactor: BasisPoints
  ) throws(ArithmeticError) -> (liquidityRate: Ray, variableBorrowRate: Ray) {
    let base = try Ray(basisPoints: baseRate)
    guard !totalDebt.isZero else { return (.zero, base) }
    let owedAndAvailable = try availableLiquidity + totalDebt
    let utilization = Ray(try totalDebt.divided(by: Ray(owedAndAvailable), rounding: .halfUp))
    let borrowRate = try variableBorrowRate(utilization: utilization)
    let liquidityRate = try Self.liquidityRate(
      variableBorrowRate: borrowRate, totalDebt: totalDebt, availableLiquidity: availableLiquidity, unbacked: unbacked,
      reserveFactor: reserveFactor)
    return (liquidityRate, borrowRate)
  }

  /// The yearly rate of borrowers where this share of what was supplied is lent. Throws `overflow`.
  public func variableBorrowRate(utilization: Ray) throws(ArithmeticError) -> Ray {
    let base = try Ray(basisPoints: baseRate)
    let optimal = try Ray(basisPoints: optimalUtilization)
    let first = try Ray(basisPoints: slope1)
    guard utilization > optimal else {
      let share = try first.multiplied(by: utilization, rounding: .halfUp)
      return try base + share.divided(by: optimal, rounding: .halfUp)
    }
    let excess = try utilization - optimal
    let share = try excess.divided(by: Ray.one - optimal, rounding: .halfUp)
    return try base + first + Ray(basisPoints: slope2).multiplied(by: share, rounding: .halfUp)
  }

  /// The yearly rate of suppliers: what borrowers pay, spread over all that was supplied, less the treasury's share; 0
  /// without debt. Throws `overflow`.
  public static func liquidityRate(
    variableBorrowRate: Ray, totalDebt: UInt256, availableLiquidity: UInt256, unbacked: UInt256,
    reserveFactor: BasisPoints
  ) throws(ArithmeticError) -> Ray {
    guard !totalDebt.isZero else { return .zero }
    let supplied = try availableLiquidity + totalDebt + unbacked
    let supplyUtilization = Ray(try totalDebt.divided(by: Ray(supplied), rounding: .halfUp))
    let earned = try variableBorrowRate.multiplied(by: supplyUtilization, rounding: .halfUp)
    let suppliersShare = BasisPoints(try BasisPoints.hundredPercent.raw - reserveFactor.raw)
    return Ray(try earned.raw.multiplied(by: suppliersShare, rounding: .halfUp))
  }
}
