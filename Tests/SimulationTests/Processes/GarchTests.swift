import Testing

@testable import Simulation

struct GarchTests {
  private static let stepYears = 1 / 365.0

  private static func process(
    alpha: Double, beta: Double, start: Double? = nil, drift: PriceProcess.Drift = .logarithm(0)
  ) throws -> PriceProcess {
    try #require(PriceProcess(volatility: 0.75, drift: drift, shape: .garch(alpha: alpha, beta: beta, start: start)))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `variance and kurtosis are those of the closed form`(seed: UInt64) throws {
    let process = try Self.process(alpha: 0.1, beta: 0.5)
    let garch = try #require(process.garch(stepYears: Self.stepYears))
    let moments = SampleMoments(process.sampled(steps: 4_000, stepYears: Self.stepYears, seed: seed))
    #expect(abs(moments.variance / garch.unconditionalVariance - 1) < 0.01)
    #expect(abs(moments.variance / (0.75 * 0.75 * Self.stepYears) - 1) < 0.01)
    #expect(abs(moments.kurtosis - (try #require(garch.kurtosis))) < 0.05)
  }

  @Test func `a wild start calms down by half in the half-life`() throws {
    let process = try Self.process(alpha: 0.05, beta: 0.9, start: 1.5)
    let garch = try #require(process.garch(stepYears: Self.stepYears))
    #expect(abs(garch.halfLife - 13.513) < 0.001)
    let steps = Int(garch.halfLife.rounded())
    let variances = (0..<40).map { block in
      let numbers = process.sampled(
        steps: steps + 1, stepYears: Self.stepYears, seed: 4, path: UInt64(block * LaneWords.lanes))
      return [numbers.prefix(LaneWords.lanes), numbers.suffix(LaneWords.lanes)].map {
        SampleMoments(Array($0)).variance
      }
    }
    let mean = { (index: Int) in variances.reduce(0) { $0 + $1[index] } / 40 / garch.unconditionalVariance }
    #expect(abs(mean(0) - 4) < 0.2)
    // Of the excess of 3 half is left, and a little less for the rounded number of steps.
    #expect(abs(mean(1) - 2.46) < 0.2)
  }

  @Test func `without memory it is geometric Brownian motion`() throws {
    for drift in [PriceProcess.Drift.mean(0.05), .logarithm(0.1)] {
      let garch = try Self.process(alpha: 0, beta: 0, drift: drift)
      let normal = try #require(PriceProcess(volatility: 0.75, drift: drift))
      let numbers = garch.sampled(steps: 4, stepYears: Self.stepYears, seed: 3)
      for (a, b) in zip(numbers, normal.sampled(steps: 4, stepYears: Self.stepYears, seed: 3)) {
        #expect(abs(a - b) < 1e-15)
      }
      #expect(garch.garch(stepYears: Self.stepYears)?.kurtosis == 3)
      #expect(garch.garch(stepYears: Self.stepYears)?.halfLife == 0)
    }
  }

  @Test func `the mean price grows as stated, however wild the times`() throws {
    let process = try Self.process(alpha: 0.15, beta: 0.8, start: 1, drift: .mean(0.4))
    let ends = process.sampledEnds(paths: 102_400, steps: 60, stepYears: Self.stepYears, seed: 6).map(exponential)
    let moments = SampleMoments(ends)
    let error = (moments.variance / Double(ends.count)).squareRoot()
    #expect(abs(moments.mean - exponential(0.4 * 60 / 365)) < 4 * error)
  }

  @Test func `a variance without bound has no kurtosis`() {
    #expect(Garch(omega: 1, alpha: 0.6, beta: 0.3).kurtosis == nil)
  }
}
