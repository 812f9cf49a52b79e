import FixedPoint
import Markets
import Reports

extension Explanation {
  static let healthFactor = Topic(
    name: "health factor", synonyms: ["hf"], summary: "how far the collateral covers the debt",
    words:
      "The health factor says how many times the debt is covered by the part of the collateral that counts. Above 1 "
      + "nobody may touch the position; below 1 anyone may liquidate it. Prices move it, and so do borrowing and interest.",
    formula: [
      "health factor = collateral × liquidation threshold ÷ debt",
      "HF = C × LT ÷ D",
    ],
    numbers: { world, position in
      guard !position.debt.isZero else { return ["D = 0: without debt the health factor has no limit, HF = ∞"] }
      let weighted = (try? world.weightedCollateral(of: position)) ?? 0
      var lines: [StyledText] = []
      if position.collaterals.count == 1, let item = position.collaterals.first {
        let threshold = Display.setting(world.riskLimits(of: item.symbol).liquidationThreshold)
        lines.append(
          "HF = \(Display.dollars(position.collateral)) × \(threshold) ÷ \(Display.dollars(position.debt))"
        )
      } else {
        for item in position.collaterals {
          let threshold = Display.setting(world.riskLimits(of: item.symbol).liquidationThreshold)
          lines.append("\(item.symbol): \(Display.dollars(item.value)) × \(threshold)")
        }
      }
      lines.append(
        "HF = \(Display.dollars(weighted, rounding: .down)) ÷ \(Display.dollars(position.debt))")
      lines.append("HF = \(Display.healthFactor(position.healthFactor), DangerLevel(of: position).style)")
      return lines
    })

  static let liquidationPrice = Topic(
    name: "liquidation price", synonyms: ["trigger price"], summary: "the price at which the health factor is 1",
    words:
      "The liquidation price is the price at which the health factor reaches 1, all else equal. It is a trigger, not "
      + "the price at which anything is sold. Interest, repaying and adding collateral move it.",
    formula: [
      "liquidation price = debt ÷ (tokens of collateral × liquidation threshold)",
      "P* = D ÷ (n × LT); for a short P* = C × LT ÷ tokens owed",
    ],
    numbers: { world, position in
      guard !position.debt.isZero, let liquidation = position.liquidation else {
        return ["D = 0: without debt no price leads to liquidation"]
      }
      guard !liquidation.price.isZero else {
        return ["collateral and debt move together: no price of \(liquidation.symbol) alone leads to liquidation"]
      }
      let price = LiquidationText.price(liquidation)
      let result: StyledText =
        "P* = \(price, DangerLevel(of: position).style) for \(liquidation.symbol), now \(Display.price(world.price(of: liquidation.symbol)))"
      guard position.collaterals.count == 1, position.debts.count == 1, let collateral = position.collaterals.first,
        let debt = position.debts.first
      else { return [result] }
      let threshold = Display.setting(world.riskLimits(of: collateral.symbol).liquidationThreshold)
      if liquidation.isRise {
        return [
          "P* = \(Display.dollars(collateral.value)) × \(threshold) ÷ \(world.text(debt.amount, debt.symbol))",
          result,
        ]
      }
      return [
        "P* = \(Display.dollars(debt.value)) ÷ (\(world.text(collateral.amount, collateral.symbol)) × \(threshold))",
        result,
      ]
    })

  static let buffer = Topic(
    name: "buffer", synonyms: ["liquidation buffer"], summary: "how far the price may move until liquidation",
    words:
      "The buffer is the price move that brings the health factor to 1. For a long, where a fall is the danger, it is smaller "
      + "than the health factor looks: HF 1.25 leaves 20%. For a short, where a rise is the danger, HF 1.25 leaves 25%.",
    formula: [
      "buffer = 1 − 1 ÷ health factor for a long, health factor − 1 for a short",
      "b = 1 − P* ÷ P for a long, b = P* ÷ P − 1 for a short",
    ],
    numbers: { world, position in
      guard !position.debt.isZero, let liquidation = position.liquidation else {
        return ["D = 0: without debt the price may fall to zero, buffer = 100%"]
      }
      let style = DangerLevel(of: position).style
      let price = world.price(of: liquidation.symbol)
      guard !liquidation.price.isZero else {
        return ["no price of \(liquidation.symbol) alone leads to liquidation: buffer = 100%"]
      }
      let formula =
        liquidation.isRise
        ? "b = \(LiquidationText.price(liquidation)) ÷ \(Display.price(price)) − 1"
        : "b = 1 − \(LiquidationText.price(liquidation)) ÷ \(Display.price(price))"
      let verb = liquidation.isRise ? "rise" : "fall"
      return [
        StyledText(formula),
        "b = \(Display.buffer(position.buffer), style): so far may \(liquidation.symbol) \(verb)",
      ]
    })

  static let liquidationThreshold = Topic(
    name: "liquidation threshold", synonyms: ["threshold", "lt"],
    summary: "the share of the collateral at which liquidation starts",
    words:
      "The liquidation threshold decides when you are liquidated; the max LTV, a little lower, decides how much you may "
      + "borrow. The room between the two is all that is left after borrowing the most.",
    formula: [
      "liquidation starts when debt ÷ collateral is above the liquidation threshold", "D ÷ C > LT, which is HF < 1",
    ],
    numbers: { _, position in
      let threshold = Display.setting(position.liquidationThreshold)
      return [
        "D ÷ C = \(Display.dollars(position.debt)) ÷ \(Display.dollars(position.collateral)) = \(Display.risingPercent(position.loanToValue))",
        "LT = \(threshold), max LTV = \(Display.setting(position.maxLTV))",
      ]
    })

  static let closeFactor = Topic(
    name: "close factor", synonyms: [], summary: "the share of the debt that one liquidation may repay",
    words:
      "One liquidation may repay half of the debt while the health factor is above 0.95 and both sides are worth at "
      + "least $2,000; otherwise all of it. It says how much of you one stranger can sell at once.",
    formula: [
      "close factor = 50% if HF > 0.95 and collateral and debt are each $2,000 or more, else 100%",
      "largest repayment = close factor × debt",
    ],
    numbers: { world, position in
      guard let debt = position.largestDebt,
        let collateral = position.largestCollateral
      else { return ["D = 0: there is nothing to close"] }
      let factor = world.closeFactor(debt: debt.symbol, collateral: collateral.symbol, of: position)
      let share = factor.fraction
      let most = (try? min(position.debt * share, debt.value)) ?? 0
      return [
        "HF = \(Display.healthFactor(position.healthFactor)), collateral \(Display.dollars(collateral.value)), debt \(Display.dollars(debt.value))",
        "close factor = \(Display.setting(factor), .strong), largest repayment \(Display.dollars(most))"
          + (position.isLiquidatable ? "" : "; below a health factor of 1 only"),
      ]
    })

  static let liquidation = Topic(
    name: "liquidation", synonyms: ["liquidation bonus", "bonus", "penalty", "liquidation penalty"],
    summary: "who takes what when the health factor is below 1",
    words:
      "Below a health factor of 1 anyone may repay part of the debt and take collateral worth that plus the bonus. The "
      + "bonus is a share of the debt repaid, but it is paid from your equity, of which it is a larger share. The loss stays "
      + "when the price recovers.",
    formula: [
      "collateral seized = debt repaid × (1 + liquidation bonus)",
      "penalty = debt repaid × bonus; the health factor rises if it was above LT × (1 + bonus)",
    ],
    numbers: { world, position in
      guard !position.debt.isZero else { return ["D = 0: without debt there is no liquidation"] }
      guard let collateral = position.largestCollateral else { return [] }
      let limits = world.riskLimits(of: collateral.symbol)
      let bonus = (try? limits.liquidationBonus.raw - 10_000) ?? .zero
      let rising =
        (try? limits.liquidationThreshold.fraction * limits.liquidationBonus.fraction) ?? 1
      var trial = world
      if !position.isLiquidatable, let liquidation = position.liquidation, !liquidation.price.isZero {
        // A hair beyond the liquidation price, to show what a liquidation there would do.
        let nudge = (try? Rational(liquidation.isRise ? 1_001 : 999, over: 1_000)) ?? 1
        let price = (try? (liquidation.price * nudge).rounded(toPlaces: 8)) ?? liquidation.price
        try? trial.setPrice(of: liquidation.symbol, to: price)
      }
      var lines: [StyledText] = [
        "bonus = \(Display.setting(.init(bonus))), LT × (1 + bonus) = \(Display.typed(rising))"
      ]
      let when: String =
        position.isLiquidatable
        ? "now" : position.liquidation.map { "at \($0.symbol) \(Display.price(trial.price(of: $0.symbol)))" } ?? "then"
      let equityBefore = trial.position.equity
      guard let event = try? trial.liquidateAsKeepersDo() else {
        return lines + ["no price of one asset alone leads to liquidation here"]
      }
      let penalty = (try? event.equityBefore - event.equityAfter) ?? 0
      let share =
        equityBefore > 0 ? (try? penalty / equityBefore).map { Display.percent($0, rounding: .up) } ?? "–" : "–"
      lines += [
        "\(when): a keeper repays \(world.text(event.repaid.amount, event.repaid.symbol)) and seizes \(world.text(event.seized.amount, event.seized.symbol))",
        "penalty = \(Display.dollars(penalty, rounding: .up), .danger), \(share) of the equity of \(Display.dollars(equityBefore)) there",
        "health factor afterwards \(Display.healthFactor(event.healthFactorAfter))",
      ]
      return lines
    })
}
