/// How a position fared along one path.
public struct PositionOutcome: Hashable, Sendable {
  public enum Ending: Hashable, Sendable {
    case held
    case liquidated
    case stopped
  }

  public let ending: Ending
  /// The number of the step at which it was liquidated or stopped, from 1 on; 0 when it was held to the end.
  public let step: Int
  /// Dollars at the end; what is left after a liquidation or a stop stays as it is.
  public let equity: Double
  /// How often it was traded, a stop included and a liquidation not.
  public let trades: Int
  /// Dollars that trades have lost, a liquidation's penalty not included.
  public let costs: Double
}
