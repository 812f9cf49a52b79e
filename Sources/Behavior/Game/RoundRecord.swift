/// A played round: what the player knew, chose and stated, and what the price did.
public struct RoundRecord: Hashable, Sendable {
  public var choice: RoundChoice
  /// The leverage that the position would have had without the choice; nil in the first round of a block and after a
  /// liquidation.
  public var passiveLeverage: Double?
  /// Nil in the first round of a block, and when the round before neither won nor lost.
  public var previous: PreviousResult?
  /// The chance of a liquidation in this round by the formula.
  public var formulaChance: Double
  /// The buffer in standard deviations of a round; nil without debt.
  public var bufferSigmas: Double?
  public var roundReturn: RoundReturn

  public init(
    choice: RoundChoice, passiveLeverage: Double?, previous: PreviousResult?, formulaChance: Double,
    bufferSigmas: Double?, roundReturn: RoundReturn
  ) {
    self.choice = choice
    self.passiveLeverage = passiveLeverage
    self.previous = previous
    self.formulaChance = formulaChance
    self.bufferSigmas = bufferSigmas
    self.roundReturn = roundReturn
  }
}
