import Behavior
import Simulation
import Testing

struct RoundOutcomeTests {
  private static let game = LeverageGame()

  private static func outcome(leverage: Double, change: Double, lowest: Double = 0) throws -> RoundOutcome {
    RoundOutcome(
      of: try game.round(at: leverage),
      at: RoundReturn(end: naturalLogarithm(1 + change), lowest: naturalLogarithm(1 + lowest)))
  }

  @Test(arguments: [(2, 0.1, 1.2, 1.83), (2, -0.1, 0.8, 2.25), (1, 0.1, 1.1, 1), (0.5, 0.2, 1.1, 0.55), (0, 0.3, 1, 0)])
  func `the leverage of who does nothing`(leverage: Double, change: Double, equity: Double, passive: Double) throws {
    let outcome = try Self.outcome(leverage: leverage, change: change)
    #expect(abs(outcome.equityMultiple - equity) < 1e-14 && !outcome.isLiquidated)
    #expect(outcome.passiveLeverage.map { rounded($0, 2) } == rounded(passive, 2))
  }

  @Test func `a touch on the way closes the position even if the price comes back`() throws {
    // 2x is liquidated at a fall of 39.39%.
    let touched = try Self.outcome(leverage: 2, change: 0.1, lowest: -0.394)
    #expect(touched.isLiquidated && touched.passiveLeverage == nil && touched.result == .loss)
    #expect(touched.equityMultiple == (try Self.game.round(at: 2)).liquidatedEquity)
    let missed = try Self.outcome(leverage: 2, change: 0.1, lowest: -0.3939)
    #expect(!missed.isLiquidated && missed.result == .win)
  }

  @Test func `a win, a loss, and neither`() throws {
    #expect(try Self.outcome(leverage: 2, change: 0.01).result == .win)
    #expect(try Self.outcome(leverage: 2, change: -0.01).result == .loss)
    #expect(try Self.outcome(leverage: 0, change: -0.01).result == nil)
  }

  /// Means over many drawn rounds are those that quadrature expects, within four standard errors.
  @Test(arguments: [1, 1.5, 2.5, 3, 4, 5])
  func `drawn rounds have the expected growth, mean and chance`(leverage: Double) throws {
    let round = try Self.game.round(at: leverage)
    let outcomes = ReturnSeries(of: Self.game, count: 100_000, seed: 3).rounds.map { RoundOutcome(of: round, at: $0) }
    let expectations: [((RoundOutcome) -> Double, Double)] = [
      ({ naturalLogarithm($0.equityMultiple) }, round.growth),
      ({ $0.equityMultiple }, 1 + round.meanReturn),
      ({ $0.isLiquidated ? 1 : 0 }, round.liquidationChance),
    ]
    for (value, expected) in expectations {
      let values = outcomes.map(value)
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      #expect(abs(mean - expected) <= 4 * (variance / Double(values.count)).squareRoot() + 1e-12)
    }
  }
}
