import Behavior
import Testing

struct ReproducibilityTests {
  /// One bit that differs anywhere, on any machine, changes the fingerprint.
  @Test func `every bit is the same on every machine`() throws {
    let game = LeverageGame()
    var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    let take = { (value: Double) in fingerprint = (fingerprint ^ value.bitPattern) &* 0x100_0000_01B3 }
    for step in 0...56 {
      let round = try game.round(at: Double(step) / 10)
      take(round.growth)
      take(round.meanReturn)
      take(round.liquidationChance)
    }
    take(game.growthOptimalRound.leverage)
    for round in ReturnSeries(of: game, count: 100, seed: 1).rounds {
      take(round.end)
      take(round.lowest)
    }
    let contrast = try #require(Contrast([1, 2.5, 4, 3.5, 1.25], less: [0.5, 2, 1.5, 1.75], seed: 1))
    take(try #require(contrast.interval).lowerBound)
    take(try #require(DetectableDrift(rounds: 20).exact))
    #expect(fingerprint == 7_380_680_476_496_822_599)
  }
}
