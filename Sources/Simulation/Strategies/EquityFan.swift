/// How widely the equity of many paths spreads over time: quantiles at some moments.
public struct EquityFan: Hashable, Sendable {
  /// How many paths it shows.
  public let paths: Int
  /// The moments, as steps from 0 on; the first and the last are among them.
  public let dates: [Int]
  /// For each share that was asked for, the equity that this share of the paths does not exceed, at each moment.
  public let quantiles: [[Double]]

  /// At most so many moments, spread evenly over the steps.
  public static func dates(steps: Int, atMost count: Int = 60) -> [Int] {
    let intervals = min(steps, count)
    return (0...intervals).map { $0 * steps / intervals }
  }

  /// `equities` holds for each date those of all paths.
  public init(dates: [Int], equities: [[Float]], shares: [Double]) {
    self.dates = dates
    paths = equities.first?.count ?? 0
    let sorted = equities.map { $0.sorted() }
    quantiles = shares.map { share in
      sorted.map { $0.isEmpty ? 0 : Double($0[Int(share * Double($0.count - 1))]) }
    }
  }
}
