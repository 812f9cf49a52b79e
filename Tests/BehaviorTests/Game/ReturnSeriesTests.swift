import Behavior
import Simulation
import TestSupport
import Testing

struct ReturnSeriesTests {
  private static let game = LeverageGame()

  @Test func `the seed decides`() {
    let series = ReturnSeries(of: Self.game, count: 20, seed: 5)
    #expect(series == ReturnSeries(of: Self.game, count: 20, seed: 5))
    #expect(series != ReturnSeries(of: Self.game, count: 20, seed: 6))
    #expect(Array(ReturnSeries(of: Self.game, count: 40, seed: 5).rounds.prefix(20)) == series.rounds)
  }

  @Test func `backwards are the same rounds`() {
    let series = ReturnSeries(of: Self.game, count: 20, seed: 5)
    #expect(series.reversed.rounds == series.rounds.reversed())
    #expect(series.reversed.reversed == series)
  }

  /// Mean and deviation of the ends within four standard errors; no ends' neighbours go together.
  @Test(arguments: [UInt64(1), 2, 3])
  func `the ends are normal`(seed: UInt64) {
    let count = 40_000
    let ends = ReturnSeries(of: Self.game, count: count, seed: seed).rounds.map {
      ($0.end - Self.game.meanLogReturn) / Self.game.sigma
    }
    let root = Double(count).squareRoot()
    let mean = { (numbers: [Double]) in numbers.reduce(0, +) / Double(numbers.count) }
    #expect(abs(mean(ends)) < 4 / root)
    #expect(abs(mean(ends.map { $0 * $0 }) - 1) < 4 * 1.4143 / root)
    #expect(abs(mean(ends.map { $0 * $0 * $0 })) < 4 * 3.873 / root)
    #expect(abs(mean(ends.map { $0 * $0 * $0 * $0 }) - 3) < 4 * 9.798 / root)
    #expect(abs(mean(zip(ends, ends.dropFirst()).map { $0 * $1 })) < 4 / root)
  }

  /// The chance of a lowest price below the drawn one, given the end, is the uniform number that it was drawn with.
  @Test func `the lowest price has the law of the bridge`() {
    var random = SeededGenerator(seed: 14)
    for _ in 0..<1_000 {
      let end = Double.random(in: -0.5...0.5, using: &random)
      let uniform = Double.random(in: 1e-9..<1, using: &random)
      let lowest = RoundReturn(end: end, sigma: 0.11, uniform: uniform).lowest
      #expect(lowest <= 0 && lowest <= end, "\(random)")
      #expect(abs(exponential(-2 * lowest * (lowest - end) / (0.11 * 0.11)) / uniform - 1) < 1e-9, "\(random)")
    }
  }

  @Test func `a lowest price is not above the ends`() {
    #expect(RoundReturn(end: 0.1, lowest: 0.05) == RoundReturn(end: 0.1, lowest: 0))
    #expect(RoundReturn(end: -0.1, lowest: 0) == RoundReturn(end: -0.1, lowest: -0.1))
  }
}
