/// The difference between the means of two groups of numbers, or the mean of one, with what chance alone may do to it.
///
/// The interval and the probability are computed each time they are asked for, in about a thousandth of a second; they
/// follow from the numbers and the seed.
public struct Contrast: Hashable, Sendable {
  /// What comes first in the difference.
  public private(set) var first: [Double]
  /// What is taken off; nil where the mean of `first` is compared with 0.
  public private(set) var second: [Double]?
  /// Of what is drawn for the interval and the probability.
  public let seed: UInt64

  /// The mean of `first` less that of `second`; nil when one of them is empty.
  public init?(_ first: [Double], less second: [Double], seed: UInt64) {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    (self.first, self.second, self.seed) = (first, second, seed)
  }

  /// The mean of changes, compared with 0; nil when there are none.
  public init?(changes: [Double], seed: UInt64) {
    guard !changes.isEmpty else { return nil }
    (first, second, self.seed) = (changes, nil, seed)
  }

  public var value: Double { first.mean - (second?.mean ?? 0) }

  /// How many numbers each group has.
  public var counts: (first: Int, second: Int?) { (first.count, second?.count) }

  /// The standard deviation within the groups together; 0 for too few numbers.
  public var deviation: Double {
    let groups = [first] + (second.map { [$0] } ?? [])
    let squares = groups.map { group in
      let mean = group.mean
      return group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let freedom = groups.reduce(-groups.count) { $0 + $1.count }
    return freedom > 0 ? (squares.reduce(0, +) / Double(freedom)).squareRoot() : 0
  }

  /// The same with the other sign.
  var negated: Contrast {
    var mirrored = self
    mirrored.first = first.map { -$0 }
    mirrored.second = second.map { $0.map { -$0 } }
    return mirrored
  }

  /// The size of the smaller group, or of the only one.
  public var smallestCount: Int { min(first.count, second?.count ?? first.count) }
}
