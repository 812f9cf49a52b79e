import FixedPoint
import Lending
import Markets
import Simulation

/// How a cascade is to go.
struct CascadeTerms: Equatable, Sendable {
  var sale = CascadeRules.Sale.collateral
  /// Whether liquidators leave alone what does not pay.
  var isCareful = false
  /// Whether what they leave alone is closed against the lenders.
  var deleverages = false
  /// The fall from the price before the shock at which liquidations are halted, as a fraction.
  var breaker: Rational?
}

/// What a cascade did, wave by wave.
struct CascadeStory: Sendable {
  /// One wave: what the crowd sold, and what keepers did to the learner.
  struct Step: Sendable {
    let wave: CascadeWave
    let learner: [LiquidationEvent]
    /// What became of the learner's stop order; nil when it was not sent.
    let stop: StopOutcome?
    /// The world just after the learner's liquidation, whose prices are those that it was made at.
    let worldThen: World
    /// Token units that were sold, the learner's included.
    let sold: UInt256
    /// Dollars that liquidators of the crowd got for what they seized, and what they paid for it.
    let received: Rational
    let paid: Double
    /// What the pool says after the sale.
    let priceAfter: Rational
  }

  let symbol: Symbol
  let rules: CascadeRules
  /// The sale that set it off; nil when nothing was sold just before.
  let shock: Shock?
  /// The price before the shock, or before the first wave without one.
  let start: Rational
  var steps: [Step] = []
  /// Whether a circuit breaker ended it.
  var isHalted = false
  /// Why keepers left the learner alone though he could have been liquidated; nil when they did not.
  var refusal: String?

  /// The price before the first wave.
  var firstPrice: Rational { shock?.after ?? start }
  /// The price at the end.
  var end: Rational { steps.last?.priceAfter ?? firstPrice }
  /// How far the price fell in all, as a fraction.
  var fall: Rational { (try? 1 - end / start) ?? 0 }
  /// The whole fall ÷ the fall by the shock; nil without a shock.
  var amplification: Rational? {
    guard let shock, shock.fall > 0 else { return nil }
    return try? fall / shock.fall
  }
  var liquidated: Int { steps.reduce(0) { $0 + $1.wave.liquidated } }
  var learnerIsLiquidated: Bool { steps.contains { !$0.learner.isEmpty } }
  /// What liquidators of the crowd got beyond what they paid, in dollars; below 0 it is a loss.
  var gain: Double { steps.reduce(0) { $0 + $1.received.doubleValue - $1.paid } }
  var deleveraged: (count: Int, tokens: Double) {
    steps.reduce((0, 0)) { ($0.0 + $1.wave.deleveraged, $0.1 + $1.wave.handedOver) }
  }
  var badDebt: Double { steps.reduce(0) { $0 + $1.wave.badDebt } }
  var sold: UInt256 { steps.reduce(.zero) { (try? $0 + $1.sold) ?? .max } }
}

extension World {
  /// What a crowd of an asset is liquidated by: the market's threshold and bonus, and what was said of the cascade.
  func cascadeRules(_ symbol: Symbol, _ terms: CascadeTerms) -> CascadeRules {
    let limits = riskLimits(of: symbol)
    return CascadeRules(
      threshold: limits.liquidationThreshold.fraction.doubleValue,
      bonus: max(0, limits.liquidationBonus.fraction.doubleValue - 1), sale: terms.sale, isCareful: terms.isCareful,
      deleverages: terms.deleverages)
  }

  /// The last shock, if the price is still where it left it.
  var standingShock: Shock? {
    guard let shock = lastShock, let pair = try? salePool(of: shock.symbol),
      price(of: shock.symbol, in: pair) == shock.after
    else { return nil }
    return shock
  }

  /// Lets liquidations run: whoever is below his liquidation price is liquidated, what he held is sold in the pool, the
  /// market and the feeds follow, and so on until nobody is left.
  ///
  /// The learner stands in the same queue and is liquidated by the ledger's own rules. Throws when it is to be stopped.
  mutating func cascade(
    _ symbol: Symbol, _ terms: CascadeTerms, isStopped: () -> Bool
  ) throws(CommandError) -> CascadeStory {
    var next = self
    let shock = standingShock.flatMap { $0.symbol == symbol ? $0 : nil }
    _ = try next.alignPool(of: symbol)
    let pair = try next.salePool(of: symbol)
    var story = CascadeStory(
      symbol: symbol, rules: cascadeRules(symbol, terms), shock: shock,
      start: shock?.before ?? next.price(of: symbol, in: pair))
    let halt = terms.breaker.flatMap { breaker in try? story.start * (1 - breaker) }
    while story.steps.count < CascadeRun.mostWaves {
      guard !isStopped() else { throw CommandError(.limit, "stopped; nothing was changed") }
      if let halt, story.end <= halt {
        story.isHalted = true
        break
      }
      let last = story.steps.last?.worldThen
      guard let step = try next.cascadeWave(symbol, story.rules, since: last, refusal: &story.refusal) else { break }
      story.steps.append(step)
    }
    // Where nobody has been liquidated yet, as by an oracle that lags, the shock still stands.
    if !story.steps.isEmpty { next.lastShock = nil }
    self = next
    return story
  }

  /// One wave; nil when nobody is liquidated and no stop order is sent.
  ///
  /// The learner's stop comes behind the keepers, as after any command; a reverted one is sent again in the next wave.
  private mutating func cascadeWave(
    _ symbol: Symbol, _ rules: CascadeRules, since last: World?, refusal: inout String?
  ) throws(CommandError) -> CascadeStory.Step? {
    let pair = try salePool(of: symbol)
    let payment = pair.base == symbol ? pair.quote : pair.base
    let oracle = price(of: symbol).doubleValue
    var wave = CascadeWave(price: oracle)
    if var crowd, crowd.symbol == symbol {
      wave = crowd.front.advance(
        through: crowd.queue, at: oracle, selling: depth(of: pair, selling: symbol), rules: rules)
      self.crowd = crowd
    }
    let held = reserves(of: pair, selling: symbol).own
    let received = try sellCrowd(wave.sold, of: symbol, for: payment, in: pair)
    let events = try liquidateLearner(selling: symbol, for: payment, rules, refusal: &refusal)
    let stop = runStop(since: last)
    guard wave.liquidated > 0 || !events.isEmpty || stop?.isFilled == true else { return nil }
    let worldThen = self
    let sold = reserves(of: try salePool(of: symbol), selling: symbol).own.subtractingOrZero(held)
    try followPool(of: symbol)
    return CascadeStory.Step(
      wave: wave, learner: events, stop: stop, worldThen: worldThen, sold: sold, received: received,
      paid: wave.paid(rules), priceAfter: price(of: symbol, in: try salePool(of: symbol)))
  }

  /// Sells what liquidators seize of the crowd and gives what they get, in dollars. What is too little to get a single unit
  /// moves no price.
  private mutating func sellCrowd(
    _ tokens: Double, of symbol: Symbol, for payment: Symbol, in pair: Exchange.PairPool
  ) throws(CommandError) -> Rational {
    guard depth(of: pair, selling: symbol).proceeds(of: tokens) * asset(payment).unit.doubleValue >= 1 else { return 0 }
    return marketValue(
      of: try sellFromOutside(try units(tokens, of: symbol), of: symbol, to: payment).amountOut, payment)
  }

  /// Has keepers liquidate the learner and sell what they seize, if it is what falls; a careful one only when it pays.
  private mutating func liquidateLearner(
    selling symbol: Symbol, for payment: Symbol, _ rules: CascadeRules, refusal: inout String?
  ) throws(CommandError) -> [LiquidationEvent] {
    guard unmeasuredPosition.isLiquidatable else { return [] }
    var next = self
    let (events, rule) = next.settleKeepers()
    refusal = rule?.message
    let seized = events.filter { $0.seized.symbol == symbol }.reduce(UInt256.zero) { sum, event in
      (try? sum + event.seized.amount.subtractingOrZero(event.protocolFee)) ?? sum
    }
    if !seized.isZero {
      let held = next.wallets[Self.keepers, symbol]
      next.wallets[Self.keepers, symbol] = held.subtractingOrZero(seized)
      let quote = try next.trade { (world) throws(SwapError) in
        try world.exchange.swap(seized, of: symbol, to: payment, prices: world.feeds.market)
      }
      next.wallets[Self.keepers, payment] = (try? next.wallets[Self.keepers, payment] + quote.amountOut) ?? .max
      let repaid = events.filter { $0.seized.symbol == symbol }.reduce(Rational.zero) { sum, event in
        (try? sum + marketValue(of: event.repaid.amount, event.repaid.symbol)) ?? sum
      }
      let received = marketValue(of: quote.amountOut, payment)
      if rules.isCareful, received < repaid {
        refusal =
          "a keeper would repay \(Display.dollars(repaid)) and get \(Display.dollars(received)) for what he seizes"
        return []
      }
    }
    self = next
    return events
  }

  /// Tokens of a model as units of the ledger, to the nearest.
  private func units(_ tokens: Double, of symbol: Symbol) throws(CommandError) -> UInt256 {
    guard let exact = Rational(exactly: tokens),
      let units = try? exact.scaled(to: asset(symbol).unit, rounding: .halfUp)
    else { throw CommandError(.refused, "what the crowd sells does not fit in the ledger") }
    return units
  }
}
