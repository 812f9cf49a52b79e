import FixedPoint
import Lending

extension VectorDispatch {
  static let accounts: [String: VectorFunction] = [
    "healthFactor": { inputs in
      let account = try AccountData(
        collaterals: collaterals(inputs, threshold: "ltBps"), debts: debts(inputs))
      return [
        "totalCollateralBase": .integer(account.totalCollateralBase),
        "totalDebtBase": .integer(account.totalDebtBase),
        "averageLiquidationThresholdBps": .integer(account.averageLiquidationThreshold.raw),
        "healthFactor": .integer(account.healthFactor.raw),
      ]
    },
    "availableBorrows": { inputs in
      let account = try AccountData(collaterals: collaterals(inputs, maxLTV: "ltvBps"), debts: debts(inputs))
      return [
        "totalCollateralBase": .integer(account.totalCollateralBase),
        "totalDebtBase": .integer(account.totalDebtBase),
        "averageLtvBps": .integer(account.averageLTV.raw),
        "availableBorrowsBase": .integer(account.availableBorrowsBase),
      ]
    },
    "closeFactor": { inputs in
      let share = CloseFactor.share(
        reserveCollateralBase: try inputs.integer("reserveCollateralBase"),
        reserveDebtBase: try inputs.integer("reserveDebtBase"), healthFactor: try inputs.wad("healthFactor"))
      return ["closeFactorBps": .integer(share.raw)]
    },
  ]

  static let liquidations: [String: VectorFunction] = [
    "liquidationFeeSplit": { inputs in
      let split = try LiquidationFeeSplit(
        seized: inputs.integer("collateralAmount"), bonus: inputs.basisPoints("bonusBps"),
        protocolFee: inputs.basisPoints("protocolFeeBps"))
      return ["toLiquidator": .integer(split.toLiquidator), "protocolFee": .integer(split.protocolFee)]
    },
    "liquidationCall": { inputs in
      let collaterals = try collaterals(inputs, threshold: "ltBps")
      let debts = try debts(inputs)
      let (collateralIndex, debtIndex) = (try inputs.count("collateralIndex"), try inputs.count("debtIndex"))
      guard collaterals.indices.contains(collateralIndex), debts.indices.contains(debtIndex) else {
        throw VectorProblem("an index is outside its list")
      }
      let liquidation = Liquidation(
        collaterals: collaterals, debts: debts, collateralIndex: collateralIndex, debtIndex: debtIndex,
        bonus: try inputs.basisPoints("bonusBps"), protocolFee: try inputs.basisPoints("protocolFeeBps"))
      let outcome = try liquidation.outcome(debtToCover: inputs.integer("debtToCover"))
      return [
        "healthFactor": .integer(outcome.healthFactorBefore.raw),
        "maxLiquidatableDebt": .integer(outcome.maxLiquidatableDebt),
        "debtRepaid": .integer(outcome.debtRepaid),
        "collateralToLiquidator": .integer(outcome.collateralToLiquidator),
        "protocolFee": .integer(outcome.protocolFee),
        "collateralLeft": .integer(outcome.collateralLeft),
        "debtLeft": .integer(outcome.debtLeft),
        "deficits": .list(outcome.deficits.map { .integer($0) }),
        "healthFactorAfter": .integer(outcome.healthFactorAfter.raw),
      ]
    },
    "fixedSpreadLiquidation": { inputs in
      let outcome = try FixedSpreadLiquidation(
        collateralAmount: inputs.real("collateralAmount"), collateralPrice: inputs.real("collateralPrice"),
        debt: inputs.real("debt"), liquidationThreshold: inputs.real("liquidationThreshold"),
        liquidationBonus: inputs.real("liquidationBonus"), repaid: inputs.real("repaid"))
      return [
        "healthFactorBefore": .real(outcome.healthFactorBefore), "seizedAmount": .real(outcome.seizedAmount),
        "seizedValue": .real(outcome.seizedValue), "liquidatorProfit": .real(outcome.liquidatorProfit),
        "collateralLeft": .real(outcome.collateralLeft), "debtLeft": .real(outcome.debtLeft),
        "healthFactorAfter": .real(outcome.healthFactorAfter), "minimumRepay": .real(outcome.minimumRepay),
      ]
    },
    "lossFreeGap": { inputs in
      let gap = try FixedSpreadLiquidation.lossFreeGap(
        leverage: inputs.real("leverage"), liquidationBonus: inputs.real("liquidationBonus"))
      return ["gap": .real(gap)]
    },
  ]

  private static func collaterals(
    _ inputs: VectorInputs, maxLTV: String? = nil, threshold: String? = nil
  ) throws -> [CollateralPosition] {
    try inputs.records("collaterals").map { record in
      CollateralPosition(
        amount: try record.integer("amount"), unit: try record.integer("unit"), price: try record.integer("price8"),
        maxLTV: try maxLTV.map(record.basisPoints) ?? .zero,
        liquidationThreshold: try threshold.map(record.basisPoints) ?? .zero)
    }
  }

  private static func debts(_ inputs: VectorInputs) throws -> [DebtPosition] {
    try inputs.records("debts").map { record in
      DebtPosition(
        amount: try record.integer("amount"), unit: try record.integer("unit"), price: try record.integer("price8"))
    }
  }
}
