import Simulation
import TestSupport
import Testing

@testable import Behavior

struct ContrastTests {
  @Test func `the difference of means, and the mean of changes`() throws {
    let contrast = try #require(Contrast([1, 2, 6], less: [1, 3], seed: 0))
    #expect(contrast.value == 1 && contrast.counts == (3, 2) && contrast.smallestCount == 2)
    let changes = try #require(Contrast(changes: [1, 2, 6], seed: 0))
    #expect(changes.value == 3 && changes.counts == (3, nil) && changes.smallestCount == 3)
    #expect(Contrast([], less: [1], seed: 0) == nil && Contrast([1], less: [], seed: 0) == nil)
    #expect(Contrast(changes: [], seed: 0) == nil)
  }

  /// Counted by another program; the last has 184,756 ways, 15,584 of them as far, and is drawn.
  @Test(
    arguments: [
      ([1, 2, 3], [4, 5, 6], 2.0 / 20, 0.0), ([1.2, 0.7, 0.9, 1.5, 2.1, 0.3], [0.2, 0.8, 0.1, -0.4], 8.0 / 210, 0),
      ([1], [2], 1, 0), ([1, 1, 1], [1, 1], 1, 0), ([2, 2, 2, 2, 2], [1, 1, 1, 1, 1], 2.0 / 252, 0),
      (
        [0.31, -0.2, 0.55, 0.9, 0.12, 0.44, -0.05, 0.7, 0.25, 0.6],
        [0.1, -0.4, 0.2, 0.35, 0.05, -0.1, 0.3, 0.5, 0, 0.15],
        15_584.0 / 184_756, 0.011
      ),
    ] as [([Double], [Double], Double, Double)])
  func `the permutation test`(first: [Double], second: [Double], expected: Double, tolerance: Double) throws {
    let contrast = try #require(Contrast(first, less: second, seed: 1))
    #expect(abs(contrast.probability - expected) <= tolerance)
    let mirrored = try #require(Contrast(second, less: first, seed: 1))
    #expect(abs(mirrored.probability - expected) <= tolerance)
  }

  @Test(
    arguments: [([1, 2, 3], 2.0 / 8), ([0.3, 0.1, -0.05, 0.42, 0.2, 0.13], 4.0 / 64), ([0, 0], 1)]
      as [([Double], Double)])
  func `the test of signs`(changes: [Double], expected: Double) throws {
    #expect(try #require(Contrast(changes: changes, seed: 1)).probability == expected)
  }

  /// Twenty changes that all are 1: two of 2^20 ways, which no drawing meets.
  @Test func `what is drawn is never impossible`() throws {
    #expect(try #require(Contrast(changes: Array(repeating: 1, count: 20), seed: 1)).probability == 0.0001)
  }

  @Test func `degenerate groups`() throws {
    let interval = { (first: [Double], second: [Double]) in Contrast(first, less: second, seed: 0)?.interval }
    #expect(interval([1], [2, 3]) == nil && interval([1], [2]) == nil)
    #expect(Contrast(changes: [1], seed: 0)?.interval == nil)
    #expect(interval([2, 2, 2], [1.5, 1.5]) == 0.5...0.5)
    let equal = try #require(interval([0.1, 0.1, 0.1], [0.1, 0.1]))
    #expect(equal.lowerBound == equal.upperBound && abs(equal.lowerBound) < 1e-16)
    // One number that differs: the ends are finite and hold the value.
    let narrow = try #require(interval([1.5, 1.5, 1.5, 1.5, 2], [1.5, 1.5, 1.5, 1.5]))
    #expect(narrow.contains(0.1) && narrow.lowerBound > -1 && narrow.upperBound < 2)
  }

  /// A drawing without the largest number has a small mean and a smaller error still, so the truth may be far above.
  @Test func `the interval reaches farther to the side of the long tail`() throws {
    let numbers = [1, 1.1, 0.9, 1.2, 0.8, 1, 6]
    let contrast = try #require(Contrast(numbers, less: [0.9, 1, 1.1, 1, 0.95], seed: 0))
    let interval = try #require(contrast.interval)
    #expect(interval.upperBound - contrast.value > 1.5 * (contrast.value - interval.lowerBound))
    let changes = try #require(Contrast(changes: numbers, seed: 0))
    let range = try #require(changes.interval)
    #expect(range.upperBound - changes.value > 1.5 * (changes.value - range.lowerBound))
  }

  @Test func `the seed decides`() throws {
    let interval = { (seed: UInt64) in Contrast([1, 2, 4, 3], less: [0, 2, 1], seed: seed)?.interval }
    #expect(interval(1) == interval(1) && interval(1) != interval(2))
  }

  /// The share of intervals that miss the truth on either side, of 2,000 for each pair of sizes: 2.5% is meant, and
  /// four standard errors are 1.4%.
  @Test(arguments: [(5, 5), (8, 8), (10, 8), (5, 13), (20, 16)])
  func `the interval misses a true difference as often as it says`(first: Int, second: Int) throws {
    let (below, above) = try Self.misses(first, second)
    #expect((0.011...0.039).contains(below) && (0.011...0.039).contains(above))
  }

  /// The mean of one group.
  @Test func `the interval of changes does so too`() throws {
    let (below, above) = try Self.misses(10, nil)
    #expect((0.011...0.039).contains(below) && (0.011...0.039).contains(above))
  }

  private static func misses(_ first: Int, _ second: Int?) throws -> (below: Double, above: Double) {
    let trials = 2_000
    var (below, above) = (0, 0)
    var random = RandomNumbers(seed: 21)
    for trial in 0..<trials {
      let numbers = (0..<first).map { _ in 3 + random.normal() }
      let others = second.map { count in (0..<count).map { _ in 2 + 0.7 * random.normal() } }
      let contrast =
        others.map { Contrast(numbers, less: $0, seed: UInt64(trial)) }
        ?? Contrast(changes: numbers, seed: UInt64(trial))
      let interval = try #require(contrast?.interval)
      let truth = second == nil ? 3.0 : 1
      if interval.lowerBound > truth { above += 1 }
      if interval.upperBound < truth { below += 1 }
    }
    return (Double(below) / Double(trials), Double(above) / Double(trials))
  }

  /// A verdict draws no more than it needs, and says what the interval says.
  @Test func `the short way to a verdict is the long one`() throws {
    var random = SeededGenerator(seed: 6)
    for trial in 0..<400 {
      let shift = Double(trial % 5) / 2
      let first = (0..<8).map { _ in shift + Double.random(in: 0...2, using: &random).rounded() / 2 }
      let second = (0..<6).map { _ in Double.random(in: 0...1, using: &random) }
      let contrast = try #require(Contrast(first, less: second, seed: UInt64(trial)))
      let interval = try #require(contrast.interval)
      #expect(contrast.isSurelyAbove(0.1) == (interval.lowerBound > 0.1), "\(random)")
      #expect(contrast.negated.isSurelyAbove(0.1) == (interval.upperBound < -0.1), "\(random)")
    }
  }
}
