import Behavior
import Simulation
import Testing

struct CalibrationTests {
  private static let game = LeverageGame()

  private static func interval(_ low: Double, _ high: Double) throws -> PriceInterval {
    try #require(PriceInterval(low: low, high: high))
  }

  @Test func `hits, the chance of so few, width and score`() throws {
    let narrow = try Self.interval(0.9, 1.1)
    let prices = [1, 0.9, 1.1, 0.85, 1.3]
    let calibration = Calibration(
      prices.map { Calibration.Forecast(interval: narrow, price: $0) }, in: Self.game)
    #expect(calibration.hits == 3 && calibration.expectedHits == 4.5)
    // 1 - 5 × 0.9^4 × 0.1 - 0.9^5
    #expect(abs(calibration.chanceOfSoFewHits - 0.081_46) < 1e-12)
    // ln(1.1 ÷ 0.9) ÷ (2 × 1.645 × 0.1108)
    #expect(calibration.volatilityRatio.map { rounded($0, 3) } == 0.551)
    // 0.2 + 20 × (0.05 + 0.2) ÷ 5
    #expect(try abs(#require(calibration.winklerScore) - 1.2) < 1e-12)
    // The true interval is from 0.8437 to 1.2147 and misses 1.3.
    #expect(calibration.trueWinklerScore.map { rounded($0, 3) } == 0.712)
  }

  @Test func `the true interval has the true volatility, and the median stands against outliers`() throws {
    let intervals = [Self.game.interval(confidence: 0.9), try Self.interval(0.01, 100), try Self.interval(0.99, 1.01)]
    let forecasts = intervals.map { Calibration.Forecast(interval: $0, price: 1) }
    #expect(Calibration(forecasts, in: Self.game).volatilityRatio.map { abs($0 - 1) < 1e-12 } == true)
    #expect(Calibration(forecasts.dropLast(), in: Self.game).volatilityRatio.map { $0 > 10 } == true)
  }

  @Test func `without intervals there is nothing to say`() {
    let calibration = Calibration([RoundRecord](), in: Self.game)
    #expect(calibration.hits == 0 && calibration.expectedHits == 0 && calibration.chanceOfSoFewHits == 1)
    #expect(calibration.volatilityRatio == nil && calibration.winklerScore == nil)
    #expect(calibration.trueWinklerScore == nil)
  }

  /// The share of hits over many rounds, and the score, which no other width beats.
  @Test func `whoever states the true interval is calibrated`() throws {
    let rounds = ReturnSeries(of: Self.game, count: 20_000, seed: 4).rounds
    let score = { (confidence: Double) in
      let interval = Self.game.interval(confidence: confidence)
      return Calibration(
        rounds.map { Calibration.Forecast(interval: interval, price: $0.priceRatio) }, in: Self.game)
    }
    let calibrated = score(0.9)
    #expect(abs(Double(calibrated.hits) - calibrated.expectedHits) < 4 * (20_000 * 0.09).squareRoot())
    #expect(calibrated.winklerScore == calibrated.trueWinklerScore)
    for other in [0.5, 0.8, 0.97] {
      #expect(try #require(score(other).winklerScore) > #require(calibrated.winklerScore))
    }
  }

  @Test func `intervals come from the records that have one`() throws {
    var run = GameRun(game: Self.game, seed: 1)
    try run.play(RoundChoice(leverage: 1, interval: try Self.interval(0.01, 100)))
    try run.play(RoundChoice(leverage: 1))
    try run.play(RoundChoice(leverage: 1, interval: try Self.interval(10, 100)))
    let calibration = Calibration(run.records, in: Self.game)
    #expect(calibration.forecasts.count == 2 && calibration.hits == 1)
  }

  @Test(arguments: [(0, 1), (-1, 1), (1.1, 1), (.nan, 1), (1, .infinity)] as [(Double, Double)])
  func `what is no interval`(low: Double, high: Double) {
    #expect(PriceInterval(low: low, high: high) == nil)
  }
}
