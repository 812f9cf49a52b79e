import FixedPoint
import Reports
import Simulation

extension Explanation {
  static let odds = Topic(
    name: "odds", synonyms: ["chance", "chance of liquidation", "sigma", "volatility", "touch"],
    summary: "how likely the price touches liquidation",
    words:
      "Volatility says how far the price usually moves in a year; one sigma of a horizon grows with the square root of time. "
      + "The buffer in sigmas tells the chance to end below the liquidation price. To touch it on the way is twice as "
      + "likely: each path that touches ends below as often as it comes back.",
    formula: [
      "one sigma s = volatility × √(days ÷ 365)",
      "buffer in sigmas z = ln(price ÷ liquidation price) ÷ s; for a short turned over",
      "ends beyond: N(−z), the normal distribution; touches: 2 × N(−z)",
    ],
    numbers: { world, position in
      guard !position.debt.isZero, !position.isLiquidatable, let level = world.liquidationLevel(of: position),
        let liquidation = position.liquidation
      else { return ["no price ahead leads to liquidation: there is nothing to touch"] }
      let model = PriceModel.usual
      let passage = FirstPassage(to: level.ratio, of: model.process)
      let sigma = Display.sigma(model.process.sigma(years: model.years))
      let sigmas = Display.sigmas(passage.sigmas(years: model.years))
      let price = Display.price(world.price(of: liquidation.symbol))
      let levelText = LiquidationText.price(liquidation)
      let ratio = liquidation.isRise ? "\(levelText) ÷ \(price)" : "\(price) ÷ \(levelText)"
      return [
        "s = \(Display.typedPercent(model.volatility)) × √(\(model.days) ÷ 365) = \(sigma)",
        "z = ln(\(ratio)) ÷ \(sigma) = \(sigmas)",
        "ends beyond: N(−\(sigmas)) = \(Display.chance(passage.endProbability(years: model.years)))",
        "touches: 2 × N(−\(sigmas)) = \(Display.chance(passage.touchProbability(years: model.years)), .strong)",
        "`odds` adds interest and drift, and knows other days",
      ]
    })
}
