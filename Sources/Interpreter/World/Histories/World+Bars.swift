import FixedPoint
import Lending
import Markets

/// A liquidation on the way along a history.
struct BarLiquidation: Equatable, Sendable {
  var bar: Int
  /// The market price at which keepers acted, in dollars.
  var price: Rational
  var event: LiquidationEvent
}

/// A stop order that was sent on the way along a history.
struct BarStop: Equatable, Sendable {
  var bar: Int
  var outcome: StopOutcome

  var isFilled: Bool {
    if case .success = outcome.result { return true }
    return false
  }
}

/// What happened in a bar.
struct PassedBar: Equatable, Sendable {
  var liquidations: [BarLiquidation] = []
  var stops: [BarStop] = []
  /// The lowest health factor at which the bar was looked at.
  var lowestHealthFactor = Value.infinity
  /// Why keepers could not act, if so.
  var refusal: CommandError?
}

extension World {
  /// Lets a bar of a history pass: its time first, with interest, then its prices.
  ///
  /// Where the history knows lows and highs and the feed follows at once, keepers and a stop act within the bar: at its
  /// open, or at the first price behind it at which they can. Otherwise they see the close alone.
  mutating func pass(_ bar: Int, of track: PriceTrack) throws(CommandError) -> PassedBar {
    var next = self
    var passed = PassedBar()
    let standing = marketPrice(of: track.symbol)
    passed.liquidations = try next.wait(UInt64(track.history.interval)).liquidations.map {
      BarLiquidation(bar: bar, price: standing, event: $0.event)
    }
    if feeds.rule(of: track.symbol) == .immediate {
      for extreme in [track.history.lows?[bar], track.history.highs?[bar]].compactMap({ $0 }) {
        try next.reach(track.units(extreme), in: bar, of: track, &passed)
      }
    }
    try next.move(to: track.units(track.history.closes[bar]), in: bar, of: track, &passed)
    self = next
    for liquidation in passed.liquidations { passed.see(liquidation.event.healthFactorBefore) }
    passed.see(unmeasuredPosition.healthFactor)
    return passed
  }

  /// Moves the price and lets keepers act, and then a stop.
  private mutating func move(
    to units: UInt256, in bar: Int, of track: PriceTrack, _ passed: inout PassedBar
  ) throws(CommandError) {
    let (before, price) = (self, PriceTrack.dollars(units))
    if feeds.market[track.symbol] != units { try setPrice(of: track.symbol, to: price) }
    readPools()
    let settled = settleKeepers()
    passed.liquidations += settled.events.map { BarLiquidation(bar: bar, price: price, event: $0) }
    passed.refusal = settled.refusal
    if let outcome = runStop(since: before) {
      passed.stops.append(BarStop(bar: bar, outcome: outcome))
    } else {
      _ = takeStopWithoutDebt()
    }
  }

  /// Lets the price go to an extreme of a bar and come back. It stays where it was unless somebody was liquidated on the
  /// way.
  private mutating func reach(
    _ extreme: UInt256, in bar: Int, of track: PriceTrack, _ passed: inout PassedBar
  ) throws(CommandError) {
    let factor = try healthFactor(at: extreme, of: track.symbol)
    let isForKeepers = keepersAreOn && factor.compared(to: .exact(1)) ?? 0 < 0 && !unmeasuredPosition.isLiquidatable
    guard isForKeepers || stopLevel(towards: extreme, of: track.symbol) != nil else {
      passed.see(factor)
      return
    }
    if let open = track.history.opens?[bar] { try move(to: track.units(open), in: bar, of: track, &passed) }
    // Each round clears a side or half of the debt, so few are needed; the bound is for safety only.
    for _ in 0..<64 {
      // A sale that was reverted is not sent again in the same bar.
      let stop = passed.stops.isEmpty ? stopLevel(towards: extreme, of: track.symbol) : nil
      let liquidation = keepersAreOn ? try firstLiquidatable(towards: extreme, of: track.symbol) : nil
      guard let price = [stop, liquidation].compactMap({ $0 }).max(by: { isNearer($1, than: $0, track.symbol) }) else {
        return
      }
      try move(to: price, in: bar, of: track, &passed)
    }
  }

  /// The first price on the way to an extreme at which the position can be liquidated; nil when it cannot even there, or
  /// could be before.
  private func firstLiquidatable(towards extreme: UInt256, of symbol: Symbol) throws(CommandError) -> UInt256? {
    guard !unmeasuredPosition.isLiquidatable, try isLiquidatable(at: extreme, of: symbol) else { return nil }
    var (safe, liquidatable) = (feeds.market[symbol] ?? extreme, extreme)
    while (safe > liquidatable ? safe.subtractingOrZero(liquidatable) : liquidatable.subtractingOrZero(safe)) > .one {
      let half = (try? (safe + liquidatable) / 2) ?? safe
      if try isLiquidatable(at: half, of: symbol) { liquidatable = half } else { safe = half }
    }
    return liquidatable
  }

  /// The price at which the stop is sent, where it lies between the price now and an extreme.
  private func stopLevel(towards extreme: UInt256, of symbol: Symbol) -> UInt256? {
    guard let order = stop, order.symbol == symbol, !balances.owed.isEmpty, let now = feeds.market[symbol],
      let level = try? order.price.scaled(to: Self.unitsPerDollar, rounding: order.isRise ? .up : .down)
    else { return nil }
    return order.isRise
      ? (now < level && level <= extreme ? level : nil) : (now > level && level >= extreme ? level : nil)
  }

  private func isNearer(_ price: UInt256, than other: UInt256, _ symbol: Symbol) -> Bool {
    let now = feeds.market[symbol] ?? .zero
    let distance = { (price: UInt256) in price > now ? price.subtractingOrZero(now) : now.subtractingOrZero(price) }
    return distance(price) < distance(other)
  }

  private func isLiquidatable(at units: UInt256, of symbol: Symbol) throws(CommandError) -> Bool {
    try healthFactor(at: units, of: symbol).compared(to: .exact(1)) ?? 0 < 0
  }

  /// The health factor that the position would have at another price.
  private func healthFactor(at units: UInt256, of symbol: Symbol) throws(CommandError) -> Value {
    var probe = self
    do {
      try probe.feeds.set(symbol, to: units, at: pool.time)
    } catch {
      throw CommandError(.refused, "the prices that follow \(symbol) do not fit in the ledger")
    }
    return probe.unmeasuredPosition.healthFactor
  }
}

extension PassedBar {
  fileprivate mutating func see(_ factor: Value) {
    if factor.compared(to: lowestHealthFactor) ?? 0 < 0 { lowestHealthFactor = factor }
  }
}
