import FixedPoint
import Lending

/// One step of a route: the index of a pool, and the side of it that is sold.
struct RouteStep: Equatable {
  let pool: Int
  let selling: ConstantProductPool.Side
}

extension Exchange {
  /// The pools that lead from one asset to another; nil when they do not, or when a frictionless exchange makes the
  /// swap itself.
  ///
  /// The fewest pools win, and among equally many the one that was set first, found by a breadth-first search in the
  /// order of the pools. A frictionless exchange uses a direct pool only.
  func route(from input: Symbol, to output: Symbol) -> [RouteStep]? {
    var reached: [Symbol: [RouteStep]] = [input: []]
    var frontier = [input]
    while !frontier.isEmpty {
      var next: [Symbol] = []
      for symbol in frontier {
        for (index, pair) in pools.enumerated() {
          guard let side = pair.side(of: symbol), let steps = reached[symbol] else { continue }
          let neighbour = pair.symbol(side.opposite)
          guard reached[neighbour] == nil else { continue }
          reached[neighbour] = steps + [RouteStep(pool: index, selling: side)]
          next.append(neighbour)
        }
      }
      if let route = reached[output] { return route }
      if isFrictionless { return nil }
      frontier = next
    }
    return nil
  }
}

extension Exchange.PairPool {
  func symbol(_ side: ConstantProductPool.Side) -> Symbol {
    side == .base ? base : quote
  }
}
