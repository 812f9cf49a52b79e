/// What a player chooses and states before a round.
public struct RoundChoice: Hashable, Sendable {
  /// Of the position; the equity before the round counts as 1.
  public var leverage: Double
  /// The chance of a liquidation in this round as the player states it, from 0 to 1.
  public var statedChance: Double?
  /// Between which prices the player is nine tenths sure that the round ends.
  public var interval: PriceInterval?
  /// The multiple of the equity at which the player means to leave, and the one at which he left.
  public var exit: Exit?

  public init(leverage: Double, statedChance: Double? = nil, interval: PriceInterval? = nil, exit: Exit? = nil) {
    self.leverage = leverage
    self.statedChance = statedChance
    self.interval = interval
    self.exit = exit
  }

  /// Multiples of the equity, above 0.
  public struct Exit: Hashable, Sendable {
    public var planned: Double
    public var actual: Double

    public init(planned: Double, actual: Double) {
      self.planned = planned
      self.actual = actual
    }
  }
}
