extension Contrast {
  /// The share of all ways to deal the numbers to the groups whose difference is at least as far from 0: the two-sided
  /// p-value of a permutation test. For one group, of all ways to give the numbers their signs.
  ///
  /// Exact up to 50,000 ways; beyond that (1 + hits) ÷ (1 + drawings) of 9,999 drawings, which is never 0 and keeps the
  /// test honest (Davison and Hinkley, Bootstrap Methods and their Application, 1997, section 4.2).
  public var probability: Double {
    if let second { dealtProbability(second) } else { signedProbability }
  }

  /// The difference of means grows with the sum of the first group: it is as far from 0 as that sum from its mean.
  private func dealtProbability(_ second: [Double]) -> Double {
    var all = first + second
    let limit = Limit(
      observed: first.reduce(0, +), mean: all.reduce(0, +) * Double(first.count) / Double(all.count), of: all)
    if let ways = Self.ways(choosing: first.count, of: all.count) {
      return Double(limit.hits(choosing: first.count, of: all)) / Double(ways)
    }
    var random = RandomNumbers(seed: seed, stream: Self.stream)
    var hits = 0
    for _ in 0..<Self.drawings {
      var sum = 0.0
      for place in first.indices {
        all.swapAt(place, place + random.index(below: all.count - place))
        sum += all[place]
      }
      if limit.isReached(by: sum) { hits += 1 }
    }
    return Self.share(hits)
  }

  private var signedProbability: Double {
    let limit = Limit(observed: first.reduce(0, +), mean: 0, of: first)
    if first.count <= 15 {
      let ways = UInt64(1) << UInt64(first.count)
      let hits = (0..<ways).count { signs in
        limit.isReached(by: first.indices.reduce(0) { $0 + (signs >> UInt64($1) & 1 == 0 ? first[$1] : -first[$1]) })
      }
      return Double(hits) / Double(ways)
    }
    var random = RandomNumbers(seed: seed, stream: Self.stream)
    var hits = 0
    for _ in 0..<Self.drawings {
      var sum = 0.0
      for number in first { sum += random.word() >> 63 == 0 ? number : -number }
      if limit.isReached(by: sum) { hits += 1 }
    }
    return Self.share(hits)
  }

  /// The observed drawing is one of those that can come.
  private static func share(_ hits: Int) -> Double { Double(1 + hits) / Double(1 + drawings) }

  private static let drawings = 9_999
  private static let mostWays = 50_000
  private static let stream: UInt64 = 2

  /// The binomial coefficient; nil when it is more than `mostWays`.
  private static func ways(choosing chosen: Int, of count: Int) -> Int? {
    var ways = 1
    for step in 0..<min(chosen, count - chosen) {
      ways = ways * (count - step) / (step + 1)
      guard ways <= mostWays else { return nil }
    }
    return ways
  }

  /// How far a sum has to be from its mean to count.
  private struct Limit {
    private let mean: Double
    private let distance: Double

    /// Sums of the numbers in another order differ by rounding and count as equal.
    init(observed: Double, mean: Double, of numbers: [Double]) {
      self.mean = mean
      distance = abs(observed - mean) - 1e-12 * numbers.reduce(0) { $0 + abs($1) }
    }

    func isReached(by sum: Double) -> Bool { abs(sum - mean) >= distance }

    /// Of all ways to choose so many numbers, at least one, from a place on: how many sums reach the limit.
    func hits(choosing chosen: Int, of numbers: [Double], from place: Int = 0, startingWith sum: Double = 0) -> Int {
      var hits = 0
      for next in place...(numbers.count - chosen) {
        let sum = sum + numbers[next]
        if chosen > 1 {
          hits += self.hits(choosing: chosen - 1, of: numbers, from: next + 1, startingWith: sum)
        } else if isReached(by: sum) {
          hits += 1
        }
      }
      return hits
    }
  }
}
