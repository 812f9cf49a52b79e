/// A position after depositing and then borrowing and redepositing a number of times at one price, without costs.
///
/// With `ltv` borrowed per value deposited, the deposits are the geometric series 1 + ltv + ltv^2 + ... times the equity.
///
///     try LoopState(equity: 10, ltv: 0.8, liquidationThreshold: 0.825, loops: 3).leverage    // 2.952
public struct LoopState: Hashable, Sendable {
  /// The value of all collateral, in the unit of `equity`.
  public let exposure: Double
  /// The value of all debt, in the unit of `equity`.
  public let debt: Double
  /// `exposure / equity`.
  public let leverage: Double
  /// After the last redeposit; infinity without debt.
  public let healthFactor: Double
  /// The fall of the collateral's price that brings the health factor to 1, as a fraction; 1 without debt.
  public let dropToLiquidation: Double

  /// Throws `invalidInput` unless 0 <= ltv < 1. `loops` counts the rounds after the first deposit, at least 0.
  public init(equity: Double, ltv: Double, liquidationThreshold: Double, loops: Int) throws(LoopError) {
    let deposited = try LoopState.deposits(ltv: ltv, loops: loops)
    leverage = deposited.total
    exposure = equity * deposited.total
    debt = equity * deposited.borrowed
    let weighted = liquidationThreshold * exposure
    healthFactor = debt == 0 ? .infinity : weighted / debt
    // Weighted collateral less debt, per equity, is (threshold - ltv) of all deposits but the last and the threshold of
    // the last: both are positive for a threshold above the ltv, so that nothing cancels after many loops.
    let spare = difference(liquidationThreshold, ltv)
    let last = liquidationThreshold * deposited.last
    let margin =
      spare < 0 ? difference(last, -spare * deposited.beforeLast) : spare * deposited.beforeLast + last
    dropToLiquidation = debt == 0 ? 1 : margin / (liquidationThreshold * deposited.total)
  }

  /// Deposits and borrowings per equity, and the last deposit apart. Summing by doubling adds positive numbers only, so nothing cancels for an
  /// `ltv` near 0 or 1 as it does in (1 - ltv^n) / (1 - ltv).
  static func deposits(
    ltv: Double, loops: Int
  ) throws(LoopError) -> (total: Double, borrowed: Double, beforeLast: Double, last: Double) {
    guard ltv >= 0, ltv < 1, loops >= 0 else { throw .invalidInput }
    var sum = 0.0
    var power = 1.0
    for bit in (0..<(Int.bitWidth - loops.leadingZeroBitCount)).reversed() {
      sum *= 1 + power
      power *= power
      if loops >> bit & 1 == 1 {
        sum += power
        power *= ltv
      }
    }
    return (sum + power, ltv * sum, sum, power)
  }
}
