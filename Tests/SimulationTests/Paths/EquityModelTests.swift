import Testing

@testable import Simulation

struct EquityModelTests {
  /// A loop at 2x for a year, with an equity of 1 at the start and a penalty of 5%.
  private static let loop = LeveragedLoop(
    leverage: 2, liquidationThreshold: 0.83, borrowRate: 0.05, supplyRate: 0.02)
  private static let model = EquityModel(
    items: [
      EquityModel.Item(value: 2, rate: 0.02, followsPrice: true),
      EquityModel.Item(value: -1, rate: 0.05, followsPrice: false),
    ], penalty: 0.05, levelGrowth: 0.03, isRise: false)
  private static let process = GeometricBrownianMotion(volatility: 0.75, meanDrift: 0.05)
  private static let simulation = PathSimulation(
    passage: loop.liquidation(by: process), years: 1, steps: 365, seed: 5)

  /// The quantiles that another program, written in C with other random numbers, finds for the same work.
  @Test func `the quantiles are those of an independent program`() throws {
    let outcomes = Self.simulation.outcomes(of: 40_000)
    let equity = Distribution(outcomes.map { Self.model.equity(after: $0, years: 1, steps: 365) })
    #expect(abs(equity.quantile(0.05) - 0.0936) < 0.002)
    #expect(abs(equity.quantile(0.5) - 0.1518) < 0.002)
    #expect(abs(equity.quantile(0.95) - 4.40) < 0.15)
  }

  /// The mean equity of the paths that live, against the closed form of a price that is watched without a pause; looking only
  /// once a day spares some, which the closed form's neighbour at a level a little farther away corrects.
  @Test func `the mean of the survivors is near the closed form`() throws {
    let outcomes = Self.simulation.outcomes(of: 40_000)
    let living = outcomes.filter { $0.crossingStep == 0 }
    let sum = living.reduce(0) { $0 + Self.model.equity(after: $1, years: 1, steps: 365) }
    let alive = Self.loop.liquidation(by: Self.process).survivalProbability(years: 1)
    let collateral = Self.loop.survivingCollateral(by: Self.process, years: 1)
    let expected = exponential(0.05) * (2 * collateral - alive)
    #expect(abs(sum / 40_000 - expected) < 0.04)
  }

  @Test func `a path without a move pays its interest`() {
    let still = PathOutcome(last: -0.03, lowest: -0.03, crossing: 0, crossingStep: 0)
    let equity = Self.model.equity(after: still, years: 1, steps: 365)
    #expect(abs(equity - (2 * exponential(0.02) - exponential(0.05))) < 1e-12)
  }

  @Test func `a liquidation takes the penalty and never more than all`() {
    let half = PathOutcome(last: 1, lowest: -0.55, crossing: -0.55, crossingStep: 365)
    let equity = Self.model.equity(after: half, years: 1, steps: 365)
    #expect(abs(equity - (2 * exponential(0.05 - 0.55) - 1.05 * exponential(0.05))) < 1e-12)
    let gap = PathOutcome(last: 1, lowest: -2, crossing: -2, crossingStep: 1)
    #expect(Self.model.equity(after: gap, years: 1, steps: 365) == 0)
  }

  @Test func `a short gains when the price falls`() {
    let short = EquityModel(
      items: [
        EquityModel.Item(value: 2, rate: 0, followsPrice: false),
        EquityModel.Item(value: -1, rate: 0, followsPrice: true),
      ], penalty: 0.05, levelGrowth: 0, isRise: true)
    let outcome = PathOutcome(last: 0.5, lowest: 0, crossing: 0, crossingStep: 0)
    #expect(abs(short.equity(after: outcome, years: 1, steps: 365) - (2 - exponential(-0.5))) < 1e-12)
  }
}
