import Lending

extension VectorDispatch {
  static let loops: [String: VectorFunction] = [
    "loopState": { inputs in
      let state = try LoopState(
        equity: inputs.real("equity"), ltv: inputs.real("ltv"),
        liquidationThreshold: inputs.real("liquidationThreshold"), loops: inputs.count("loops"))
      return [
        "exposure": .real(state.exposure), "debt": .real(state.debt), "leverage": .real(state.leverage),
        "healthFactor": .real(state.healthFactor), "dropToLiquidation": .real(state.dropToLiquidation),
      ]
    },
    "loopLimits": { inputs in
      let limits = try LoopLimits(
        ltv: inputs.real("ltv"), liquidationThreshold: inputs.real("liquidationThreshold"),
        liquidationBonus: inputs.real("liquidationBonus"))
      return [
        "maxLeverage": .real(limits.maxLeverage), "healthFactorLimit": .real(limits.healthFactorLimit),
        "dropLimit": .real(limits.dropLimit), "worseningHealthFactor": .real(limits.worseningHealthFactor),
      ]
    },
    "twoFactorLoop": { inputs in
      let loop = try TwoFactorLoop(
        equity: inputs.real("equity"), mintRatio: inputs.real("mintRatio"), borrowRatio: inputs.real("borrowRatio"))
      return ["total": .real(loop.total), "minted": .real(loop.minted), "borrowed": .real(loop.borrowed)]
    },
    "loopYield": { inputs in
      let yield = try LoopYield(
        equity: inputs.real("equity"), ltv: inputs.real("ltv"), loops: inputs.count("loops"),
        supplyAPY: inputs.real("supplyApy"), borrowAPY: inputs.real("borrowApy"))
      return [
        "leverage": .real(yield.leverage), "supplyIncome": .real(yield.supplyIncome),
        "borrowCost": .real(yield.borrowCost), "netIncome": .real(yield.netIncome), "netApy": .real(yield.netAPY),
      ]
    },
    "leverageYield": { inputs in
      let yield = try LoopYield(
        equity: inputs.real("equity"), leverage: inputs.real("leverage"), supplyAPY: inputs.real("supplyApy"),
        borrowAPY: inputs.real("borrowApy"))
      return [
        "exposure": .real(yield.exposure), "debt": .real(yield.debt), "ltv": .real(yield.ltv),
        "supplyIncome": .real(yield.supplyIncome), "borrowCost": .real(yield.borrowCost),
        "netIncome": .real(yield.netIncome), "netApy": .real(yield.netAPY),
      ]
    },
    "targetMultiple": { ["ltv": .real(try TargetMultiple.ltv(leverage: $0.real("leverage")))] },
    "positionMetrics": { inputs in
      let metrics = PositionMetrics(
        collateralAmount: try inputs.real("collateralAmount"), collateralPrice: try inputs.real("collateralPrice"),
        liquidationThreshold: try inputs.real("liquidationThreshold"), debt: try inputs.real("debt"))
      return [
        "collateralValue": .real(metrics.collateralValue), "ltv": .real(metrics.ltv),
        "collateralRatio": .real(metrics.collateralRatio), "healthFactor": .real(metrics.healthFactor),
        "liquidationPrice": .real(metrics.liquidationPrice), "dropToLiquidation": .real(metrics.dropToLiquidation),
        "leverage": .real(metrics.leverage),
      ]
    },
    "flashLoopOpen": { inputs in
      let step = try flashLoop(inputs).open(
        toCollateralRatio: inputs.real("collateralRatio"), deposit: inputs.real("debtTokenDeposit"))
      return outputs(of: step, debt: "debtDrawn", collateral: "collateralBought")
    },
    "flashLoopReduce": { inputs in
      let step = try flashLoop(inputs).reduce(toCollateralRatio: inputs.real("collateralRatio"))
      return outputs(of: step, debt: "debtRepaid", collateral: "collateralSold")
    },
  ]

  static let leverage: [String: VectorFunction] = [
    "constantLeverageDrag": { inputs in
      let drag = ConstantLeverage(try inputs.real("leverage")).logDragPerYear(
        volatility: try inputs.real("volatility"))
      return ["logDragPerYear": .real(drag)]
    },
    "leveragedReturn": { inputs in
      let total = ConstantLeverage(try inputs.real("leverage")).totalReturn(moves: try inputs.reals("moves"))
      return ["totalReturn": .real(total)]
    },
    "rebalanceStep": { inputs in
      let band = LeverageBand(
        target: try inputs.real("targetLeverage"), lowest: try inputs.real("minLeverage"),
        highest: try inputs.real("maxLeverage"), speed: try inputs.real("speed"))
      return ["newLeverage": .real(band.rebalanced(try inputs.real("currentLeverage")))]
    },
    "kelly": { inputs in
      let kelly = try KellyLeverage(
        drift: inputs.real("drift"), riskFree: inputs.real("riskFree"), volatility: inputs.real("volatility"))
      return ["fraction": .real(kelly.fraction), "growth": .real(kelly.growth)]
    },
    "kellyBet": { inputs in
      let bet = try KellyBet(winProbability: inputs.real("winProbability"), payoff: inputs.real("payoff"))
      return ["fraction": .real(bet.fraction)]
    },
  ]

  private static func flashLoop(_ inputs: VectorInputs) throws -> FlashLoop {
    FlashLoop(
      oraclePrice: try inputs.real("oraclePrice"), marketPrice: try inputs.real("marketPrice"),
      slippage: try inputs.real("slippage"), swapFee: try inputs.real("swapFee"),
      flashFee: try inputs.real("flashFee"), collateral: try inputs.real("currentCollateral"),
      debt: try inputs.real("currentDebt"))
  }

  private static func outputs(of step: FlashLoop.Step, debt: String, collateral: String) -> [String: VectorOutput] {
    [
      debt: .real(step.debtMoved), collateral: .real(step.collateralMoved),
      "totalCollateral": .real(step.totalCollateral), "totalDebt": .real(step.totalDebt), "ltv": .real(step.ltv),
    ]
  }
}
