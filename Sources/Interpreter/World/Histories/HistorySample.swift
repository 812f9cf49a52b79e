import FixedPoint
import Lending
import Markets

/// The world at the close of a bar, as charts need it; all in dollars.
struct HistorySample: Equatable, Sendable {
  var bar: Int
  var price: Double
  /// What is the learner's: collateral less debt, with what the wallet holds on a ride, or what it gained in a replay.
  var equity: Double
  /// Nil where no price leads to liquidation, and where it was not asked.
  var liquidationPrice: Double?

  /// Looks at a world; to find the liquidation price takes most of the time.
  init(
    of world: World, at bar: Int, on track: PriceTrack, asksLiquidation: Bool = true
  ) {
    let position = asksLiquidation ? world.position : world.unmeasuredPosition
    self.bar = bar
    price = world.marketPrice(of: track.symbol).doubleValue
    equity = position.equity.doubleValue
    guard asksLiquidation, !position.debt.isZero, let liquidation = position.liquidation, !liquidation.price.isZero,
      liquidation.symbol == track.symbol
    else { return }
    liquidationPrice = liquidation.price.doubleValue
  }
}
