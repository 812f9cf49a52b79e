/// A part of the game while it is played: each choice makes the next record.
public struct GameRun: Hashable, Sendable {
  public let game: LeverageGame
  public let schedule: GameSchedule
  public let part: GameSchedule.Part
  /// One return for each round of the schedule; a game with fewer is over earlier.
  public let returns: ReturnSeries
  /// One for each round that was played.
  public private(set) var records: [RoundRecord] = []
  /// What the rounds of the block that was played last left of 1.
  public private(set) var equity = 1.0
  /// The leverage of the position if nothing is done; nil in the first round of a block and after a liquidation. Where
  /// results are paid out it is that of the position as it would be without.
  public private(set) var passiveLeverage: Double?
  /// How the round before ended; nil in the first round of a block and after a round that neither won nor lost.
  public private(set) var previous: PreviousResult?

  public init(
    game: LeverageGame, schedule: GameSchedule = GameSchedule(), part: GameSchedule.Part = .forwards,
    returns: ReturnSeries
  ) {
    self.game = game
    self.schedule = schedule
    self.part = part
    self.returns = returns
  }

  /// The part of a game whose returns follow from a seed.
  public init(
    game: LeverageGame, schedule: GameSchedule = GameSchedule(), part: GameSchedule.Part = .forwards, seed: UInt64
  ) {
    self.init(
      game: game, schedule: schedule, part: part, returns: schedule.returns(of: game, in: part, seed: seed))
  }

  /// The number of the next round; the first is 0.
  public var round: Int { records.count }

  public var isOver: Bool { round >= min(schedule.rounds, returns.rounds.count) }

  /// Plays the next round. Throws, and changes nothing, when the leverage cannot be played or the game is over.
  @discardableResult
  public mutating func play(_ choice: RoundChoice) throws(LeverageGameError) -> RoundOutcome {
    guard !isOver else { throw .gameIsOver }
    let leveraged = try game.round(at: choice.leverage)
    let roundReturn = returns.rounds[round]
    let outcome = RoundOutcome(of: leveraged, at: roundReturn)
    let isSettled = schedule.isSettled(round: round, in: part)
    let startsBlock = schedule.startsBlock(round: round)
    records.append(
      RoundRecord(
        choice: choice, passiveLeverage: passiveLeverage, previous: previous,
        formulaChance: leveraged.liquidationChance, bufferSigmas: leveraged.bufferSigmas, roundReturn: roundReturn))
    equity = (startsBlock ? 1 : equity) * outcome.equityMultiple
    // The round that comes now may begin a block, which knows of none before.
    let goesOn = !schedule.startsBlock(round: round)
    passiveLeverage = goesOn ? outcome.passiveLeverage : nil
    previous = goesOn ? outcome.result.map { PreviousResult(result: $0, isSettled: isSettled) } : nil
    return outcome
  }
}
