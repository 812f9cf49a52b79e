import FixedPoint
import Lending
import Simulation

extension World {
  /// A position as random paths see it: at today's values and rates, with the bonus of the largest collateral as penalty.
  func equityModel(of position: Position, liquidation: Position.Liquidation, levelGrowth: Double) -> EquityModel {
    let collaterals = position.collaterals.map { item in
      EquityModel.Item(
        value: item.value.doubleValue, rate: supplyGrowth(of: item.symbol),
        followsPrice: moves(item.symbol, with: liquidation),
        threshold: riskLimits(of: item.symbol).liquidationThreshold.fraction.doubleValue)
    }
    let debts = position.debts.map { item in
      EquityModel.Item(
        value: -item.value.doubleValue, rate: debtGrowth(of: item.symbol),
        followsPrice: moves(item.symbol, with: liquidation))
    }
    let bonus = position.largestCollateral.map { riskLimits(of: $0.symbol).liquidationBonus.fraction.doubleValue - 1 }
    return EquityModel(
      items: collaterals + debts, penalty: max(0, bonus ?? 0), levelGrowth: levelGrowth, isRise: liquidation.isRise)
  }
}
