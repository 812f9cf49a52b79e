extension LeverageGame {
  /// The leverage at which the logarithm of the equity grows fastest: what is best for the typical player in the long run.
  ///
  /// To about eight digits, and at most `maximumLeverage`; 0 when every leverage loses.
  public var growthOptimalRound: LeveragedRound { best { $0.growth } }

  /// The leverage with the highest mean of a round, which few lucky rounds make; to about eight digits, and 0 when none has
  /// a mean above 0.
  public var bestMeanRound: LeveragedRound { best { $0.meanReturn } }

  /// The share of the best growth that a leverage keeps; below 0 when it loses, nil when the best is not to play.
  public func shareOfBestGrowth(at leverage: Double) throws(LeverageGameError) -> Double? {
    let growth = try round(at: leverage).growth
    let best = growthOptimalRound.growth
    return best > 0 ? growth / best : nil
  }

  private func best(by value: (LeveragedRound) -> Double) -> LeveragedRound {
    let maximum = Maximum(
      of: { value(LeveragedRound(unchecked: $0, in: self)) }, from: 0, to: highestLeverage)
    // Where nothing is to be gained, quadrature has its last digits for a maximum.
    let isGain = maximum.value > 1e-12
    return LeveragedRound(unchecked: isGain ? maximum.place : 0, in: self)
  }

  /// The largest leverage that is looked at: the maximum, or a billionth below the limit.
  var highestLeverage: Double { min(maximumLeverage, leverageLimit * (1 - 1e-9)) }
}
