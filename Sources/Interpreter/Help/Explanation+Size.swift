import FixedPoint
import Reports

extension Explanation {
  static let leverage = Topic(
    name: "leverage", synonyms: ["multiple"], summary: "how many dollars move for each of your own",
    words:
      "Leverage is how many dollars of collateral stand on each dollar of your own. A long gains or loses that many percent "
      + "of its equity when the price moves by 1%, a short one percentage point less. It rises by itself when the price moves "
      + "against you, because equity shrinks faster than the collateral.",
    formula: ["leverage = collateral ÷ equity = 1 ÷ (1 − LTV)", "E = C ÷ (C − D)"],
    numbers: { _, position in
      [
        "E = \(Display.dollars(position.collateral)) ÷ \(Display.dollars(position.equity))",
        "E = \(Display.multiple(position.leverage), .strong)",
      ]
    })

  static let loanToValue = Topic(
    name: "LTV", synonyms: ["loan-to-value", "loan to value", "collateral ratio"],
    summary: "debt as a share of the collateral",
    words:
      "The loan-to-value is the debt as a share of the collateral. The max LTV limits it when you borrow; afterwards "
      + "prices may carry it up to the liquidation threshold. Other dashboards show it turned over, as collateral ratio.",
    formula: ["LTV = debt ÷ collateral; collateral ratio = collateral ÷ debt", "LTV = D ÷ C = 1 − 1 ÷ E"],
    numbers: { _, position in
      var lines: [StyledText] = [
        "LTV = \(Display.dollars(position.debt)) ÷ \(Display.dollars(position.collateral)) = \(Display.risingPercent(position.loanToValue), .strong)",
        "you may borrow up to \(Display.setting(position.maxLTV)); liquidation starts at \(Display.setting(position.liquidationThreshold))",
      ]
      if !position.debt.isZero, let ratio = try? position.collateral / position.debt {
        lines.append("collateral ratio = \(Display.percent(ratio, rounding: .down))")
      }
      return lines
    })

  static let geometricLimit = Topic(
    name: "geometric limit", synonyms: ["limit", "max leverage"], summary: "what endless loops converge on",
    words:
      "Each loop adds a fixed share of the one before it, so the sum has a limit: however often you loop, exposure never "
      + "passes equity ÷ (1 − LTV). The last loops add little exposure and take most of the buffer.",
    formula: [
      "limit = equity × (1 + L + L^2 + …) = equity ÷ (1 − L)",
      "E∞ = 1 ÷ (1 − L); after n loops E = (1 − L^(n+1)) ÷ (1 − L)",
    ],
    numbers: { world, position in
      let maximum = position.maxLTV.fraction
      let share = world.ladder.share ?? world.borrowedShare ?? maximum
      // What was borrowed and waits in the wallet is still to be reinvested: it counts as if it were.
      let waiting = world.unspentLoans.reduce(Rational.zero) { (try? $0 + world.value(of: $1.value, $1.key)) ?? $0 }
      guard share > 0, let equity = try? position.equity + waiting, equity > 0,
        let limit = share.geometricLimit, let exposure = try? equity * limit,
        let reached = try? position.exposure / exposure
      else { return ["nothing may be borrowed against this collateral, so there is no loop"] }
      var lines: [StyledText] = [
        "L = \(Display.percent(share)): E∞ = 1 ÷ (1 − \(Display.typed(share))) = \(limit.fixedText(places: 4))x",
        "limit = \(Display.dollars(equity)) × \(limit.fixedText(places: 4)) = \(Display.dollars(exposure), .strong)",
        reached > 1
          ? "exposure \(Display.dollars(position.exposure)) is beyond it: prices have moved, and no such loop could follow"
          : "exposure \(Display.dollars(position.exposure)) is \(Display.percent(reached, rounding: .down)) of it",
      ]
      if share < maximum, let farthest = maximum.geometricLimit {
        lines.append(
          "at the max LTV of \(Display.setting(position.maxLTV)) the limit is \(farthest.fixedText(places: 4))x")
      }
      return lines
    })

  static let equity = Topic(
    name: "equity", synonyms: ["net worth"], summary: "what is yours of the position",
    words:
      "Equity is what would be left if all collateral were sold at the oracle price and all debt repaid. Looping does not "
      + "change it: it adds as much debt as collateral. Price moves, fees and interest do.",
    formula: ["equity = collateral − debt", "Q = C − D; a price move of m changes it by the share E × m"],
    numbers: { world, position in
      [
        "Q = \(Display.dollars(position.collateral)) − \(Display.dollars(position.debt))",
        "Q = \(Display.dollars(position.equity), .strong)",
      ]
    })

  static let exposure = Topic(
    name: "exposure", synonyms: ["collateral"], summary: "what is at work: the value of the whole collateral",
    words:
      "Exposure is the value of the whole stack of collateral, borrowed part included. It is what a price move acts on, and "
      + "more than you own.",
    formula: ["exposure = tokens of collateral × price = equity × leverage", "C = n × P = Q × E"],
    numbers: { world, position in
      position.collaterals.map { item in
        "\(world.text(item.amount, item.symbol)) × \(Display.price(world.price(of: item.symbol))) = \(Display.dollars(item.value))"
      } + ["C = \(Display.dollars(position.exposure), .strong)"]
    })

  static let borrowLimit = Topic(
    name: "borrow limit", synonyms: ["max ltv", "maximum ltv"], summary: "the most that may be owed when borrowing",
    words:
      "The max LTV answers one question only: may I borrow more? Being above it does not liquidate anybody; being above the "
      + "liquidation threshold does.",
    formula: ["borrow limit = collateral × max LTV", "may borrow = C × maxLTV − D"],
    numbers: { _, position in
      let limit = (try? position.collateral * position.maxLTV.fraction) ?? 0
      return [
        "limit = \(Display.dollars(position.collateral)) × \(Display.setting(position.maxLTV)) = \(Display.dollars(limit, rounding: .down))",
        "may borrow = \(Display.dollars(limit, rounding: .down)) − \(Display.dollars(position.debt)) = \(Display.dollars(position.availableBorrows, rounding: .down), .strong)",
      ]
    })
}
