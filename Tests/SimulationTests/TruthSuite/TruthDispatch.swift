import Lending
import Simulation

/// A closed form under test: the inputs of a case to its value and what else the file states.
typealias ClosedForm = @Sendable (TruthInputs) throws -> [String: Double]

enum TruthDispatch {
  /// How far a result may be from the truth, as a share of it: some thirty units in the last place.
  static let tolerance = 4e-15

  /// Closed forms of the shipped file that are not built yet. This list may only shrink.
  static let notBuiltYet: Set<String> = []

  /// Every closed form that is built.
  static let table: [String: ClosedForm] = [
    "first_passage": { inputs in
      let (loop, process) = (try loop(inputs), try process(inputs))
      let passage = loop.liquidation(by: process)
      return [
        "value": passage.touchProbability(years: try inputs.real("T_years")),
        "barrier_ratio_K": loop.liquidationRatio, "nu": passage.drift,
      ]
    },
    "survival": { inputs in
      let passage = try loop(inputs).liquidation(by: process(inputs))
      return ["value": passage.survivalProbability(years: try inputs.real("T_years"))]
    },
    "survivor_collateral": { inputs in
      ["value": try loop(inputs).survivingCollateral(by: process(inputs), years: inputs.real("T_years"))]
    },
    "first_passage_infinite": { inputs in
      ["value": try loop(inputs).liquidation(by: process(inputs)).touchProbabilityEver]
    },
    "discrete_monitoring_BGK": { inputs in
      let passage = try loop(inputs).liquidation(by: process(inputs))
      let years = try inputs.real("T_years")
      let watched = passage.watched(everyYears: years / Double(try inputs.count("n_steps")))
      return ["value": watched.touchProbability(years: years), "continuous": passage.touchProbability(years: years)]
    },
    "letf_avellaneda_zhang": { inputs in
      let fund = RebalancedFund(
        leverage: try inputs.real("L"), borrowRate: try inputs.real("r_borrow"), fee: try inputs.real("fee"))
      let (process, years) = (try process(inputs), try inputs.real("T_years"))
      return [
        "value": fund.value(
          atPriceRatio: try inputs.real("S_T_over_S0"), volatility: process.volatility, years: years),
        "median": fund.median(under: process, years: years), "mean": fund.mean(under: process, years: years),
      ]
    },
    "zigzag_drag": { inputs in
      let (move, pairs) = (try inputs.real("x"), try inputs.count("pairs"))
      return [
        "value": RebalancedFund(leverage: try inputs.real("L")).value(afterZigzagsOf: move, pairs: pairs),
        "unlevered": RebalancedFund(leverage: 1).value(afterZigzagsOf: move, pairs: pairs),
      ]
    },
    "carry_time_to_liquidation": { inputs in
      guard let years = try loop(inputs).yearsToLiquidationByCarry else { throw TruthProblem("no carry to pay") }
      return ["value": years]
    },
    "loop_leverage": { inputs in
      let (share, loops) = (try inputs.real("ltv"), try inputs.count("loops"))
      let state = try LoopState(equity: 1, ltv: share, liquidationThreshold: share + 0.05, loops: loops)
      let limits = try LoopLimits(ltv: share, liquidationThreshold: share + 0.05, liquidationBonus: 0)
      return [
        "value": state.leverage, "debt": state.debt, "max_leverage": limits.maxLeverage,
        "health_factor_at_LT_ltv_plus_5pct": state.healthFactor,
      ]
    },
    "kelly": { inputs in
      let best = try KellyLeverage(
        drift: inputs.real("mu") + inputs.real("r_supply"), riskFree: inputs.real("r_borrow"),
        volatility: inputs.real("sigma"))
      guard let breakEven = best.breakEven else { throw TruthProblem("the capital shrinks at every leverage") }
      return [
        "value": best.fraction, "g_star": best.growth(at: best.fraction), "g_star_formula": best.growth,
        "L_zero_growth_upper": breakEven, "g_at_twice_kelly": best.growth(at: 2 * best.fraction),
      ]
    },
    "kelly_binary": { inputs in
      let bet = RepeatedBet(
        winProbability: try inputs.real("p_win"), gain: try inputs.real("gain"), loss: try inputs.real("loss"))
      return ["value": bet.bestStake, "growth": bet.bestGrowth]
    },
    "cpmm_swap": { inputs in
      let (pool, amount) = (try pool(inputs, fee: inputs.real("fee")), try inputs.real("dx"))
      return [
        "value": pool.proceeds(of: amount), "avg_price": pool.averagePrice(selling: amount),
        "spot_before": pool.spotPrice, "price_after": pool.spotPrice(afterSelling: amount),
        "slippage_avg": pool.slippage(selling: amount), "impact_spot": pool.priceImpact(selling: amount),
      ]
    },
    "cpmm_depth": { inputs in
      let sale = try pool(inputs).sale(loweringPriceBy: inputs.real("drop"))
      return ["value": sale.amount, "y_out": sale.proceeds]
    },
    "merton_terminal": { inputs in
      let model = JumpDiffusion(
        diffusiveVolatility: try inputs.real("sigma_diffusion"), meanDrift: try inputs.real("mu"),
        jumps: Jumps(
          perYear: try inputs.real("lam"), mean: try inputs.real("jump_mean"), deviation: try inputs.real("jump_sd")))
      return [
        "value": model.terminalProbability(below: try inputs.real("K"), years: try inputs.real("T_years")),
        "total_annual_var": model.variance,
      ]
    },
    "garch11": { inputs in
      let garch = Garch(
        omega: try inputs.real("omega"), alpha: try inputs.real("alpha"), beta: try inputs.real("beta"))
      guard let kurtosis = garch.kurtosis else { throw TruthProblem("the kurtosis has no bound") }
      return [
        "value": garch.unconditionalVariance, "kurtosis_normal": kurtosis, "half_life_steps": garch.halfLife,
      ]
    },
    "cascade_linear_uniform": { inputs in
      let (impact, density) = (try inputs.real("lam"), try inputs.real("q_per_price"))
      let price = try inputs.real("P0") * (1 - inputs.real("shock"))
      return [
        "value": CascadeForms.price(
          afterShockTo: price, impact: impact, density: density, highest: try inputs.real("p_hi")),
        "amplification_lam_q": CascadeForms.amplification(impact: impact, density: density),
      ]
    },
    "cascade_cpmm_matched": { inputs in
      let pool = ConstantProduct(base: try inputs.real("x0"), price: try inputs.real("P0"))
      let end = CascadeForms.cascade(
        in: pool, afterShock: try inputs.real("shock"), matchedShare: try inputs.real("alpha"))
      return ["value": end.price, "sold": end.sold]
    },
    "cascade_cpmm_uniform": { inputs in
      let pool = ConstantProduct(base: try inputs.real("X1"), price: try inputs.real("P1"))
      let end = CascadeForms.cascade(
        in: pool, density: try inputs.real("q_per_price"), highest: try inputs.real("p_hi"))
      return ["value": end.price, "sold": end.sold]
    },
    "cascade_discrete": { inputs in
      let queue = try queue(inputs.pairs("positions_liqprice_collateral"))
      let end = queue.cascade(sellingInto: try shockedPool(inputs))
      return ["value": end.price, "liquidated": Double(end.liquidated), "collateral_sold": end.sold]
    },
    "cascade_discrete_debt": { inputs in
      let queue = try queue(inputs.pairs("positions_liqprice_debt_incl_bonus"))
      let end = queue.cascade(takingFrom: try shockedPool(inputs))
      return ["value": end.price, "liquidated": Double(end.liquidated), "usd_taken": end.sold]
    },
  ]

  /// Results that the file states and no closed form gives.
  private static let numericOnly: Set<String> = ["exact_discrete"]

  /// What is wrong with each case of a closed form; nothing when all of them hold.
  static func failures(of truth: Truth) -> [String] {
    guard let closedForm = table[truth.id] else { return ["\(truth.id): unknown closed form"] }
    return truth.cases.enumerated().flatMap { index, item in
      let place = "\(truth.id) \(index + 1)"
      do {
        return Self.failures(try closedForm(item.inputs), item, at: place)
      } catch {
        return ["\(place): \(error)"]
      }
    }
  }

  private static func failures(_ results: [String: Double], _ item: TruthCase, at place: String) -> [String] {
    let expected = item.expected.filter { !numericOnly.contains($0.key) }
    guard Set(results.keys) == Set(expected.keys) else {
      return ["\(place): gives \(results.keys.sorted()), expected \(expected.keys.sorted())"]
    }
    return results.sorted { $0.key < $1.key }.compactMap { key, result in
      guard let text = expected[key], let truth = Double(text) else { return "\(place): \(key) is no number" }
      guard abs(result - truth) <= tolerance * abs(truth) else {
        return "\(place): \(key) is \(result), expected \(text)"
      }
      return nil
    }
  }

  private static func loop(_ inputs: TruthInputs) throws -> LeveragedLoop {
    LeveragedLoop(
      leverage: try inputs.real("leverage"), liquidationThreshold: try inputs.real("LT"),
      borrowRate: try inputs.real("r_borrow"), supplyRate: try inputs.real("r_supply"))
  }

  private static func pool(_ inputs: TruthInputs, fee: Double = 0) throws -> ConstantProduct {
    ConstantProduct(base: try inputs.real("x"), quote: try inputs.real("y"), fee: fee)
  }

  private static func queue(_ pairs: [(Double, Double)]) -> LiquidationQueue {
    LiquidationQueue(prices: pairs.map(\.0), amounts: pairs.map(\.1))
  }

  /// A pool after the sale that lowers its price by the shock.
  private static func shockedPool(_ inputs: TruthInputs) throws -> ConstantProduct {
    var pool = ConstantProduct(base: try inputs.real("pool_x"), price: try inputs.real("P0"))
    pool.sell(pool.amount(loweringPriceBy: try inputs.real("shock")))
    return pool
  }

  private static func process(_ inputs: TruthInputs) throws -> GeometricBrownianMotion {
    GeometricBrownianMotion(volatility: try inputs.real("sigma"), meanDrift: try inputs.real("mu"))
  }
}
