/// Endless drawings from the groups of a contrast: by how many of its own standard errors the difference of each drawing's
/// means is off the observed one.
struct BootstrapRatios: Sequence, IteratorProtocol {
  /// Of the observed difference.
  let error: Double
  private let groups: [Group]
  private var random: RandomNumbers

  /// Nil when all numbers of each group are equal: no drawing differs from another then.
  init?(of contrast: Contrast) {
    groups = [contrast.first, contrast.second].compactMap { $0 }.map(Group.init)
    error = groups.reduce(0) { $0 + $1.variance }.squareRoot()
    guard error > 0 else { return nil }
    random = RandomNumbers(seed: contrast.seed, stream: 1)
  }

  mutating func next() -> Double? {
    let first = groups[0].draw(&random)
    let second = groups.count > 1 ? groups[1].draw(&random) : (shift: 0, variance: 0)
    return (first.shift - second.shift) / Swift.max((first.variance + second.variance).squareRoot(), error / 4)
  }

  private struct Group {
    /// The numbers less their mean, so that sums of squares keep their digits.
    let centred: [Double]
    /// Of the mean of the group.
    let variance: Double

    init(_ numbers: [Double]) {
      let mean = numbers.mean
      // Equal numbers have no deviations, not even by the rounding of their mean.
      let isConstant = numbers.allSatisfy { $0 == numbers[0] }
      centred = isConstant ? numbers.map { _ in 0 } : numbers.map { $0 - mean }
      variance = Self.varianceOfMean(
        sum: 0, squares: centred.reduce(0) { $0 + $1 * $1 }, count: Double(numbers.count))
    }

    /// As many numbers as there are, drawn with replacement: their mean less that of the group, and its variance.
    func draw(_ random: inout RandomNumbers) -> (shift: Double, variance: Double) {
      var (sum, squares) = (0.0, 0.0)
      for _ in centred.indices {
        let number = centred[random.index(below: centred.count)]
        sum += number
        squares += number * number
      }
      let count = Double(centred.count)
      return (sum / count, Self.varianceOfMean(sum: sum, squares: squares, count: count))
    }

    private static func varianceOfMean(sum: Double, squares: Double, count: Double) -> Double {
      Swift.max(0, squares - sum * sum / count) / ((count - 1) * count)
    }
  }
}
