import FixedPoint
import Simulation

/// What is to be done with a position along a path, as it was asked for.
struct StrategyChoice: Equatable, Sendable {
  enum Stop: Equatable, Sendable {
    /// A move of the price from today's, as a fraction: below 0 for a fall.
    case move(Rational)
    /// Dollars for the asset that decides.
    case price(Rational)
    case healthFactor(Rational)
  }

  /// A leverage to be restored, and how far it may be off, as a share of it.
  var rebalancing: (leverage: Rational, band: Rational)?
  var stop: Stop?
  /// What a trade loses of the value that is traded, as a fraction.
  var cost: Rational = 0

  var isHold: Bool { rebalancing == nil && stop == nil }

  static func == (one: StrategyChoice, other: StrategyChoice) -> Bool {
    one.rebalancing?.leverage == other.rebalancing?.leverage && one.rebalancing?.band == other.rebalancing?.band
      && one.stop == other.stop && one.cost == other.cost
  }

  /// The rules for a position, with what they mean in its market; throws where they make no sense there.
  func strategy(on position: Position, in world: World, price: Rational) throws(CommandError) -> Strategy {
    var rule: Strategy.Rebalancing?
    if let rebalancing {
      try refuse(leverage: rebalancing.leverage, of: position)
      rule = Strategy.Rebalancing(
        leverage: rebalancing.leverage.doubleValue, band: rebalancing.band.doubleValue)
    }
    return Strategy(
      rebalancing: rule, stop: try stop(of: position, at: price), tradeCost: cost.doubleValue)
  }

  /// The protocol lends only so much.
  private func refuse(leverage: Rational, of position: Position) throws(CommandError) {
    let most = position.maxLTV.fraction
    guard let share = try? (leverage - 1) / leverage, share > most,
      let limit = try? Rational.one / (Rational.one - most)
    else { return }
    let (wanted, allowed) = (Display.typed(leverage), limit.decimalText(places: 2, rounding: .down))
    throw CommandError(
      .refused,
      "\(wanted)x takes an LTV of \(Display.percent(share, rounding: .up)), and the protocol lends up to \(Display.percent(most))",
      try: ["simulate rebalance to \(allowed)x"])
  }

  private func stop(of position: Position, at price: Rational) throws(CommandError) -> Strategy.Stop? {
    switch stop {
    case nil: return nil
    case .move(let share):
      return .price(ratio: 1 + share.doubleValue)
    case .price(let dollars):
      guard dollars != price, let ratio = try? dollars / price else {
        throw CommandError(.refused, "the price is \(Display.price(price)) already: a stop is above or below it")
      }
      return .price(ratio: ratio.doubleValue)
    case .healthFactor(let factor):
      guard case .exact(let now) = position.healthFactor, factor < now else {
        throw CommandError(
          .refused,
          "the health factor is \(Display.healthFactor(position.healthFactor)) already: a stop has to be below it",
          try: ["simulate stop hf 1.05"])
      }
      return .healthFactor(factor.doubleValue)
    }
  }
}
