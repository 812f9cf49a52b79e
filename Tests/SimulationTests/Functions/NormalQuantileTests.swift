import Testing

@testable import Simulation

/// The expected values are those of a calculation with 50 digits, rounded to the nearest double.
struct NormalQuantileTests {
  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-20, -9.262340089798407), (1e-09, -5.9978070150076865),
    (0.001, -3.0902323061678136), (0.025, -1.9599639845400543), (0.05, -1.6448536269514726),
    (0.0751, -1.43882539275254), (0.3, -0.5244005127080408), (0.5, 0), (0.6, 0.2533471031357997),
    (0.8, 0.8416212335729144), (0.9, 1.2815515655446006), (0.95, 1.6448536269514722), (0.975, 1.9599639845400538),
    (0.9999, 3.7190164854557084), (0, -.infinity), (1, .infinity),
  ])
  func `the quantile is right to fifteen digits`(probability: Double, expected: Double) {
    let quantile = NormalDistribution.quantile(probability)
    #expect(quantile == expected || abs(quantile - expected) <= 4 * expected.ulp)
  }

  @Test(arguments: [-0.1, 1.1, .nan])
  func `no probability has no quantile`(probability: Double) {
    #expect(NormalDistribution.quantile(probability).isNaN)
  }

  @Test func `it undoes the probability`() {
    for step in -320...320 {
      let x = Double(step) / 64
      #expect(abs(NormalDistribution.quantile(NormalDistribution.probability(below: x)) - x) < 1e-9)
    }
  }
}
