/// The debt that a multiple of the equity needs.
public enum TargetMultiple {
  /// Debt per collateral at a leverage: 1 - 1 / leverage. Throws `invalidInput` when the leverage is below 1.
  public static func ltv(leverage: Double) throws(LoopError) -> Double {
    guard leverage >= 1 else { throw .invalidInput }
    return (leverage - 1) / leverage
  }
}
