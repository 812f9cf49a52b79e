import FixedPoint
import Lending
import Simulation

extension World {
  /// The price at which a position is liquidated, as a moving level for closed forms; nil where no price leads there.
  ///
  /// `ratio` is level ÷ price. `growth` is how fast interest moves the level in a year, at today's rates: the liquidation
  /// price is (B - A) ÷ (W - D), with the moving assets' weighted collateral W and debt D and all others' A and B, each
  /// growing at its own rate with its interest booked every day. For one collateral and one debt that is exact; a mixed position is taken at today's mixture.
  func liquidationLevel(of position: Position) -> (ratio: Double, growth: Double)? {
    guard !position.debt.isZero, let liquidation = position.liquidation, !liquidation.price.isZero,
      let ratio = try? liquidation.price / price(of: liquidation.symbol)
    else { return nil }
    // The sum of what moves less what stands still, and how much that grows in a year.
    var moving = (value: 0.0, growth: 0.0)
    var standing = (value: 0.0, growth: 0.0)
    for item in position.collaterals {
      let weighted = item.value.doubleValue * riskLimits(of: item.symbol).liquidationThreshold.fraction.doubleValue
      let growth = weighted * supplyGrowth(of: item.symbol)
      if moves(item.symbol, with: liquidation) {
        moving = (moving.value + weighted, moving.growth + growth)
      } else {
        standing = (standing.value - weighted, standing.growth - growth)
      }
    }
    for item in position.debts {
      let debt = item.value.doubleValue
      let growth = debt * debtGrowth(of: item.symbol)
      if moves(item.symbol, with: liquidation) {
        moving = (moving.value - debt, moving.growth - growth)
      } else {
        standing = (standing.value + debt, standing.growth + growth)
      }
    }
    guard moving.value != 0, standing.value != 0 else { return nil }
    return (ratio.doubleValue, standing.growth / standing.value - moving.growth / moving.value)
  }

  /// Whether an asset's price moves with the one that is watched.
  func moves(_ symbol: Symbol, with liquidation: Position.Liquidation) -> Bool {
    let stands = liquidation.against != nil || isStable(liquidation.symbol)
    return stands ? symbol == liquidation.symbol : leader(of: symbol) == leader(of: liquidation.symbol)
  }
}
