/// What a loop approaches when it is repeated without end.
public struct LoopLimits: Hashable, Sendable {
  /// 1 / (1 - ltv).
  public let maxLeverage: Double
  /// liquidationThreshold / ltv; infinity when nothing is borrowed.
  public let healthFactorLimit: Double
  /// The price fall to health factor 1, as a fraction: 1 - ltv / liquidationThreshold.
  public let dropLimit: Double
  /// Below this health factor a liquidation lowers it further: liquidationThreshold * (1 + liquidationBonus).
  public let worseningHealthFactor: Double

  /// All are fractions: a bonus of 5 % is 0.05. Throws `invalidInput` unless 0 <= ltv < 1.
  public init(ltv: Double, liquidationThreshold: Double, liquidationBonus: Double) throws(LoopError) {
    guard ltv >= 0, ltv < 1 else { throw .invalidInput }
    maxLeverage = 1 / (1 - ltv)
    healthFactorLimit = ltv == 0 ? .infinity : liquidationThreshold / ltv
    dropLimit = difference(liquidationThreshold, ltv) / liquidationThreshold
    worseningHealthFactor = liquidationThreshold * (1 + liquidationBonus)
  }
}
