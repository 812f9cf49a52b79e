import Behavior
import Simulation
import Testing

struct SimulatedPlayerTests {
  /// Up, down, and far down with a liquidation at 2x.
  private static let run = GameRun(
    game: LeverageGame(), schedule: GameSchedule(blocks: 1, roundsPerBlock: 5),
    returns: ReturnSeries([0.1, -0.1, -0.9, 0.1, 0.1].map { RoundReturn(end: $0, lowest: $0) }))

  @Test(arguments: [
    (SimulatedPlayer.Habit.inert, [2, 1.83, 2, 2, 1.83]), (.flat, [2, 2, 2, 2, 2]),
    (.houseMoney(drift: 0.2), [2, 2.21, 1.81, 1.81, 2.21]), (.lossChasing(drift: 0.2), [2, 1.65, 1.96, 2.21, 1.79]),
  ])
  func `each habit`(habit: SimulatedPlayer.Habit, expected: [Double]) {
    let records = SimulatedPlayer(habit, leverage: 2, noise: 0).records(playing: Self.run, seed: 1)
    #expect(records.map { rounded($0.choice.leverage, 2) } == expected)
  }

  @Test func `noise follows from the seed and has its size`() {
    let player = SimulatedPlayer(.flat, leverage: 0.01, noise: 0.3)
    let records = (UInt64(0)..<2_000).flatMap { player.records(playing: Self.run, seed: $0) }
    let deviations = records.map { (naturalLogarithm($0.choice.leverage) - naturalLogarithm(0.01)) / 0.3 }
    #expect(abs(deviations.reduce(0, +)) < 4 * 100)
    #expect(abs(deviations.reduce(0) { $0 + $1 * $1 } - 10_000) < 4 * 142)
    #expect(player.records(playing: Self.run, seed: 1) == player.records(playing: Self.run, seed: 1))
  }

  @Test func `what the game refuses becomes the highest that it allows`() {
    let records = SimulatedPlayer(.flat, leverage: 100, noise: 0).records(playing: Self.run, seed: 1)
    #expect(records.count == 5)
    #expect(records.allSatisfy { $0.choice.leverage < LeverageGame().leverageLimit && $0.choice.leverage > 5.7 })
  }
}
