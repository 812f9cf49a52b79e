import Behavior
import Simulation
import Testing

struct DriftMeasuresTests {
  private static let game = LeverageGame()

  @Test func `raw and active drift`() throws {
    let measures = DriftMeasures(
      [
        RoundRecord.example(9, passive: nil, after: nil), RoundRecord.example(2, passive: 1.6, after: .win),
        RoundRecord.example(3, passive: 2, after: .win), RoundRecord.example(1.5, passive: 1.8, after: .loss),
        // After a liquidation, and in the first round of the next block.
        RoundRecord.example(5, passive: nil, after: .loss), RoundRecord.example(5, passive: nil, after: nil),
      ], seed: 1)
    let raw = try #require(measures.rawDrift)
    #expect(raw.counts == (2, 2))
    #expect(abs(raw.value - (naturalLogarithm(6) / 2 - naturalLogarithm(7.5) / 2)) < 1e-15)
    let active = try #require(measures.activeDrift)
    #expect(active.counts == (2, 1))
    #expect(abs(active.value - (naturalLogarithm(1.25 * 1.5) / 2 - naturalLogarithm(1.5 / 1.8))) < 1e-15)
    #expect(measures.bufferDrift == nil && measures.perceptionLead == nil && measures.paperDrift == nil)
  }

  @Test func `no leverage counts as a tenth`() throws {
    let measures = DriftMeasures(
      [RoundRecord.example(1, passive: 0, after: .win), RoundRecord.example(0, passive: 0, after: .loss)], seed: 1)
    #expect(abs(try #require(measures.rawDrift).value - naturalLogarithm(10)) < 1e-15)
    #expect(abs(try #require(measures.activeDrift).value - naturalLogarithm(10)) < 1e-15)
  }

  @Test func `the buffer after losses less that after wins`() throws {
    let measures = DriftMeasures(
      [
        RoundRecord.example(2, after: .loss, sigmas: 4.5), RoundRecord.example(2, after: .win, sigmas: 3),
        RoundRecord.example(1, after: .win, sigmas: nil),
        RoundRecord.example(2, passive: nil, after: .loss, sigmas: 5.5),
      ], seed: 1)
    #expect(try #require(measures.bufferDrift).value == 2 && measures.bufferDrift?.counts.first == 2)
  }

  @Test func `losses on paper and paid out`() throws {
    let measures = DriftMeasures(
      [
        RoundRecord.example(2, after: .loss), RoundRecord.example(1, after: .loss, settled: true),
        RoundRecord.example(3, after: .win, settled: true),
      ], seed: 1)
    #expect(abs(try #require(measures.paperDrift).value - naturalLogarithm(2)) < 1e-15)
  }

  /// Stated odds that halve after a win while the formula's stay: -ln 2.
  @Test func `the lead of perception`() throws {
    let measures = DriftMeasures(
      [
        RoundRecord.example(2, after: nil, stated: 1 / 3.0), RoundRecord.example(2, after: .win, stated: 0.2),
        RoundRecord.example(2, after: .loss, stated: 0.5), RoundRecord.example(2, after: .win),
        RoundRecord.example(2, after: .win, stated: 0.4),
      ], seed: 1)
    let lead = try #require(measures.perceptionLead)
    #expect(lead.counts == (1, nil) && abs(lead.value + naturalLogarithm(2)) < 1e-14)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `who states the formula has no lead, whatever he does`(seed: UInt64) throws {
    var run = GameRun(game: Self.game, seed: seed)
    while !run.isOver {
      let leverage = 1.5 + 0.15 * Double(run.round % 9)
      let chance = try Self.game.round(at: leverage).liquidationChance
      try run.play(RoundChoice(leverage: leverage, statedChance: chance))
    }
    let lead = try #require(DriftMeasures(run.records, seed: 1).perceptionLead)
    #expect(lead.value == 0 && lead.interval == 0...0 && lead.probability == 1)
  }

  @Test func `the flat player has no raw drift, the inert one no active drift`() throws {
    for seed in UInt64(0)..<20 {
      let run = GameRun(game: Self.game, seed: seed)
      let measure = { (habit: SimulatedPlayer.Habit) in
        DriftMeasures(SimulatedPlayer(habit, leverage: 2, noise: 0).records(playing: run, seed: 0), seed: 0)
      }
      let (flat, inert) = (measure(.flat), measure(.inert))
      #expect(
        flat.rawDrift.map { abs($0.value) < 1e-12 } != false && flat.bufferDrift.map { abs($0.value) < 1e-12 } != false)
      #expect(flat.activeDrift.map { $0.value > 0 } != false)
      #expect(inert.activeDrift.map { abs($0.value) < 1e-12 } != false)
    }
  }
}
