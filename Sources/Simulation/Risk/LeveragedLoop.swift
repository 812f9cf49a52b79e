/// A loop as a model sees it: one volatile collateral, a debt in dollars, interest compounded continuously.
///
/// With an equity of 1 the collateral is the leverage and the debt the leverage less 1. Rates are per year, as fractions.
public struct LeveragedLoop: Hashable, Sendable {
  /// Above 1.
  public let leverage: Double
  /// A fraction.
  public let liquidationThreshold: Double
  public let borrowRate: Double
  public let supplyRate: Double

  public init(leverage: Double, liquidationThreshold: Double, borrowRate: Double = 0, supplyRate: Double = 0) {
    self.leverage = leverage
    self.liquidationThreshold = liquidationThreshold
    self.borrowRate = borrowRate
    self.supplyRate = supplyRate
  }

  /// The loop that has this health factor: leverage = health factor ÷ (health factor - liquidation threshold). Interest is
  /// left out.
  public init(healthFactor: Double, liquidationThreshold: Double) {
    self.init(
      leverage: healthFactor / (healthFactor - liquidationThreshold), liquidationThreshold: liquidationThreshold)
  }

  /// Liquidation threshold × leverage ÷ (leverage - 1).
  public var healthFactor: Double { liquidationThreshold * leverage / (leverage - 1) }

  /// The price at health factor 1, as a share of today's.
  public var liquidationRatio: Double { (leverage - 1) / (leverage * liquidationThreshold) }

  /// What the loop pays beyond what it earns: the rate at which its liquidation price rises.
  public var carry: Double { borrowRate - supplyRate }

  /// The way of a price to this loop's liquidation.
  public func liquidation(by process: GeometricBrownianMotion) -> FirstPassage {
    FirstPassage(to: liquidationRatio, of: process, levelGrowth: carry)
  }

  /// The years until interest alone brings the health factor to 1 while the price stands still; nil when it never does.
  public var yearsToLiquidationByCarry: Double? {
    CarryTime.years(
      collateral: [CarryTime.Part(value: leverage * liquidationThreshold, rate: supplyRate)],
      debt: [CarryTime.Part(value: leverage - 1, rate: borrowRate)])
  }

  /// The mean value of the collateral on paths without a liquidation (0 on the others), for each dollar of collateral at
  /// the start and deflated by the debt's growth: E[exp(X); no liquidation] with X the logarithm of the price less carry.
  ///
  /// The mean equity of those paths is exp(borrow rate × years) × (collateral × this - debt × chance of survival).
  public func survivingCollateral(by process: GeometricBrownianMotion, years: Double) -> Double {
    let passage = liquidation(by: process)
    let variance = process.volatility * process.volatility
    // Weighting by the price is a change of measure that adds the variance to the drift.
    let weighted = FirstPassage(
      distance: passage.distance, drift: passage.drift + variance, volatility: process.volatility)
    return exponential((passage.drift + variance / 2) * years) * weighted.survivalProbability(years: years)
  }
}
