import Testing

@testable import Behavior

struct RandomNumbersTests {
  @Test func `streams repeat and differ`() {
    let words = { (seed: UInt64, stream: UInt64) in
      var random = RandomNumbers(seed: seed, stream: stream)
      return (0..<4).map { _ in random.word() }
    }
    #expect(words(1, 0) == words(1, 0))
    let all = [words(1, 0), words(1, 1), words(2, 0), words(2, 1)].flatMap { $0 }
    #expect(Set(all).count == 16)
  }

  /// Each of seven places within four standard errors of a seventh.
  @Test func `indexes are even`() {
    var random = RandomNumbers(seed: 7)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[random.index(below: 7)] += 1 }
    let error = (60_000.0 / 7).squareRoot()
    #expect(counts.allSatisfy { abs(Double($0) - 10_000) < 4 * error })
  }

  @Test func `uniform numbers are neither 0 nor 1`() {
    var random = RandomNumbers(seed: 7)
    let numbers = (0..<10_000).map { _ in random.uniform() }
    #expect(numbers.allSatisfy { 0 < $0 && $0 < 1 })
    let mean = numbers.reduce(0, +) / 10_000
    #expect(abs(mean - 0.5) < 4 * 0.002_887)
  }
}
