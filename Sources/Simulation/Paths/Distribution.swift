/// Numbers as a sample of what can happen; there is at least one.
public struct Distribution: Hashable, Sendable {
  private let sorted: [Double]
  /// The sum in the order of the paths, so that it is the same however they were computed, divided by their number.
  public let mean: Double

  /// Throws nothing away: every number counts alike.
  public init(_ numbers: [Double]) {
    sorted = numbers.sorted()
    mean = numbers.reduce(0, +) / Double(max(1, numbers.count))
  }

  /// How many numbers there are.
  public var count: Int { sorted.count }

  /// The number that a share of the sample does not exceed: of n numbers that at the place share × (n - 1), rounded down.
  public func quantile(_ share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[Int(share * Double(sorted.count - 1))]
  }

  /// The share of the numbers from `range`.
  public func share(in range: Range<Double>) -> Double {
    Double(sorted.count { range.contains($0) }) / Double(max(1, sorted.count))
  }
}
