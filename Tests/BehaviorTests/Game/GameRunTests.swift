import Behavior
import Testing

struct GameRunTests {
  private static let game = LeverageGame()
  private static let schedule = GameSchedule(blocks: 2, roundsPerBlock: 3)
  /// Up, down, far down with a liquidation at 3x, and the same again.
  private static let returns = ReturnSeries(
    [0.1, -0.1, -0.3, 0.1, -0.1, -0.3].map { RoundReturn(end: $0, lowest: $0) })

  @Test func `each choice makes a record, and a block begins anew`() throws {
    var run = GameRun(game: Self.game, schedule: Self.schedule, returns: Self.returns)
    var equities: [Double] = []
    while !run.isOver {
      try run.play(RoundChoice(leverage: 3, statedChance: 0.1))
      equities.append(rounded(run.equity, 3))
    }
    // 1 + 3 (e^0.1 - 1), times 1 + 3 (e^-0.1 - 1), times what a liquidation leaves.
    #expect(equities == [1.316, 0.94, 0.305, 1.316, 0.94, 0.305])
    #expect(run.records.map { $0.previous?.result } == [nil, .win, .loss, nil, .win, .loss])
    #expect(run.records.map { $0.previous?.isSettled } == [nil, false, false, nil, false, false])
    #expect(
      run.records.map { $0.passiveLeverage.map { rounded($0, 2) } } == [nil, 2.52, 3.8, nil, 2.52, 3.8])
    #expect(run.records.map(\.roundReturn) == Self.returns.rounds)
    #expect(run.records.allSatisfy { $0.bufferSigmas.map { rounded($0, 2) } == 1.92 })
    #expect(run.records.allSatisfy { rounded(100 * $0.formulaChance, 1) == 4.4 && $0.choice.statedChance == 0.1 })
    #expect(throws: LeverageGameError.gameIsOver) { try run.play(RoundChoice(leverage: 1)) }
  }

  @Test func `after a liquidation the block goes on without a position`() throws {
    let returns = ReturnSeries([-0.3, 0.1, 0.1].map { RoundReturn(end: $0, lowest: $0) })
    var run = GameRun(game: Self.game, schedule: Self.schedule, returns: returns)
    #expect(try run.play(RoundChoice(leverage: 3)).isLiquidated)
    #expect(run.passiveLeverage == nil && run.previous == PreviousResult(result: .loss, isSettled: false))
    try run.play(RoundChoice(leverage: 0))
    #expect(run.passiveLeverage == 0 && run.previous == nil && run.records[1].previous?.result == .loss)
    try run.play(RoundChoice(leverage: 1))
    #expect(run.isOver)
  }

  @Test func `what cannot be played changes nothing`() throws {
    var run = GameRun(game: Self.game, schedule: Self.schedule, returns: Self.returns)
    try run.play(RoundChoice(leverage: 2))
    let before = run
    #expect(throws: LeverageGameError.notALeverage(-1)) { try run.play(RoundChoice(leverage: -1)) }
    #expect(run == before)
  }

  @Test func `the second part has the same returns backwards and pays out every second block`() throws {
    let forwards = GameRun(game: Self.game, seed: 9)
    var backwards = GameRun(game: Self.game, part: .backwards, seed: 9)
    #expect(forwards.returns.rounds.count == 20 && backwards.returns == forwards.returns.reversed)
    while !backwards.isOver { try backwards.play(RoundChoice(leverage: 1)) }
    // At 1x nobody is liquidated: only a block begins without a position.
    #expect(backwards.records.indices.filter { backwards.records[$0].passiveLeverage == nil } == [0, 10])
    let settled = backwards.records.map { $0.previous?.isSettled }
    #expect(settled == [nil] + .init(repeating: false, count: 9) + [nil] + .init(repeating: true, count: 9))
  }
}
