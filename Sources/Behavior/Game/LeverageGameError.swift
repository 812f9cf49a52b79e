/// Why a leverage cannot be played.
public enum LeverageGameError: Error, Hashable, Sendable {
  /// A short position, or no number.
  case notALeverage(Double)
  /// The position would be liquidated as soon as it is opened: the leverage is `limit` or above.
  case liquidatedAtOnce(leverage: Double, limit: Double)
  /// All rounds of the game are played.
  case gameIsOver
}
