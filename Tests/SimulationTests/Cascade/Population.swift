import TestSupport

@testable import Simulation

/// Positions and a pool to try cascades on.
struct Population {
  var prices: [Double]
  var amounts: [Double]
  var pool: ConstantProduct

  /// Positions whose prices lie between half and all of 2,000, some of them alike, in a pool that a shock has moved.
  static func random(_ generator: inout SeededGenerator) -> Population {
    let count = Int.random(in: 0...600, using: &generator)
    let prices = (0..<count).map { _ in
      Bool.random(using: &generator)
        ? Double(Int.random(in: 20...40, using: &generator)) * 50 : Double.random(in: 1_000...2_000, using: &generator)
    }
    let amounts = prices.map { _ in Double.random(in: 0...10, using: &generator) }
    let depth = Double.random(in: 100...20_000, using: &generator)
    var pool = ConstantProduct(base: depth, price: 2_000)
    pool.sell(pool.amount(loweringPriceBy: Double.random(in: 0.001...0.4, using: &generator)))
    return Population(prices: prices, amounts: amounts, pool: pool)
  }

  /// The positions by which cascades of other programs were measured: health factors from 1.02 on, sizes of a Pareto
  /// distribution, a pool of six times what they hold, a shock of 10 %.
  static func stated(_ count: Int) -> Population {
    var (prices, amounts): ([Double], [Double]) = ([], [])
    for index in 0..<UInt64(count) {
      let first = Double(Mixer.mixed((2 * index + 1) &* 0x9E37_79B9_7F4A_7C15) >> 11) * 0x1p-53
      let second = Double(Mixer.mixed((2 * index + 2) &* 0x9E37_79B9_7F4A_7C15) >> 11) * 0x1p-53
      prices.append(2_000 / (1.02 - 0.45 * naturalLogarithm(1 - first)))
      amounts.append(min(exponential(-naturalLogarithm(1 - second) / 1.5), 10_000))
    }
    var pool = ConstantProduct(base: 6 * amounts.reduce(0, +), price: 2_000)
    pool.sell(pool.amount(loweringPriceBy: 0.1))
    return Population(prices: prices, amounts: amounts, pool: pool)
  }
}

extension Double {
  /// Whether this is another number but for a share of it.
  func isNear(_ other: Double, within share: Double = 1e-12) -> Bool {
    (self - other).magnitude <= share * Swift.max(magnitude, other.magnitude)
  }
}
