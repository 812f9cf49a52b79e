import Behavior
import FixedPoint
import Simulation

/// A game in which a learner measures himself: rounds with a leverage of his own, in two parts of two blocks.
struct Experiment: Equatable, Sendable {
  let terms: ExperimentTerms
  /// The part whose returns come as they were drawn, and the part that has them backwards.
  private(set) var runs: [GameRun]
  private(set) var plan: ExperimentPlan?
  private(set) var rule: ExperimentRule?
  /// The commands that lead here.
  private(set) var commands: [String]
  /// Whether the last round of a block that is paid out was paid out.
  private(set) var isPaidOut = false
  /// How many rounds were played when their weeks had been seen already, in a round that was taken back or in another game.
  private(set) var roundsSeenBefore = 0

  init(_ terms: ExperimentTerms) {
    self.terms = terms
    commands = [terms.command]
    runs = GameSchedule.Part.allCases.map { terms.run($0) }
  }

  /// 0 for the first part, 1 for the second.
  var part: Int { runs[0].isOver ? 1 : 0 }

  var run: GameRun { runs[part] }

  var records: [RoundRecord] { runs.flatMap(\.records) }

  /// The records that are compared: without rounds in which the player stayed out as planned.
  var comparedRecords: [RoundRecord] { plan?.withoutPlannedExits(self) ?? records }

  /// Of all rounds; 0 before the first.
  var meanLeverage: Double {
    records.reduce(0) { $0 + $1.choice.leverage } / Double(max(1, records.count))
  }

  /// Rounds played in both parts.
  var roundsPlayed: Int { runs.reduce(0) { $0 + $1.round } }

  var isOver: Bool { runs.allSatisfy(\.isOver) }

  /// The price of ETH before the next round, in dollars.
  var price: Double { Self.price(after: run.records) }

  static func price(after records: [RoundRecord]) -> Double {
    ExperimentTerms.startingPrice * exponential(records.reduce(0) { $0 + $1.roundReturn.end })
  }

  /// Whether the next round begins a block.
  var beginsBlock: Bool { terms.schedule.startsBlock(round: run.round) }

  /// Whether the results of the block of the next round are paid out between rounds.
  var isSettledBlock: Bool { terms.schedule.isSettled(round: run.round, in: run.part) }

  /// Whether the last round has to be paid out before the next.
  var awaitsSettlement: Bool { isSettledBlock && !beginsBlock && !isPaidOut }

  /// What the player has before the next round, in dollars.
  var equity: Double { ExperimentTerms.stake * (beginsBlock ? 1 : run.equity) }

  mutating func write(_ plan: ExperimentPlan) {
    self.plan = plan
    commands.append(plan.command)
  }

  mutating func write(_ rule: ExperimentRule) {
    self.rule = rule
    commands.append(rule.command)
  }

  /// Plays a round, as a command says it; throws what the game refuses.
  mutating func play(_ round: RoundCommand) throws(LeverageGameError) -> RoundOutcome {
    let price = price
    let interval = round.interval.flatMap {
      PriceInterval(low: $0.low.doubleValue / price, high: $0.high.doubleValue / price)
    }
    let outcome = try runs[part].play(
      RoundChoice(
        leverage: round.leverage.doubleValue, statedChance: round.odds?.doubleValue, interval: interval))
    isPaidOut = false
    commands.append(round.command)
    return outcome
  }

  mutating func noteSeenBefore() { roundsSeenBefore += 1 }

  mutating func settle() {
    isPaidOut = true
    commands.append(SettleCommand.manual.name)
  }
}
