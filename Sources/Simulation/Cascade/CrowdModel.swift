/// Borrowers as chance makes them: how close each is to liquidation, and how much each holds.
///
/// ln(health factor - 1) is normal, and so is the logarithm of the size, which makes a few hold most. Both were fitted to
/// published positions. A borrower's numbers follow from the seed and from his own number, so that a larger crowd begins
/// with the smaller one.
public struct CrowdModel: Hashable, Sendable {
  /// The median health factor; above 1.
  public let healthFactor: Double
  /// The standard deviation of ln(health factor - 1): the smaller, the closer together the liquidation prices lie.
  public let spread: Double
  /// The standard deviation of the logarithm of the size; 0 makes all alike.
  public let sizes: Double

  public init(healthFactor: Double, spread: Double, sizes: Double) {
    self.healthFactor = healthFactor
    self.spread = spread
    self.sizes = sizes
  }

  /// How many deviations above the median the largest may be: one draw in seven hundred is beyond, and could hold more
  /// than all others together.
  private static let largestSize = 3.0
  /// Borrowers that are drawn before somebody is asked whether to go on.
  private static let stretch = 65_536

  /// Liquidation prices and collaterals of so many borrowers at a price, who hold `total` together.
  ///
  /// Gives nil when `goesOn` says no, which is told from time to time how many are drawn.
  public func borrowers(
    _ count: Int, price: Double, holding total: Double, seed: UInt64, goesOn: (Int) -> Bool = { _ in true }
  ) -> (prices: [Double], amounts: [Double])? {
    var (prices, amounts): ([Double], [Double]) = ([], [])
    prices.reserveCapacity(count)
    amounts.reserveCapacity(count)
    let key = Mixer.mixed(seed)
    var sum = 0.0
    for number in 0..<count {
      if number.isMultiple(of: Self.stretch), !goesOn(number) { return nil }
      var state = Mixer(state: Mixer.mixed(key ^ UInt64(number)))
      let words = state.next()
      let radius = BoxMuller.radiusSquared(UInt32(truncatingIfNeeded: words)).squareRoot()
      let (cosine, sine) = BoxMuller.direction(UInt32(truncatingIfNeeded: words >> 32))
      prices.append(price / (1 + (healthFactor - 1) * exponential(spread * radius * cosine)))
      let size = exponential(sizes * min(radius * sine, Self.largestSize))
      amounts.append(size)
      sum += size
    }
    let scale = total / sum
    for index in amounts.indices { amounts[index] *= scale }
    return (prices, amounts)
  }
}
