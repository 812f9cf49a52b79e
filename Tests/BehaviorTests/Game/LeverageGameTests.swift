import Behavior
import Simulation
import Testing

struct LeverageGameTests {
  private static let game = LeverageGame()

  /// A week is 7 of 365 days: with 1/52 of a year the chance at 3x would be 83.5% and the multiple 0.57.
  @Test func `the length of a round`() {
    #expect(abs(Self.game.roundLength - 7.0 / 365) < 1e-17)
    #expect(abs(Self.game.sigma - 0.8 * (7.0 / 365).squareRoot()) < 1e-16)
    #expect(abs(Self.game.meanLogReturn - 0.64 * 7 / 365) < 1e-16)
  }

  /// Against quadrature with 30 digits. The lesson's 1.50x and 2.95x are the best of steps of 0.05.
  @Test func `the best leverage for growth and the one for the mean`() throws {
    #expect(abs(Self.game.growthOptimalRound.leverage - 1.490_722_284) < 1e-7)
    #expect(abs(Self.game.bestMeanRound.leverage - 2.964_592_196) < 1e-6)
    let steps = (0...114).map { Double($0) * 0.05 }
    let rounds = try steps.map { try Self.game.round(at: $0) }
    #expect(rounds.max { $0.growth < $1.growth }.map { rounded($0.leverage, 2) } == 1.5)
    #expect(rounds.max { $0.meanReturn < $1.meanReturn }.map { rounded($0.leverage, 2) } == 2.95)
  }

  /// Kelly's leverage is drift ÷ volatility² where it is never rebalanced too late: 1.5 in the limit of short rounds.
  @Test func `short rounds lead to Kelly`() {
    #expect(abs(LeverageGame(roundsPerYear: 100_000).growthOptimalRound.leverage - 1.5) < 1e-4)
    #expect(abs(LeverageGame(drift: 0.4, roundsPerYear: 100_000).growthOptimalRound.leverage - 0.625) < 1e-4)
  }

  @Test func `the share of the best growth`() throws {
    #expect(try Self.game.shareOfBestGrowth(at: Self.game.growthOptimalRound.leverage) == 1)
    #expect(try Self.game.shareOfBestGrowth(at: 1.5).map { rounded($0, 4) } == 1)
    #expect(try Self.game.shareOfBestGrowth(at: 0) == 0)
    #expect(try Self.game.shareOfBestGrowth(at: 4).map { rounded($0, 2) } == -8.14)
    let falling = LeverageGame(drift: -0.1)
    #expect(falling.growthOptimalRound.leverage == 0 && falling.bestMeanRound.leverage == 0)
    #expect(try falling.shareOfBestGrowth(at: 1) == nil)
  }

  @Test func `the true interval of nine in ten`() {
    let interval = Self.game.interval(confidence: 0.9)
    #expect(rounded(100 * interval.low - 100, 1) == -15.6)
    #expect(rounded(100 * interval.high - 100, 1) == 21.5)
  }

  @Test func `a short position is none of this game`() {
    #expect(throws: LeverageGameError.notALeverage(-0.1)) { try Self.game.round(at: -0.1) }
  }

  @Test(arguments: [1 / (1 - 0.825), 7, .infinity])
  func `what would be liquidated at once`(leverage: Double) {
    #expect(throws: LeverageGameError.liquidatedAtOnce(leverage: leverage, limit: 1 / (1 - 0.825))) {
      try Self.game.round(at: leverage)
    }
  }

  @Test func `no number is no leverage`() {
    #expect(throws: LeverageGameError.self) { try Self.game.round(at: .nan) }
  }

  @Test func `the best leverage is one that may be chosen`() {
    let calm = LeverageGame(volatility: 0.05, drift: 0.1, maximumLeverage: 5)
    #expect(calm.growthOptimalRound.leverage == 5 && calm.bestMeanRound.leverage == 5)
    #expect(LeverageGame(volatility: 0.05, drift: 0.1).growthOptimalRound.leverage > 5)
  }

  @Test(arguments: [0.2, 0.8])
  func `without drift nothing is best`(volatility: Double) {
    let fair = LeverageGame(volatility: volatility, drift: 0)
    #expect(fair.bestMeanRound.leverage == 0 && fair.growthOptimalRound.leverage == 0)
  }
}
