import FixedPoint
import Simulation

/// Carries a position along random paths.
struct SimulationRun {
  let price: SimulatedPrice
  let path: LiquidationPath
  let strategy: Strategy
  let equityModel: EquityModel
  let paths: Int
  let seed: UInt64

  /// The outcomes of the paths, and how the equity of the first of them spreads; nil when it was stopped before the first
  /// paths were done.
  func result(in surroundings: Surroundings) -> SimulationResult? {
    let steps = price.steps
    let result = surroundings.watch("simulating", total: paths * steps, unit: "steps") { goesOn in
      let goesOn = { (done: Int) in goesOn(done * steps) }
      return strategy == .hold
        ? SimulationResult(
          held(threads: surroundings.threads, while: goesOn), equityModel, years: price.years, steps: steps)
        : SimulationResult(position.outcomes(of: paths, threads: surroundings.threads, while: goesOn))
    }
    guard result.paths > 0 else { return nil }
    return result
  }

  /// A position that is held is followed by the level of its liquidation.
  private func held(threads: Int, while goesOn: (Int) -> Bool) -> [PathOutcome] {
    guard case .normal = price.choice else {
      return LevelSimulation(
        process: price.process, years: price.years, steps: price.steps, seed: seed,
        distances: [path.passage.distance], levelGrowth: path.levelGrowth, isRise: path.liquidation.isRise
      ).outcomes(of: paths, threads: threads, while: goesOn)[0]
    }
    return PathSimulation(passage: path.passage, years: price.years, steps: price.steps, seed: seed)
      .outcomes(of: paths, threads: threads, while: goesOn)
  }

  private var position: PositionSimulation {
    PositionSimulation(
      process: price.process, model: equityModel, strategy: strategy, years: price.years, steps: price.steps,
      seed: seed)
  }

  /// Paths from which the fan is drawn at most, and about how many steps it may take.
  private static let pathsOfFan = 2_048
  private static let stepsOfFan = 4_000_000

  /// How the equity of the first of `done` paths spreads: of fewer where a path has many steps.
  func fan(of done: Int, shares: [Double], in surroundings: Surroundings) -> EquityFan {
    let affordable = max(PathSimulation.pathsPerBlock, Self.stepsOfFan / price.steps)
    return position.fan(
      of: min(done, Self.pathsOfFan, affordable), threads: surroundings.threads, shares: shares)
  }
}
