/// Prices at regular times; all are above 0, and the columns have the same length.
public struct BarPrices: Sendable {
  /// The last price of each bar.
  public let closes: [Double]
  /// The first price of each bar, or nil.
  public let opens: [Double]?
  /// The lowest price of each bar, or nil; where it is known, a fall within a bar is not overlooked.
  public let lows: [Double]?

  public init(closes: [Double], opens: [Double]? = nil, lows: [Double]? = nil) {
    self.closes = closes
    self.opens = opens
    self.lows = lows
  }
}

/// On which terms a loop is held: what it earns and costs from bar to bar, and when and how it is liquidated.
public struct LoopTerms: Hashable, Sendable {
  /// The share of the collateral up to which debt is safe.
  public let liquidationThreshold: Double
  /// What a liquidation costs, as a share of the debt repaid.
  public let penalty: Double
  /// The logarithm of what collateral and debt grow by in a bar.
  public let collateralGrowth: Double
  public let debtGrowth: Double

  public init(liquidationThreshold: Double, penalty: Double, collateralGrowth: Double, debtGrowth: Double) {
    self.liquidationThreshold = liquidationThreshold
    self.penalty = penalty
    self.collateralGrowth = collateralGrowth
    self.debtGrowth = debtGrowth
  }

  /// The price at which a loop is liquidated at once, as a share of that at which it was entered.
  public func liquidationRatio(leverage: Double) -> Double {
    (leverage - 1) / (leverage * liquidationThreshold)
  }
}
