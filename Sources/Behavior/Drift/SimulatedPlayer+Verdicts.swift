extension SimulatedPlayer {
  /// How many of so many such players get each verdict, when each plays a game of his own.
  ///
  /// Parts follow each other in one list of records, so that both parts give a verdict on twice the rounds.
  public func verdicts(
    players: Int, game: LeverageGame, schedule: GameSchedule = GameSchedule(), parts: [GameSchedule.Part], seed: UInt64
  ) -> [Verdict: Int] {
    var random = RandomNumbers(seed: seed)
    var counts: [Verdict: Int] = [:]
    for _ in 0..<players {
      let returns = random.word()
      let played = parts.flatMap { part in
        records(
          playing: GameRun(game: game, schedule: schedule, part: part, seed: returns), seed: random.word())
      }
      counts[Verdict(DriftMeasures(played, seed: random.word())), default: 0] += 1
    }
    return counts
  }
}
