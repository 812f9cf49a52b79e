/// What a leveraged position earns and pays in a year at constant rates.
public struct LoopYield: Hashable, Sendable {
  /// `exposure / equity`.
  public let leverage: Double
  public let exposure: Double
  public let debt: Double
  /// `debt / exposure`.
  public let ltv: Double
  public let supplyIncome: Double
  public let borrowCost: Double
  public let netIncome: Double
  /// `netIncome / equity`, a fraction.
  public let netAPY: Double

  /// The yield of a loop. Rates are fractions per year. Throws `invalidInput` unless 0 <= ltv < 1 and loops >= 0.
  public init(
    equity: Double, ltv: Double, loops: Int, supplyAPY: Double, borrowAPY: Double
  ) throws(LoopError) {
    let deposited = try LoopState.deposits(ltv: ltv, loops: loops)
    self.init(
      equity: equity, leverage: deposited.total, borrowed: deposited.borrowed, supplyAPY: supplyAPY,
      borrowAPY: borrowAPY)
  }

  /// The yield at a leverage. Throws `invalidInput` when the leverage is below 1.
  public init(equity: Double, leverage: Double, supplyAPY: Double, borrowAPY: Double) throws(LoopError) {
    guard leverage >= 1 else { throw .invalidInput }
    self.init(
      equity: equity, leverage: leverage, borrowed: leverage - 1, supplyAPY: supplyAPY, borrowAPY: borrowAPY)
  }

  private init(equity: Double, leverage: Double, borrowed: Double, supplyAPY: Double, borrowAPY: Double) {
    self.leverage = leverage
    exposure = equity * leverage
    debt = equity * borrowed
    ltv = borrowed / leverage
    supplyIncome = equity * leverage * supplyAPY
    borrowCost = equity * borrowed * borrowAPY
    netIncome = difference(supplyIncome, borrowCost)
    netAPY = difference(leverage * supplyAPY, borrowed * borrowAPY)
  }
}
