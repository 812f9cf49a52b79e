import FixedPoint
import Simulation

/// The way of the price to the learner's liquidation under a model, for the commands that compute chances.
struct LiquidationPath {
  let position: Position
  let liquidation: Position.Liquidation
  let passage: FirstPassage
  /// How fast interest moves the liquidation price, per year.
  let levelGrowth: Double

  /// Refuses where there is no position, no debt, no price ahead, or no volatility that can be supposed.
  ///
  /// `command` is what to try where the volatility has to be named; `otherwise` where there is no way at all.
  init(
    in world: World, under model: PriceModel, namesVolatility: Bool, command: String, otherwise: [String] = []
  ) throws(CommandError) {
    position = world.position
    guard !position.isEmpty else {
      throw CommandError(.refused, "there is no position", try: world.depositSuggestion + otherwise)
    }
    guard !position.debt.isZero else {
      throw CommandError(.refused, "without debt no price leads to liquidation", try: otherwise)
    }
    guard !position.isLiquidatable else {
      throw CommandError(
        .refused,
        "the health factor is \(Display.healthFactor(position.healthFactor)), below 1: the position can be liquidated now"
      )
    }
    guard let liquidation = position.liquidation, let level = world.liquidationLevel(of: position) else {
      throw CommandError(.refused, "no price of one asset alone leads to liquidation here", try: otherwise)
    }
    guard namesVolatility || liquidation.against == nil && !world.isStable(liquidation.symbol) else {
      let what =
        liquidation.against.map { "of \(liquidation.symbol) against \($0)" }
        ?? "of the stablecoin \(liquidation.symbol)"
      throw CommandError(
        .refused, "the price \(what) decides, and its volatility is not the usual one of ether: name it",
        try: ["\(command) vol 10%"])
    }
    self.liquidation = liquidation
    levelGrowth = level.growth
    passage = FirstPassage(to: level.ratio, of: model.process, levelGrowth: level.growth)
  }
}
