import FixedPoint
import Lending

extension VectorDispatch {
  static let interest: [String: VectorFunction] = [
    "linearInterest": result { try Interest.linear(rate: $0.ray("rate"), seconds: $0.integer("seconds")).raw },
    "compoundedInterest": result {
      try Interest.Compounding.taylor.growth(rate: $0.ray("rate"), seconds: $0.integer("seconds")).raw
    },
    "compoundedInterestV30": result {
      try Interest.Compounding.binomial.growth(rate: $0.ray("rate"), seconds: $0.integer("seconds")).raw
    },
    "normalizedIncome": result {
      try Interest.normalizedIncome(index: $0.ray("index"), rate: $0.ray("rate"), seconds: $0.integer("seconds")).raw
    },
    "normalizedDebt": result {
      try Interest.normalizedDebt(index: $0.ray("index"), rate: $0.ray("rate"), seconds: $0.integer("seconds")).raw
    },
    "effectiveYield": {
      ["yield": .real(Interest.effectiveYield(rate: try $0.ray("rate"), seconds: try $0.integer("seconds")) * 1e27)]
    },
    "continuousYield": { ["yield": .real(Interest.continuousYield(ratePerSecond: try $0.wad("ratePerSecond")))] },
    "twoSlopeRates": { inputs in
      let strategy = TwoSlopeRateStrategy(
        optimalUtilization: try inputs.basisPoints("optimalUsageBps"),
        baseRate: try inputs.basisPoints("baseRateBps"), slope1: try inputs.basisPoints("slope1Bps"),
        slope2: try inputs.basisPoints("slope2Bps"))
      let rates = try strategy.rates(
        totalDebt: inputs.integer("totalDebt"), availableLiquidity: inputs.integer("availableLiquidity"),
        unbacked: inputs.integer("unbacked"), reserveFactor: inputs.basisPoints("reserveFactorBps"))
      return [
        "liquidityRate": .integer(rates.liquidityRate.raw),
        "variableBorrowRate": .integer(rates.variableBorrowRate.raw),
      ]
    },
  ]
}
