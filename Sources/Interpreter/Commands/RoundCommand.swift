import Behavior
import FixedPoint
import Reports

/// Plays a round of an experiment.
struct RoundCommand: WorldCommand {
  static let manual = Manual(
    "round", group: .measuring, synopsis: ["round MULTIPLE [odds PERCENT] [interval PRICE PRICE]"],
    summary: "play a round",
    details: [
      "You choose the leverage of this week anew, from `0x` (no position) to `5x`; there is no default. `odds` is how likely you "
        + "think a liquidation in this round is. `interval` are two prices between which you are 90% sure that the week ends. Both "
        + "may be left out; only what is said can be compared later."
    ],
    examples: [
      Manual.Example("experiment start seed 7; round 2x odds 5% interval 1700 2400", shows: "the first round"),
      Manual.Example("experiment start; round", shows: "that there is no default"),
      Manual.Example("experiment start; round 6x", shows: "a limit"),
    ])

  let leverage: Rational
  let odds: Rational?
  let interval: Interval?

  /// In dollars.
  struct Interval: Equatable, Sendable {
    var low: Rational
    var high: Rational
  }

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> RoundCommand {
    guard !arguments.isAtEnd else {
      throw arguments.errorHere("a leverage is missing: there is no default", try: ["round 2x", "round 0x"])
    }
    let leverage = try arguments.gameLeverage("the leverage")
    var (odds, interval) = (Rational?.none, Interval?.none)
    while !arguments.isAtEnd {
      if arguments.keyword("odds") {
        odds = try arguments.chance("the odds")
      } else if arguments.keyword("interval") {
        interval = try arguments.interval()
      } else {
        throw arguments.unknownWord(among: ["odds", "interval"])
      }
    }
    return RoundCommand(leverage: leverage, odds: odds, interval: interval)
  }

  var showsTheFuture: Bool { true }

  /// As it can be typed.
  var command: String {
    let odds = odds.map { " odds \(Display.typedPercent($0))" } ?? ""
    let interval = interval.map { " interval \(Display.plain($0.low)) \(Display.plain($0.high))" } ?? ""
    return "round \(Display.chosen(leverage))" + odds + interval
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.last?.lowercased() {
    case nil: []
    case "odds": [Candidate("5%", "of a liquidation in this round")]
    case "interval": [Candidate("1800", "the lower price")]
    default:
      [
        Candidate("odds", "how likely a liquidation is"), Candidate("interval", "two prices, 90% sure"),
      ].filter { !words.contains($0.text) }
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    var experiment = try world.experimentAtHand()
    guard !experiment.isOver else {
      throw CommandError(
        .refused, "all \(experiment.roundsPlayed) rounds are played", try: ["experiment report", "experiment start"])
    }
    guard !experiment.awaitsSettlement else {
      throw CommandError(.refused, "in this block the last round has to be paid out first", try: ["settle"])
    }
    let before = experiment
    let outcome: RoundOutcome
    do throws(LeverageGameError) {
      outcome = try experiment.play(self)
    } catch {
      throw CommandError(.refused, "a leverage of \(Display.plain(leverage))x cannot be played here")
    }
    world.experiment = experiment
    return RoundReport(before: before, after: experiment, choice: self, outcome: outcome).report
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let before = try session.world.experimentAtHand()
    let isSeen = before.roundsPlayed < session.seenRounds[before.terms] ?? 0
    let report = try session.change(keepersWait: true) { (world) throws(CommandError) in
      var report = try run(on: &world)
      if isSeen {
        world.experiment?.noteSeenBefore()
        report.append(.note("You had seen this week before; `\("experiment report", .command)` counts such rounds."))
      }
      return report
    }
    session.noteSeenRounds()
    return report
  }
}

extension ArgumentReader {
  /// Two prices, the lower one first.
  fileprivate mutating func interval() throws(CommandError) -> RoundCommand.Interval {
    let low = try dollarPrice("the lower price")
    _ = keyword("to")
    let high = try dollarPrice("the upper price")
    guard low <= high else { throw error("the lower price stands first", try: []) }
    return RoundCommand.Interval(low: low, high: high)
  }

  private mutating func dollarPrice(_ what: String) throws(CommandError) -> Rational {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("\(what) is in dollars and above zero, such as `1800`") }
    guard let literal = try number() else { throw expected("\(what), such as `1800`,") }
    guard literal.unit == .none, literal.value > 0, literal.value < 1_000_000_000_000 else {
      throw error("\(what) is a price in dollars above zero")
    }
    return literal.value
  }
}
