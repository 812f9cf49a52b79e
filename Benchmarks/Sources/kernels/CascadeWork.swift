import Simulation

/// The stated population of cascades: health factors from 1.02 on, sizes of a Pareto distribution, and a pool of six times
/// what all hold.
struct CascadeWork {
  private let prices: [Double]
  private let amounts: [Double]
  private let pool: ConstantProduct
  private let rounds: Int

  /// Reads `COUNT ROUNDS`.
  init?(_ words: [String]) {
    guard words.count == 2, let count = Int(words[0]), let rounds = Int(words[1]) else { return nil }
    self.rounds = rounds
    var (prices, amounts): ([Double], [Double]) = ([], [])
    prices.reserveCapacity(count)
    amounts.reserveCapacity(count)
    for index in 0..<UInt64(count) {
      prices.append(2_000 / (1.02 - 0.45 * naturalLogarithm(1 - Self.uniform(2 * index))))
      amounts.append(min(exponential(-naturalLogarithm(1 - Self.uniform(2 * index + 1)) / 1.5), 10_000))
    }
    (self.prices, self.amounts) = (prices, amounts)
    pool = ConstantProduct(base: 6 * amounts.reduce(0, +), price: 2_000)
  }

  /// One cascade over positions in any order: `seconds 0.0011 price 1578.948 liquidated 421658`
  var one: String {
    var shocked = pool
    shocked.sell(pool.amount(loweringPriceBy: 0.1))
    return best { BucketedCascade.end(prices: prices, amounts: amounts, pool: shocked) }
  }

  /// A thousand shocks, from 0.05% to 50%, on positions that stand in their order.
  var thousand: String {
    let index = ShockIndex(LiquidationQueue(prices: prices, amounts: amounts), product: pool.product)
    return best {
      (1...1_000).map { index.end(fromPrice: 2_000 * (1 - Double($0) / 2_000)) }.max { $0.liquidated < $1.liquidated }
    }
  }

  /// Putting positions in their order, and preparing them for shocks.
  var preparation: String {
    best {
      let index = ShockIndex(LiquidationQueue(prices: prices, amounts: amounts), product: pool.product)
      return index.end(fromPrice: 1_800)
    }
  }

  private func best(_ work: () -> CascadeEnd?) -> String {
    var best = Double.infinity
    var end: CascadeEnd?
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      end = work()
      best = min(best, (ContinuousClock.now - start) / .seconds(1))
    }
    return "seconds \(best) price \(end?.price ?? 0) liquidated \(end?.liquidated ?? 0)"
  }

  /// SplitMix64 of a counter, as a number from 0 to 1.
  private static func uniform(_ counter: UInt64) -> Double {
    var mixed = (counter &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }
}
