import Behavior

extension GameRun {
  /// The same part on the same returns, before its first round.
  var begunAnew: GameRun { GameRun(game: game, schedule: schedule, part: part, returns: returns) }

  /// Plays a round of a replay. Only a leverage that grew by itself, close to liquidation, can be refused: then the position is
  /// closed.
  mutating func replay(leverage: Double) {
    if (try? play(RoundChoice(leverage: leverage))) == nil { _ = try? play(RoundChoice(leverage: 0)) }
  }

  /// What each round that was played began with, as a multiple of its block's stake, and what it left.
  var equities: [(before: Double, after: Double)] {
    var equity = 1.0
    return records.enumerated().map { number, record in
      let before = schedule.startsBlock(round: number) ? 1 : equity
      equity = before * (record.outcome(in: game)?.equityMultiple ?? 1)
      return (before, equity)
    }
  }
}

extension RoundRecord {
  /// What the round made of its leverage.
  func outcome(in game: LeverageGame) -> RoundOutcome? {
    (try? game.round(at: choice.leverage)).map { RoundOutcome(of: $0, at: roundReturn) }
  }
}
