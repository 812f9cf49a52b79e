import Testing

@testable import Simulation

struct JumpDiffusionTests {
  private static let cases = [
    (mean: 0.0, diffusive: 0.5, jumps: Jumps(perYear: 5, mean: -0.1, deviation: 0.15), years: 0.5, ratio: 0.7),
    (mean: 0.05, diffusive: 0.4, jumps: Jumps(perYear: 2, mean: -0.3, deviation: 0.1), years: 0.25, ratio: 0.6),
    (mean: 0.0, diffusive: 0.6, jumps: Jumps(perYear: 20, mean: 0.01, deviation: 0.05), years: 1.0, ratio: 0.5),
  ]

  /// Terminal probabilities of random paths, however many steps a path has, against the closed form.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5], [1, 12])
  func `paths end below a price as often as the closed form says`(seed: UInt64, steps: Int) throws {
    let paths = 40_960
    for (mean, diffusive, jumps, years, ratio) in Self.cases {
      let model = JumpDiffusion(diffusiveVolatility: diffusive, meanDrift: mean, jumps: jumps)
      let exact = model.terminalProbability(below: ratio, years: years)
      let process = try #require(
        PriceProcess(volatility: model.volatility, drift: .mean(mean), shape: .jumps(jumps)))
      let ends = process.sampledEnds(paths: paths, steps: steps, stepYears: years / Double(steps), seed: seed)
      let share = SampleMoments(ends).share(below: naturalLogarithm(ratio))
      #expect(abs(share - exact) < 3 * (exact * (1 - exact) / Double(paths)).squareRoot())
    }
  }

  @Test func `mean and volatility are the stated ones`() throws {
    let jumps = Jumps(perYear: 20, mean: -0.1, deviation: 0.05)
    let process = try #require(PriceProcess(volatility: 0.8, drift: .mean(0.3), shape: .jumps(jumps)))
    let ends = process.sampledEnds(paths: 102_400, steps: 4, stepYears: 0.25, seed: 3)
    let moments = SampleMoments(ends)
    #expect(abs(moments.variance.squareRoot() - 0.8) < 0.01)
    #expect(abs(moments.mean - process.logDrift(stepYears: 0.25)) < 0.01)
    #expect(abs(SampleMoments(ends.map(exponential)).mean - exponential(0.3)) < 0.02)
  }

  @Test func `without jumps it is geometric Brownian motion, number for number`() throws {
    let still = Jumps(perYear: 0, mean: -0.1, deviation: 0.2)
    let jumps = try #require(PriceProcess(volatility: 0.75, drift: .mean(0.05), shape: .jumps(still)))
    let normal = try #require(PriceProcess(volatility: 0.75, drift: .mean(0.05)))
    #expect(
      jumps.sampled(steps: 5, stepYears: 1 / 365.0, seed: 7) == normal.sampled(steps: 5, stepYears: 1 / 365.0, seed: 7))
    let closed = JumpDiffusion(diffusiveVolatility: 0.75, meanDrift: 0.05, jumps: still)
    let process = GeometricBrownianMotion(volatility: 0.75, meanDrift: 0.05)
    for ratio in [0.3, 0.9, 1, 2] {
      let passage = FirstPassage(distance: -naturalLogarithm(ratio), drift: process.logDrift, volatility: 0.75)
      #expect(abs(closed.terminalProbability(below: ratio, years: 0.7) - passage.endProbability(years: 0.7)) < 1e-15)
    }
  }

  @Test func `jumps that have more than the whole volatility are refused`() {
    let jumps = Jumps(perYear: 64, mean: -0.125, deviation: 0)
    #expect(PriceProcess(volatility: 0.999, drift: .mean(0), shape: .jumps(jumps)) == nil)
    #expect(PriceProcess(volatility: 1, drift: .mean(0), shape: .jumps(jumps))?.diffusiveVolatility == 0)
  }

  @Test(arguments: [0.0, 1e-9, 0.01, 0.7, 2.75, 40])
  func `the counts have a Poisson distribution`(mean: Double) {
    let limits = Poisson.limits(mean: mean)
    var (sum, chance) = (0.0, exponential(-mean))
    for (count, limit) in limits.enumerated() {
      sum += chance
      chance *= mean / Double(count + 1)
      #expect(abs(Double(limit) / 0x1p32 - sum) < 1e-9)
    }
    #expect(limits == limits.sorted())
    // What is left out is rarer than a word of 2^32.
    if !limits.isEmpty { #expect(1 - sum < 1e-8) }
  }

  /// A thousand expected jumps and none: neither sum may run away.
  @Test func `the closed form bears many jumps and long times`() {
    let model = JumpDiffusion(
      diffusiveVolatility: 0.1, meanDrift: 0, jumps: Jumps(perYear: 1_000, mean: 0, deviation: 0.01))
    let normal = FirstPassage(
      distance: 0.2, drift: -model.volatility * model.volatility / 2, volatility: model.volatility)
    let chance = model.terminalProbability(below: exponential(-0.2), years: 1)
    #expect(abs(chance - normal.endProbability(years: 1)) < 1e-3)
  }
}
