import FixedPoint
import Lending
import Markets

/// What happened while time passed.
struct PassedTime: Equatable, Sendable {
  /// A liquidation, and the day of the market on which it happened.
  struct TimedLiquidation: Equatable, Sendable {
    var day: Rational
    var event: LiquidationEvent
  }

  var seconds: UInt64 = 0
  /// What the learner's supplies and debts grew by, in token units.
  var earned: [Symbol: UInt256] = [:]
  var paid: [Symbol: UInt256] = [:]
  var liquidations: [TimedLiquidation] = []
}

extension World {
  static let secondsPerDay: UInt64 = 86_400
  /// The longest time that can pass at once: ten years.
  static let longestWait: UInt64 = 3_650 * secondsPerDay

  /// Lets time pass by days: each day every index grows and every rate is set anew, as if somebody had used each reserve,
  /// and keepers liquidate what has fallen below 1.
  mutating func wait(_ seconds: UInt64) throws(CommandError) -> PassedTime {
    var next = self
    var passed = PassedTime()
    while passed.seconds < seconds {
      try next.pass(min(Self.secondsPerDay, seconds - passed.seconds), &passed)
      next.settle(&passed)
    }
    self = next
    return passed
  }

  /// Lets time pass until something is true, to the second; nil when it does not become true within the longest wait.
  ///
  /// The condition is looked at once a day before keepers act; within the day in which it becomes true, the first second is
  /// found by halving.
  mutating func wait(
    until isTrue: (World) throws(CommandError) -> Bool
  ) throws(CommandError) -> PassedTime? {
    var next = self
    var passed = PassedTime()
    while passed.seconds < Self.longestWait {
      let (start, passedAtStart) = (next, passed)
      try next.pass(Self.secondsPerDay, &passed)
      guard try isTrue(next) else {
        next.settle(&passed)
        continue
      }
      var (low, high) = (UInt64(0), Self.secondsPerDay)
      while low + 1 < high {
        let middle = (low + high) / 2
        var (tried, ignored) = (start, passedAtStart)
        try tried.pass(middle, &ignored)
        if try isTrue(tried) { high = middle } else { low = middle }
      }
      (next, passed) = (start, passedAtStart)
      try next.pass(high, &passed)
      self = next
      return passed
    }
    return nil
  }

  /// Lets a time of at most a day pass without keepers.
  private mutating func pass(_ seconds: UInt64, _ passed: inout PassedTime) throws(CommandError) {
    let before = balances
    try ledger { (world) throws(LendingError) in try world.pool.accrue(to: world.pool.time + seconds) }
    feeds.advance(to: pool.time)
    let after = balances
    for (old, new) in zip(before.supplied, after.supplied) {
      let more = new.amount.subtractingOrZero(old.amount)
      passed.earned[new.symbol] = try? (passed.earned[new.symbol] ?? .zero) + more
      costs.add(value(of: more, new.symbol), to: .interestEarned)
    }
    for (old, new) in zip(before.owed, after.owed) {
      let more = new.amount.subtractingOrZero(old.amount)
      passed.paid[new.symbol] = try? (passed.paid[new.symbol] ?? .zero) + more
      costs.add(value(of: more, new.symbol), to: .interestPaid)
    }
    passed.seconds += seconds
  }

  private mutating func settle(_ passed: inout PassedTime) {
    guard keepersAreOn, unmeasuredPosition.isLiquidatable else { return }
    passed.liquidations += settleKeepers().events.map { .init(day: day, event: $0) }
  }
}
