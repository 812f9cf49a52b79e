import FixedPoint
import Lending
import Markets
import Reports

/// Goes through the prices of a file bar by bar, while the learner acts.
struct RideCommand: Command {
  static let manual = Manual(
    "ride", group: .simulating,
    synopsis: [
      "ride FILE [from DATE] [of ASSET] [hourly | daily]", "ride next [COUNT | 3 days]", "ride until EXPRESSION",
      "ride",
      "ride show", "ride stop",
    ],
    summary: "real prices, step by step",
    details: [
      "Takes you to a date of a price file, without showing what comes. `ride next` lets one bar pass, or several: first its "
        + "time, with interest, then its prices, and keepers act as in `replay`. Between bars you may repay, unwind, borrow or "
        + "do anything else. It stops where you are liquidated or a stop order is filled.",
      "The file's close at the entry counts as today's price, and from there the price moves by the file's ratios; a price "
        + "that you set on the way lasts until the next bar. `ride show` draws what has passed. `ride stop`, or the end of the "
        + "file, compares you with having done nothing.",
      "Files and the samples `crash`, `bleed` and `rally` are those of `replay`. A saved session, a recording or a journal holds "
        + "the commands and reads the file again.",
    ],
    examples: [
      Manual.Example(
        "deposit 10 ETH; loop to 2x; ride crash from 2024-02-01; ride next; unwind to 1.7x; ride next 3 days; ride stop",
        shows: "through a crash, step by step"),
      Manual.Example(
        "deposit 10 ETH; loop to 2.5x; ride crash; ride until hf < 1.3; unwind to 1.5x; ride next 10 days; ride show",
        shows: "to act when it gets close"),
      Manual.Example("ride next", shows: "there is no ride"),
    ])

  static let fileArgument: FileArgument? = FileArgument(ending: ".csv", what: "a price file")

  enum Step: Equatable, Sendable {
    case bars(Int)
    case seconds(Int)
    case until(Expression, String)
  }

  enum Action: Equatable, Sendable {
    case start(HistoryTerms)
    case next(Step)
    case status
    case show
    case stop
  }

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> RideCommand {
    if arguments.isAtEnd { return RideCommand(action: .status) }
    if arguments.keyword("next") { return RideCommand(action: .next(try step(&arguments))) }
    if arguments.keyword("until") {
      arguments.scanner.skipBlanks()
      let start = arguments.scanner.position
      let expression = try arguments.expression()
      return RideCommand(
        action: .next(.until(expression, arguments.scanner.text(start..<arguments.scanner.position))))
    }
    var ahead = arguments
    for (word, action) in [("show", Action.show), ("stop", .stop)] where ahead.keyword(word) && ahead.isAtEnd {
      arguments = ahead
      return RideCommand(action: action)
    }
    var terms = try arguments.historyTerms()
    while !arguments.isAtEnd {
      guard try arguments.term(of: &terms) else {
        throw arguments.unknownWord(among: ArgumentReader.historyWords)
      }
    }
    guard terms.seconds == nil else {
      throw CommandError(
        .syntax, "a ride goes on as long as you do, so it has no `for`", at: terms.secondsRange, try: ["ride stop"])
    }
    return RideCommand(action: .start(terms))
  }

  /// What follows `next`: nothing, a number of bars, or a time.
  private static func step(_ arguments: inout ArgumentReader) throws(CommandError) -> Step {
    guard !arguments.isAtEnd else { return .bars(1) }
    var ahead = arguments
    if let count = try? ahead.wholeNumber("the number of bars", in: 1...PriceFile.barLimit) {
      if ahead.isAtEnd || ahead.keyword("bars") || ahead.keyword("bar") {
        arguments = ahead
        return .bars(count)
      }
    }
    var withoutUnit = arguments
    if let count = try withoutUnit.wholeNumber("the number of bars", in: 1...PriceFile.barLimit), withoutUnit.isAtEnd {
      arguments = withoutUnit
      return .bars(count)
    }
    return .seconds(Int(try arguments.duration()))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.first?.lowercased() {
    case nil:
      let isRiding = session.world.riding.ride != nil
      return isRiding
        ? [
          Candidate("next", "let a bar pass"), Candidate("until", "something is true"),
          Candidate("show", "what has passed"), Candidate("stop", "end the ride"),
        ] : HistoryTerms.samples
    case "next": return words.count == 1 ? [Candidate("3", "bars, or days")] : [Candidate("days", "a unit of time")]
    case "until": return Print.candidates(after: [], in: session)
    case "show", "stop": return []
    default: return HistoryTerms.candidates(after: words, in: session).filter { $0.text != "for" }
    }
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    switch action {
    case .start(let terms): return try start(terms, in: &session)
    case .next(let step):
      let surroundings = session.surroundings
      let ride = try ride(in: session.world)
      guard !ride.isAtEnd else {
        throw CommandError(.refused, "\(ride.track.name) ends here", try: ["ride show", "ride stop"])
      }
      // Keepers and a stop have acted at every price of the way.
      return try session.change(keepersWait: true) { (world) throws(CommandError) in
        try go(step, in: &world, surroundings)
      }
    case .status: return RideReport(ride: try ride(in: session.world), world: session.world).status
    case .show: return RideReport(ride: try ride(in: session.world), world: session.world).charts
    case .stop:
      let ride = try ride(in: session.world)
      let report = RideReport(ride: ride, world: session.world).debrief
      return try session.change { (world) throws(CommandError) in
        world.riding = .none
        return report
      }
    }
  }

  private func ride(in world: World) throws(CommandError) -> Ride {
    guard let ride = world.riding.ride else {
      throw CommandError(.refused, "there is no ride", try: ["ride crash", "ride prices.csv"])
    }
    return ride
  }

  private func start(_ terms: HistoryTerms, in session: inout Session) throws(CommandError) -> Report {
    if let ride = session.world.riding.ride {
      throw CommandError(
        .refused, "you are on a ride through \(ride.track.name) already", try: ["ride next", "ride stop"])
    }
    let history = try terms.history(in: session)
    let entry = try terms.entry(in: history)
    return try session.change { (world) throws(CommandError) in
      let track = PriceTrack(terms.name, history, of: terms.symbol(in: world), from: entry, in: world)
      let ride = Ride(track, in: world)
      world.riding = .on(ride)
      return RideReport(ride: ride, world: world).opening
    }
  }

  private func go(
    _ step: Step, in world: inout World, _ surroundings: Surroundings
  ) throws(CommandError) -> Report {
    let first = try ride(in: world)
    let limit: Int
    switch step {
    case .bars(let count): limit = min(count, first.track.last - first.bar)
    case .seconds(let seconds): limit = min(first.track.history.bars(in: seconds), first.track.last - first.bar)
    case .until: limit = first.track.last - first.bar
    }
    guard limit <= Replay.mostBars else {
      throw CommandError(
        .limit,
        "\(Display.grouped(String(limit))) bars would take about \(limit / Replay.barsPerSecond) seconds, and a step has at "
          + "most \(Display.grouped(String(Replay.mostBars)))",
        try: ["ride next \(Replay.mostBars)"])
    }
    if case .until(let expression, let text) = step, try Self.holds(expression, text, in: world) {
      throw CommandError(.refused, "`\(text)` is true already")
    }
    var bars = RideSteps(from: first, in: world)
    try surroundings.watch("riding", total: limit, unit: "bars") { (goesOn) throws(CommandError) in
      for done in 0..<limit {
        guard goesOn(done) else { throw CommandError(.limit, "stopped; nothing was changed") }
        let passed = try world.rideOn()
        bars.add(passed, in: world)
        if !passed.liquidations.isEmpty || passed.stops.contains(where: \.isFilled) { break }
        if case .until(let expression, let text) = step, try Self.holds(expression, text, in: world) { break }
      }
    }
    let now = try ride(in: world)
    var report = RideReport(ride: now, world: world).step(bars)
    if now.isAtEnd {
      report.append(.paragraph("\(now.track.name, .strong) ends here. `\("ride stop", .command)` ends the ride."))
      report.append(RideReport(ride: now, world: world).debrief)
    }
    return report
  }

  private static func holds(_ expression: Expression, _ text: String, in world: World) throws(CommandError) -> Bool {
    try Check(expression: expression, text: text).refusal(in: world, asker: "ride until") == nil
  }
}
