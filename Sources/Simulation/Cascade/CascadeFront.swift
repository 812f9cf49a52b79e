/// How far a crowd has been liquidated: the place in its queue, and who was reached and left alone.
public struct CascadeFront: Hashable, Sendable {
  /// The first position that no price has reached yet.
  public private(set) var next = 0
  /// Places before `next` whose positions are still there, in their order.
  public private(set) var waiting: [Int] = []

  public init() {}

  /// How many positions of a queue are still there.
  public func count(of queue: LiquidationQueue) -> Int { queue.count - next + waiting.count }

  /// The places of the positions that are still there.
  public func places(of queue: LiquidationQueue) -> [Int] { waiting + Array(next..<queue.count) }

  /// Liquidates all whose liquidation price is at or above `price`, in the order of the queue, and gives what is to be
  /// sold; `pool` is where it will be sold, as it is now.
  ///
  /// The time grows with the number of those who are reached.
  public mutating func advance(
    through queue: LiquidationQueue, at price: Double, selling pool: ConstantProduct, rules: CascadeRules
  ) -> CascadeWave {
    var wave = CascadeWave(price: price)
    let end = queue.count(atOrAbove: price, from: next)
    if !rules.isCareful {
      for place in waiting where queue.prices[place] >= price { wave.take(place, of: queue, rules) }
      waiting.removeAll { queue.prices[$0] >= price }
      if rules.sale == .collateral {
        wave.takeAll(next..<end, of: queue, rules)
      } else {
        for place in next..<end { wave.take(place, of: queue, rules) }
      }
      next = end
      return wave
    }
    var left: [Int] = []
    for place in waiting + Array(next..<end) {
      guard queue.prices[place] >= price else {
        left.append(place)
        continue
      }
      if wave.pays(place, of: queue, in: pool, rules) {
        wave.take(place, of: queue, rules)
      } else if rules.deleverages {
        wave.handOver(place, of: queue, rules)
      } else {
        left.append(place)
        wave.note(place, of: queue, rules)
      }
    }
    waiting = left
    next = end
    return wave
  }

  /// Who has fallen below a price and is still there: how many, what they hold, and what they owe beyond its worth.
  public func exposed(
    in queue: LiquidationQueue, at price: Double, rules: CascadeRules
  ) -> (count: Int, amount: Double, shortfall: Double) {
    var wave = CascadeWave(price: price)
    for place in waiting where queue.prices[place] >= price { wave.note(place, of: queue, rules) }
    for place in next..<queue.count(atOrAbove: price, from: next) { wave.note(place, of: queue, rules) }
    return (wave.waiting, wave.waitingAmount, wave.waitingShortfall)
  }
}
