import Testing

@testable import Simulation

/// Random paths against what is known exactly of them, and against themselves.
struct PathSimulationTests {
  /// A year that is looked at daily, at 2x: the exact chance is that of a survival recursion by quadrature.
  private static let daily = simulation(leverage: 2, years: 1, steps: 365)
  /// Thirty days that are looked at hourly, at 3x.
  private static let hourly = simulation(leverage: 3, years: 30.0 / 365, steps: 720)

  private static func simulation(leverage: Double, years: Double, steps: Int, seed: UInt64 = 1) -> PathSimulation {
    let loop = LeveragedLoop(leverage: leverage, liquidationThreshold: 0.83, borrowRate: 0.05, supplyRate: 0.02)
    let process = GeometricBrownianMotion(volatility: 0.75, meanDrift: 0.05)
    return PathSimulation(passage: loop.liquidation(by: process), years: years, steps: steps, seed: seed)
  }

  private static func with(seed: UInt64, _ simulation: PathSimulation) -> PathSimulation {
    PathSimulation(passage: simulation.passage, years: simulation.years, steps: simulation.steps, seed: seed)
  }

  /// The exact chances of a touch at one of the steps: 0.5988675072 and 0.3297831854.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func `the share of liquidations is the exact one within three standard errors`(seed: UInt64) throws {
    let paths = 20_000
    for (simulation, exact) in [(Self.daily, 0.598_867_507_2), (Self.hourly, 0.329_783_185_4)] {
      let outcomes = Self.with(seed: seed, simulation).outcomes(of: paths)
      let error = (exact * (1 - exact) / Double(paths)).squareRoot()
      #expect(abs(outcomes.share(below: simulation.passage.distance) - exact) < 3 * error)
    }
  }

  /// A walk that is looked at rarely, where the correction for that is a good deal: the exact chances of other leverages
  /// come from the same run.
  @Test func `one run answers for every leverage`() {
    let outcomes = Self.daily.outcomes(of: 20_000)
    let shares = [1.5, 2, 3, 4].map { leverage in
      outcomes.share(below: Self.simulation(leverage: leverage, years: 1, steps: 365).passage.distance)
    }
    for (leverage, share) in zip([1.5, 2, 3, 4], shares) {
      let passage = Self.simulation(leverage: leverage, years: 1, steps: 365).passage
      // The correction is good to a thousandth here, the sample to a hundredth.
      #expect(abs(share - passage.watched(everyYears: 1 / 365.0).touchProbability(years: 1)) < 0.012)
    }
    #expect(shares == shares.sorted())
  }

  @Test func `crossings are what the lowest values say`() {
    let outcomes = Self.hourly.outcomes(of: 1_000)
    let level = -Self.hourly.passage.distance
    for outcome in outcomes {
      #expect((outcome.lowest < level) == (outcome.crossingStep > 0))
      #expect(outcome.lowest <= outcome.last && outcome.lowest <= outcome.crossing && outcome.lowest <= 0)
      #expect(outcome.crossingStep == 0 ? outcome.crossing == 0 : outcome.crossing < level)
      #expect((0...720).contains(outcome.crossingStep))
    }
  }

  @Test(arguments: [2, 3, 8])
  func `many threads give the bytes of one`(threads: Int) {
    let outcomes = Self.daily.outcomes(of: 2_000, threads: threads)
    #expect(outcomes == Self.daily.outcomes(of: 2_000))
    #expect(outcomes.count == 2_000)
  }

  @Test func `more paths begin with the fewer`() {
    let few = Self.daily.outcomes(of: 300)
    #expect(Array(Self.daily.outcomes(of: 900).prefix(300)) == few)
  }

  @Test func `a seed gives other paths`() {
    let others = Self.with(seed: 2, Self.daily).outcomes(of: 256)
    let outcomes = Self.daily.outcomes(of: 256)
    #expect(Set(outcomes.map(\.last)).count == 256)
    #expect(Set(outcomes.map(\.last)).isDisjoint(with: others.map(\.last)))
  }

  @Test func `a run that is stopped gives its first paths`() {
    let outcomes = Self.daily.outcomes(of: 2_000) { done in done < 600 }
    #expect(outcomes.count == 768)
    #expect(outcomes == Array(Self.daily.outcomes(of: 2_000).prefix(outcomes.count)))
    #expect(Self.daily.outcomes(of: 2_000) { _ in false }.isEmpty)
  }

  /// A result that differs by a single bit anywhere changes the fingerprint: with optimisation, without it, and on another
  /// machine it is the same.
  @Test func `every bit is the same on every machine`() {
    var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    for outcome in Self.daily.outcomes(of: 600) {
      for value in [outcome.last, outcome.lowest, outcome.crossing, Double(outcome.crossingStep)] {
        fingerprint = (fingerprint ^ value.bitPattern) &* 0x100_0000_01B3
      }
    }
    #expect(fingerprint == 937_322_037_939_449_150)
  }
}
