import FixedPoint
import Lending
import Simulation

/// The same random paths for many leverages of a loop with the position's collateral, debt and equity.
struct SimulatedLadder {
  struct Row {
    let leverage: Rational
    let isToday: Bool
    /// A share of the paths.
    let liquidated: Double
    let equity: Distribution
  }

  let run: SimulationRun
  /// From the lowest to the highest.
  private let leverages: [Rational]
  private let models: [EquityModel]
  private let today: Rational?

  private static let usual: [Rational] = [
    "1", "1.25", "1.5", "1.75", "2", "2.5", "3", "3.5", "4", "5", "6", "8", "10", "15", "20", "30",
  ].compactMap { Rational(decimal: $0) }

  /// Refuses a position of which no leverage can be read.
  init(_ run: SimulationRun, in world: World) throws(CommandError) {
    self.run = run
    let (position, liquidation) = (run.path.position, run.path.liquidation)
    guard let collateral = position.largestCollateral?.symbol, let debt = position.largestDebt?.symbol,
      world.moves(collateral, with: liquidation) != world.moves(debt, with: liquidation), position.equity > 0
    else {
      throw CommandError(.refused, "a ladder needs a collateral and a debt of which one moves and the other does not")
    }
    if case .exact(let leverage) = position.leverage { today = leverage } else { today = nil }
    let limits = world.riskLimits(of: collateral)
    let highest = limits.maxLTV < .hundredPercent ? try? Rational.one / (Rational.one - limits.maxLTV.fraction) : nil
    let lowest: Rational = liquidation.isRise ? Rational(decimal: "1.25") ?? 1 : 1
    let threshold = limits.liquidationThreshold.fraction
    var leverages = Self.usual.filter { $0 >= lowest && $0 <= highest ?? 1 }
    if let today, !leverages.contains(today) { leverages = (leverages + [today]).sorted() }
    let offered = leverages.filter { leverage in
      ((try? leverage * threshold > leverage - 1) ?? false)
    }
    let equity = position.equity.doubleValue
    models = offered.map { leverage in
      let exposure = leverage.doubleValue
      return EquityModel(
        items: [
          EquityModel.Item(
            value: equity * exposure, rate: world.supplyGrowth(of: collateral),
            followsPrice: !liquidation.isRise, threshold: threshold.doubleValue),
          EquityModel.Item(
            value: -equity * (exposure - 1), rate: world.debtGrowth(of: debt), followsPrice: liquidation.isRise),
        ], penalty: run.equityModel.penalty,
        levelGrowth: (world.debtGrowth(of: debt) - world.supplyGrowth(of: collateral)) * (liquidation.isRise ? -1 : 1),
        isRise: liquidation.isRise)
    }
    self.leverages = offered
  }

  /// A row for each leverage, all from one pass; nil when it was stopped before the first paths were done.
  func rows(in surroundings: Surroundings) -> [Row]? {
    let steps = run.price.steps
    // A level is the nearer the higher the leverage, and levels have to ascend.
    let descending = Array(models.reversed())
    let simulation = LevelSimulation(
      process: run.price.process, years: run.price.years, steps: steps, seed: run.seed,
      distances: descending.map(\.distance), levelGrowth: models[0].levelGrowth, isRise: models[0].isRise)
    let samples = surroundings.watch("simulating", total: run.paths * steps, unit: "steps") { goesOn in
      simulation.samples(of: run.paths, models: descending, threads: surroundings.threads) { goesOn($0 * steps) }
    }
    guard let paths = samples.first?.equities.count, paths > 0 else { return nil }
    return zip(leverages, samples.reversed()).map { leverage, sample in
      Row(
        leverage: leverage, isToday: leverage == today,
        liquidated: Double(sample.liquidated) / Double(paths), equity: Distribution(sample.equities))
    }
  }
}
