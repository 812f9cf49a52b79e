/// How many of many rare things happen.
enum Poisson {
  /// For 0, 1, 2, …: 2^32 times the chance of at most so many, for comparing with a random word; the last is 2^32 - 1 at
  /// most, and what lies beyond is rarer than one word in 2^32.
  static func limits(mean: Double) -> [UInt32] {
    var limits: [UInt32] = []
    var (sum, weight, count) = (0.0, exponential(-mean), 0.0)
    while true {
      sum += weight
      let limit = (sum * 0x1p32).rounded()
      guard limit < 0x1p32 else { return limits }
      limits.append(UInt32(limit))
      count += 1
      weight *= mean / count
      // The sum may stay below 1 by its rounding.
      guard count < mean || weight > 0x1p-34 else { return limits }
    }
  }
}
