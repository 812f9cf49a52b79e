import Testing

@testable import Simulation

struct ReturnSampleTests {
  /// Fifty prices in which three calm weeks, a crash and a wild week follow each other.
  private static let prices: [Double] = {
    var price = 100.0
    var mixer = Mixer(state: 5)
    return (0..<50).map { day in
      let size = day > 25 && day < 34 ? 0.2 : 0.02
      price *= exponential(size * (Double(mixer.next() >> 11) * 0x1p-53 - 0.48))
      return price
    }
  }()

  private static func sample(meanBlock: Double) throws -> ReturnSample {
    try #require(ReturnSample(prices: prices, meanBlock: meanBlock))
  }

  @Test(arguments: [1.0, 10, 1_000])
  func `mean, deviation and kurtosis are those of the file, whatever the blocks`(meanBlock: Double) throws {
    let sample = try Self.sample(meanBlock: meanBlock)
    // A year of 49 steps, so that a step's volatility is that of the file.
    let stepYears = 1 / 49.0
    let process = try #require(
      PriceProcess(volatility: sample.deviation * 7, drift: .logarithm(sample.mean * 49), shape: .resampled(sample)))
    let moments = SampleMoments(
      (0..<40).flatMap {
        process.sampled(steps: 60, stepYears: stepYears, seed: 1, path: UInt64($0 * LaneWords.lanes))
      })
    #expect(abs(moments.variance.squareRoot() / sample.deviation - 1) < 0.01)
    #expect(abs(moments.mean - sample.mean) < 0.01 * sample.deviation)
    #expect(abs(moments.kurtosis / sample.kurtosis - 1) < 0.03)
  }

  @Test func `within a block the returns follow each other, and behind the last comes the first`() throws {
    let sample = try Self.sample(meanBlock: 10)
    let process = try #require(
      PriceProcess(volatility: sample.deviation, drift: .logarithm(sample.mean), shape: .resampled(sample)))
    let numbers = process.sampled(steps: 200, stepYears: 1, seed: 2)
    let returns = sample.standardised.map { sample.mean + sample.deviation * $0 }
    var (following, all) = (0, 0)
    for (number, next) in zip(numbers, numbers.dropFirst(LaneWords.lanes)) {
      let place = try #require(returns.firstIndex { abs($0 - number) < 1e-12 })
      all += 1
      if abs(returns[(place + 1) % returns.count] - next) < 1e-12 { following += 1 }
    }
    // Nine of ten, and one of 49 that chance leads there as well.
    #expect(abs(Double(following) / Double(all) - (0.9 + 0.1 / 49)) < 0.005)
  }

  @Test func `the mean price grows as stated when blocks are single returns`() throws {
    let sample = try Self.sample(meanBlock: 1)
    let process = try #require(PriceProcess(volatility: 0.5, drift: .mean(0.2), shape: .resampled(sample)))
    let ends = process.sampledEnds(paths: 51_200, steps: 50, stepYears: 0.02, seed: 6).map(exponential)
    let moments = SampleMoments(ends)
    #expect(abs(moments.mean - exponential(0.2)) < 4 * (moments.variance / Double(ends.count)).squareRoot())
  }

  @Test(arguments: [
    [], [1], [1, 2], [1, 1, 1, 1], [1, 2, 0, 3], [1, -2, 3], [1, .nan, 2], [1, .infinity, 2, 3], [1, 2, 4, 8],
  ])
  func `prices without returns that differ are no sample`(prices: [Double]) {
    #expect(ReturnSample(prices: prices, meanBlock: 10) == nil)
  }
}
