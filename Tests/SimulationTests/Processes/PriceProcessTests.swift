import Testing

@testable import Simulation

/// What holds for every process.
struct PriceProcessTests {
  private static let sample = ReturnSample(prices: [100, 103, 99, 101, 80, 85, 84, 90, 97], meanBlock: 3)

  static func all(volatility: Double = 0.75, drift: PriceProcess.Drift = .mean(0.05)) -> [PriceProcess] {
    let shapes: [PriceProcess.Shape] =
      [
        .normal, .jumps(Jumps(perYear: 6, mean: -0.1, deviation: 0.1)), .student(degrees: 4),
        .garch(alpha: 0.1, beta: 0.85, start: nil), .garch(alpha: 0.1, beta: 0.85, start: 1.5),
      ] + (sample.map { [.resampled($0)] } ?? [])
    return shapes.compactMap { PriceProcess(volatility: volatility, drift: drift, shape: $0) }
  }

  private static func simulation(_ process: PriceProcess, seed: UInt64 = 1, distances: [Double]) -> LevelSimulation {
    LevelSimulation(
      process: process, years: 1, steps: 73, seed: seed, distances: distances, levelGrowth: 0.03, isRise: false)
  }

  /// A result that differs by a single bit anywhere changes the fingerprint: with optimisation, without it, and on another
  /// machine it is the same.
  @Test(
    arguments: zip(
      [0, 1, 2, 3, 4, 5],
      [
        UInt64(13_130_476_609_579_448_847), 6_142_229_439_014_782_467, 6_768_835_771_787_145_700,
        7_748_716_636_191_000_572, 3_978_119_571_071_638_892, 9_583_692_436_004_125_064,
      ]))
  func `every bit is the same on every machine`(index: Int, expected: UInt64) {
    let numbers = Self.all()[index].sampled(steps: 40, stepYears: 1 / 365.0, seed: 1)
    #expect(fingerprint(numbers) == expected)
  }

  @Test(arguments: all())
  func `a path depends on its number and the seed alone`(process: PriceProcess) {
    let first = process.sampled(steps: 3, stepYears: 0.01, seed: 1)
    #expect(process.sampled(steps: 3, stepYears: 0.01, seed: 1) == first)
    // A block that begins in the middle of another has the other's paths.
    let shifted = process.sampled(steps: 3, stepYears: 0.01, seed: 1, path: 100)
    for step in 0..<3 {
      for lane in 0..<100 {
        #expect(shifted[step * LaneWords.lanes + lane] == first[step * LaneWords.lanes + lane + 100])
      }
    }
    #expect(process.sampled(steps: 3, stepYears: 0.01, seed: 2) != first)
  }

  @Test(arguments: all(drift: .logarithm(-0.4)))
  func `the stated volatility and drift are those of all moves together`(process: PriceProcess) {
    guard process.shape != .garch(alpha: 0.1, beta: 0.85, start: 1.5) else { return }
    let moments = SampleMoments(
      (0..<20).flatMap { process.sampled(steps: 365, stepYears: 1 / 365.0, seed: 8, path: UInt64($0 * 256)) })
    #expect(abs((moments.variance * 365).squareRoot() - 0.75) < 0.03)
    #expect(abs(moments.mean * 365 + 0.4) < 0.05)
  }

  /// One pass for several levels gives what a pass for each would.
  @Test(arguments: all())
  func `several levels are crossed as if each were alone`(process: PriceProcess) {
    let distances = [0.05, 0.2, 0.2001, 0.5, 1.2]
    let together = Self.simulation(process, distances: distances).outcomes(ofBlock: 3, atMost: 200)
    for (level, distance) in distances.enumerated() {
      #expect(together[level] == Self.simulation(process, distances: [distance]).outcomes(ofBlock: 3, atMost: 200)[0])
      for outcome in together[level] {
        #expect((outcome.lowest < -distance) == (outcome.crossingStep > 0))
        #expect(outcome.crossingStep == 0 || outcome.crossing < -distance)
      }
    }
  }

  @Test func `with normal returns it is the faster simulation`() {
    let loop = LeveragedLoop(leverage: 2, liquidationThreshold: 0.83, borrowRate: 0.05, supplyRate: 0.02)
    let motion = GeometricBrownianMotion(volatility: 0.75, meanDrift: 0.05)
    let passage = loop.liquidation(by: motion)
    let fast = PathSimulation(passage: passage, years: 1, steps: 365, seed: 1).outcomes(ofBlock: 0)
    let general = LevelSimulation(
      process: PriceProcess(motion), years: 1, steps: 365, seed: 1, distances: [passage.distance],
      levelGrowth: loop.carry, isRise: false
    ).outcomes(ofBlock: 0)[0]
    for (a, b) in zip(fast, general) {
      #expect(abs(a.last - b.last) < 1e-12 && abs(a.lowest - b.lowest) < 1e-12)
      #expect(a.crossingStep == b.crossingStep)
    }
  }

  @Test func `a rise is a fall in the mirror`() throws {
    let process = try #require(PriceProcess(volatility: 0.75, drift: .logarithm(0)))
    let simulation = LevelSimulation(
      process: process, years: 1, steps: 10, seed: 1, distances: [0.3], levelGrowth: 0.1, isRise: true)
    let moves = process.sampled(steps: 10, stepYears: 0.1, seed: 1)
    for (lane, outcome) in simulation.outcomes(ofBlock: 0)[0].enumerated() {
      var (place, lowest) = (0.0, 0.0)
      for step in 0..<10 {
        place -= moves[step * LaneWords.lanes + lane] - 0.01
        lowest = min(lowest, place)
      }
      #expect(abs(outcome.last - place) < 1e-12 && abs(outcome.lowest - lowest) < 1e-12)
    }
  }
}
