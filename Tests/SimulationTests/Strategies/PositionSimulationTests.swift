import Testing

@testable import Simulation

/// Strategies along random paths, against closed forms and against the kernel that only holds.
struct PositionSimulationTests {
  private static func model(leverage: Double, borrowRate: Double = 0.05, supplyRate: Double = 0.02) -> EquityModel {
    EquityModel(
      items: [
        EquityModel.Item(value: leverage, rate: supplyRate, followsPrice: true, threshold: 0.83),
        EquityModel.Item(value: 1 - leverage, rate: borrowRate, followsPrice: false),
      ], penalty: 0.05, levelGrowth: borrowRate - supplyRate, isRise: false)
  }

  private static func outcomes(
    _ process: PriceProcess, _ model: EquityModel, _ strategy: Strategy, blocks: Int, years: Double = 1,
    steps: Int = 365, seed: UInt64 = 1
  ) -> [PositionOutcome] {
    let simulation = PositionSimulation(
      process: process, model: model, strategy: strategy, years: years, steps: steps, seed: seed)
    return (0..<blocks).flatMap { simulation.outcomes(ofBlock: $0) }
  }

  /// What the position is worth by its exact sums, and what its running minimum says.
  @Test(arguments: PriceProcessTests.all())
  func `holding is what the levels say`(process: PriceProcess) {
    let model = Self.model(leverage: 2)
    let loop = LeveragedLoop(leverage: 2, liquidationThreshold: 0.83, borrowRate: 0.05, supplyRate: 0.02)
    let distance = naturalLogarithm(loop.healthFactor)
    let levels = LevelSimulation(
      process: process, years: 1, steps: 365, seed: 5, distances: [distance], levelGrowth: 0.03, isRise: false
    ).outcomes(ofBlock: 2)[0]
    let held = PositionSimulation(
      process: process, model: model, strategy: .hold, years: 1, steps: 365, seed: 5
    ).outcomes(ofBlock: 2)
    for (outcome, path) in zip(held, levels) {
      #expect(outcome.step == path.crossingStep)
      #expect((outcome.ending == .liquidated) == (path.crossingStep > 0))
      let equity = model.equity(after: path, years: 1, steps: 365)
      #expect(abs(outcome.equity - equity) <= 1e-11 * max(1, equity))
      #expect(outcome.trades == 0 && outcome.costs == 0)
    }
  }

  /// Mean and median of a fund that restores its leverage all the time; once a day is near it.
  @Test(arguments: [1.5, 2, 3])
  func `a fund that is rebalanced every day has the drag of the closed form`(leverage: Double) throws {
    let motion = GeometricBrownianMotion(volatility: 0.5, meanDrift: 0.2)
    let strategy = Strategy(rebalancing: Strategy.Rebalancing(leverage: leverage, band: 0))
    // A threshold that no daily move reaches.
    let model = EquityModel(
      items: [
        EquityModel.Item(value: leverage, rate: 0, followsPrice: true, threshold: 0.99),
        EquityModel.Item(value: 1 - leverage, rate: 0.05, followsPrice: false),
      ], penalty: 0.05, levelGrowth: 0, isRise: false)
    let outcomes = Self.outcomes(PriceProcess(motion), model, strategy, blocks: 80)
    #expect(outcomes.allSatisfy { $0.ending == .held && $0.trades >= 364 })
    let fund = RebalancedFund(leverage: leverage, borrowRate: 0.05)
    let equities = outcomes.map(\.equity)
    let moments = SampleMoments(equities)
    let error = (moments.variance / Double(equities.count)).squareRoot()
    #expect(abs(moments.mean - fund.mean(under: motion, years: 1)) < 4 * error)
    let median = fund.median(under: motion, years: 1)
    let sigma = leverage * 0.5 / Double(equities.count).squareRoot()
    // The error of a median of log-normal numbers, and the little that a day without rebalancing makes.
    #expect(abs(Distribution(equities).quantile(0.5) / median - 1) < 4 * 1.2533 * sigma + 0.002)
  }

  /// A stop at -15% is touched within 30 days with 47.9% if watched without a pause, one at -10% with 64.6%.
  @Test(arguments: [(0.15, 0.479), (0.1, 0.646)])
  func `a stop is touched as often as the closed form says`(fall: Double, touch: Double) {
    let motion = GeometricBrownianMotion(volatility: 0.8, logDrift: 0)
    let years = 30 / 365.0
    let passage = FirstPassage(distance: -naturalLogarithm(1 - fall), drift: 0, volatility: 0.8)
    #expect(abs(passage.touchProbability(years: years) - touch) < 0.000_5)
    let outcomes = Self.outcomes(
      PriceProcess(motion), Self.model(leverage: 1.5), Strategy(stop: .price(ratio: 1 - fall)), blocks: 80,
      years: years, steps: 720)
    let share = Double(outcomes.count { $0.ending == .stopped }) / Double(outcomes.count)
    let exact = passage.watched(everyYears: years / 720).touchProbability(years: years)
    #expect(abs(share - exact) < 3 * (exact * (1 - exact) / Double(outcomes.count)).squareRoot() + 0.001)
  }

  @Test func `the fan's last moment is the end, and its first is now`() {
    let model = Self.model(leverage: 2)
    let motion = PriceProcess(GeometricBrownianMotion(volatility: 0.75, meanDrift: 0.05))
    let simulation = PositionSimulation(
      process: motion, model: model, strategy: .hold, years: 1, steps: 365, seed: 1)
    let dates = EquityFan.dates(steps: 365)
    #expect(dates.count == 61 && dates.first == 0 && dates.last == 365 && dates == Array(Set(dates)).sorted())
    let equities = simulation.equities(ofBlock: 0, atMost: 100, dates: dates)
    #expect(equities[0].allSatisfy { $0 == 1 })
    #expect(equities[60] == simulation.outcomes(ofBlock: 0, atMost: 100).map { Float($0.equity) })
    let fan = EquityFan(dates: dates, equities: equities, shares: [0.05, 0.5, 0.95])
    #expect(fan.quantiles.map(\.count) == [61, 61, 61])
    #expect(fan.quantiles[1][60] == Double(equities[60].sorted()[49]))
    for date in dates.indices {
      #expect(fan.quantiles[0][date] <= fan.quantiles[1][date] && fan.quantiles[1][date] <= fan.quantiles[2][date])
    }
    #expect(EquityFan.dates(steps: 1) == [0, 1])
  }
}
