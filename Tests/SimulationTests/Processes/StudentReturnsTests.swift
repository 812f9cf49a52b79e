import Testing

@testable import Simulation

struct StudentReturnsTests {
  private static let stepYears = 1 / 365.0

  private static func process(degrees: Double) throws -> PriceProcess {
    try #require(PriceProcess(volatility: 0.75, drift: .logarithm(0), shape: .student(degrees: degrees)))
  }

  /// Quantiles of the t distribution from a table, in its own units.
  @Test(arguments: [
    (3.0, 0.9, 1.637_744), (3, 0.975, 3.182_446), (3, 0.999, 10.214_532), (4, 0.95, 2.131_847), (4, 0.995, 4.604_095),
    (10, 0.9, 1.372_184), (10, 0.99, 2.763_769), (30, 0.975, 2.042_272),
  ])
  func `quantiles are those of the distribution`(degrees: Double, share: Double, quantile: Double) throws {
    let numbers = try Self.process(degrees: degrees).sampled(steps: 800, stepYears: Self.stepYears, seed: 11)
    let scale = 0.75 * Self.stepYears.squareRoot() * ((degrees - 2) / degrees).squareRoot()
    let moments = SampleMoments(numbers)
    let error = (share * (1 - share) / Double(numbers.count)).squareRoot()
    #expect(abs(moments.share(below: quantile * scale) - share) < 3.5 * error)
    #expect(abs(moments.share(below: -quantile * scale) - (1 - share)) < 3.5 * error)
  }

  @Test(arguments: [5.0, 8, 30, .infinity])
  func `the variance is the stated one`(degrees: Double) throws {
    let numbers = try Self.process(degrees: degrees).sampled(steps: 1_500, stepYears: Self.stepYears, seed: 5)
    let moments = SampleMoments(numbers)
    #expect(abs(moments.variance / (0.75 * 0.75 * Self.stepYears) - 1) < 0.02)
    #expect(abs(moments.mean) < 4 * (moments.variance / Double(numbers.count)).squareRoot())
  }

  @Test func `one return says nothing of the next, not even of its size`() throws {
    let numbers = try Self.process(degrees: 9).sampled(steps: 1_000, stepYears: Self.stepYears, seed: 2)
    let sizes = numbers.map { $0 * $0 }
    let moments = SampleMoments(sizes)
    let pairs = zip(sizes, sizes.dropFirst(LaneWords.lanes))
    let covariance = pairs.reduce(0) { $0 + ($1.0 - moments.mean) * ($1.1 - moments.mean) } / Double(numbers.count)
    #expect(abs(covariance / moments.variance) < 4 / Double(numbers.count).squareRoot())
  }

  @Test func `with more and more degrees of freedom it becomes the normal distribution`() throws {
    let normal = try Self.process(degrees: .infinity).sampled(steps: 3, stepYears: Self.stepYears, seed: 9)
    let near = try Self.process(degrees: 1e12).sampled(steps: 3, stepYears: Self.stepYears, seed: 9)
    for (a, b) in zip(normal, near) { #expect(abs(a - b) <= 1e-9 * abs(a)) }
    // The first numbers are those of Brownian motion, which are made in single precision.
    let brownian = try #require(PriceProcess(volatility: 0.75, drift: .logarithm(0)))
    let first = brownian.sampled(steps: 1, stepYears: Self.stepYears, seed: 9)
    for (a, b) in zip(normal, first) { #expect(abs(a - b) <= 1e-7) }
  }

  /// Near two degrees of freedom single days multiply a price by more than any number holds.
  @Test func `the fattest tails are numbers`() throws {
    let numbers = try Self.process(degrees: 2.01).sampled(steps: 2_000, stepYears: Self.stepYears, seed: 1)
    #expect(numbers.allSatisfy { $0.isFinite })
  }
}
