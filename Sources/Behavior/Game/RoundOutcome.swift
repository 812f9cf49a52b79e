import Simulation

/// How a round with a chosen leverage ended.
public struct RoundOutcome: Hashable, Sendable {
  /// What is left, as a multiple of the equity before.
  public let equityMultiple: Double
  public let isLiquidated: Bool
  /// The leverage afterwards if nothing is done: L e^x ÷ (1 + L (e^x - 1)); nil after a liquidation.
  public let passiveLeverage: Double?

  /// The position is liquidated when the lowest price of the round reaches its liquidation price.
  public init(of round: LeveragedRound, at return: RoundReturn) {
    isLiquidated = round.leverage > 1 && `return`.lowest <= naturalLogarithm(round.liquidationRatio)
    equityMultiple = isLiquidated ? round.liquidatedEquity : round.equity(atLogReturn: `return`.end)
    passiveLeverage = isLiquidated ? nil : round.leverage * `return`.priceRatio / equityMultiple
  }

  /// Whether it won or lost; nil when the equity is what it was, as without a position.
  public var result: RoundResult? {
    equityMultiple == 1 ? nil : equityMultiple > 1 ? .win : .loss
  }
}
