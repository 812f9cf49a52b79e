import FixedPoint
import Lending
import Markets
import Reports
import Simulation

/// Holds the position through the prices of a file, or every leverage from every entry.
struct Replay: Inquiry {
  static let manual = Manual(
    "replay", group: .simulating,
    synopsis: [
      "replay FILE [from DATE] [for 30 days]", "replay FILE ladder [for 30 days]",
      "replay … [of ASSET] [hourly | daily]",
    ],
    summary: "live through real prices",
    details: [
      "Holds the position through the prices of a file, with interest and keepers on the exact ledger, and shows what becomes of "
        + "it. The file's close at the entry counts as today's price, and from there the price moves by the file's ratios. "
        + "Nothing is changed.",
      "A file has comma-separated values with the names of the columns in its first line: `close` or `price`, perhaps `date` "
        + "(or `datetime`, `timestamp`, `time`), `open`, `high` and `low`. Where it has lows, keepers act within a bar: at its "
        + "open, or at the first price below it at which they can. Rows without dates need `hourly` or `daily`. Gaps, "
        + "repetitions and disorder are reported. A file has at most 64 MiB and a million bars.",
      "`ladder` asks for every leverage: of all entries of the file, how many would have ended in liquidation within the time, "
        + "which is 30 days unless you say otherwise, and what was left.",
      "Without a file there are samples that a rule has made, and no market: `crash`, `bleed` and `rally`.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop to 2x; replay crash", shows: "a crash at 2x"),
      Manual.Example(
        "deposit 10 ETH; loop to 1.5x; replay crash from 2024-01-31 for 2 weeks", shows: "two weeks of it"),
      Manual.Example("replay rally ladder for 30 days", shows: "every entry into a rally, by leverage"),
      Manual.Example("deposit 10 ETH; replay prices.csv", shows: "there is no such file"),
    ])

  static let fileArgument: FileArgument? = FileArgument(ending: ".csv", what: "a price file")

  let terms: HistoryTerms
  let isLadder: Bool

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Replay {
    var terms = try arguments.historyTerms()
    var isLadder = false
    while !arguments.isAtEnd {
      if arguments.keyword("ladder") {
        isLadder = true
      } else {
        guard try arguments.term(of: &terms) else {
          throw arguments.unknownWord(among: ArgumentReader.historyWords + ["ladder"])
        }
      }
    }
    return Replay(terms: terms, isLadder: isLadder)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    guard !words.isEmpty else { return HistoryTerms.samples }
    let offered = HistoryTerms.candidates(after: words, in: session)
    let isBetweenTerms = offered.contains { $0.text == "hourly" || $0.text == "daily" }
    guard isBetweenTerms, !words.contains("ladder") else { return offered }
    return [Candidate("ladder", "every leverage, from every entry")] + offered
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    isLadder ? try ladder(on: world, in: session) : try single(on: world, in: session)
  }

  /// The most bars of a run on the exact ledger.
  static let mostBars = 500_000
  /// How many of them a modest machine does in a second, for saying how long a run would take.
  static let barsPerSecond = 50_000

  private func single(on world: World, in session: Session) throws(CommandError) -> Report {
    let position = world.unmeasuredPosition
    guard !position.isEmpty else {
      throw CommandError(.refused, "there is no position", try: world.depositSuggestion)
    }
    let history = try terms.history(in: session)
    let entry = try terms.entry(in: history)
    let last = try terms.last(in: history, from: entry)
    guard last - entry <= Self.mostBars else {
      throw CommandError(
        .limit,
        "\(Display.grouped(String(last - entry))) bars would take about \((last - entry) / Self.barsPerSecond) seconds, "
          + "and a run has at most \(Display.grouped(String(Self.mostBars)))",
        try: [
          "replay \(terms.name)\(history.start == nil ? terms.intervalWord : "") for "
            + "\(Self.mostBars * history.interval / Moment.secondsPerDay) days"
        ])
    }
    let track = PriceTrack(terms.name, history, of: terms.symbol(in: world), from: entry, in: world)
    let run = try session.surroundings.watch("replaying", total: last - entry, unit: "bars") {
      (goesOn) throws(CommandError) in try ReplayRun(track, through: last, in: world, goesOn: goesOn)
    }
    return ReplayReport(run: run).report
  }

  private func ladder(on world: World, in session: Session) throws(CommandError) -> Report {
    let history = try terms.history(in: session)
    let study = try LadderStudy(terms: terms, history: history, in: world)
    let outcomes = session.surroundings.watch("replaying", total: study.ladder.entries, unit: "entries") { goesOn in
      study.ladder.outcomes(of: study.leverages, goesOn: goesOn)
    }
    guard let outcomes else { throw CommandError(.limit, "stopped; nothing was changed") }
    return ReplayLadderReport(study: study, outcomes: outcomes).report
  }
}
