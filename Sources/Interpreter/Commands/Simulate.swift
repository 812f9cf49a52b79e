import FixedPoint
import Reports
import Simulation

/// Runs random paths of the price and shows what becomes of the position.
struct Simulate: Inquiry {
  static let manual = Manual(
    "simulate", group: .simulating,
    synopsis: [
      "simulate [paths COUNT] [days COUNT] [hourly] [seed NUMBER]",
      "simulate … [vol PERCENT] [drift PERCENT | mean PERCENT]",
    ],
    summary: "many random futures",
    details: [
      "Lets the price take 10,000 random paths of a year and follows the position along each, with interest at today's "
        + "rates. The price is looked at once a day, or once an hour with `hourly`. Nothing is changed.",
      "Unless you say otherwise the volatility is 75% a year and the mean price grows by 5%; `drift` sets the growth of "
        + "the median instead. A liquidation closes the whole position at the price of its step and takes the bonus; a "
        + "contract may stop at half of the debt.",
      "The same seed gives the same paths on every machine; without one it is that of the session, which is 1 unless "
        + "`--seed` says otherwise. Ctrl-C stops a long run and shows what the paths so far say.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop to 2x; simulate", shows: "a year at 2x"),
      Manual.Example("deposit 10 ETH; loop to 3x; simulate days 30 hourly seed 7", shows: "a month at 3x, by the hour"),
      Manual.Example(
        "deposit 10 ETH; loop to 2x; simulate paths 1000000 days 3650 hourly", shows: "a run that would take too long"),
    ])

  /// The most paths of a run.
  static let mostPaths = 1_000_000
  /// The most steps of all paths together.
  static let mostSteps = 10_000_000_000
  /// Steps in a second that a modest machine does, for saying how long a run would take.
  static let stepsPerSecond = 200_000_000

  let model: PriceModel
  let paths: Int
  let isHourly: Bool
  /// Nil for that of the session.
  let seed: UInt64?
  let namesVolatility: Bool

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Simulate {
    var model = PriceModel.simulated
    var given: Set<String> = []
    var (paths, isHourly, seed) = (10_000, false, UInt64?.none)
    while !arguments.isAtEnd {
      if try arguments.term(of: &model, given: &given) { continue }
      if arguments.keyword("paths") {
        guard let count = try arguments.wholeNumber("the number of paths", in: 1...mostPaths) else {
          throw arguments.errorHere("the number of paths is missing", try: ["simulate paths 10000"])
        }
        paths = count
      } else if arguments.keyword("seed") {
        guard let number = try arguments.wholeNumber("a seed", in: 0...Int.max) else {
          throw arguments.errorHere("the seed is missing", try: ["simulate seed 7"])
        }
        seed = UInt64(number)
      } else if arguments.keyword("hourly") {
        isHourly = true
      } else {
        break
      }
    }
    return Simulate(
      model: model, paths: paths, isHourly: isHourly, seed: seed, namesVolatility: given.contains("vol"))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.last?.lowercased() {
    case "paths": return [Candidate("10000", "paths")]
    case "seed": return [Candidate("7", "any whole number")]
    case "vol": return [Candidate("75%", "a year")]
    case "days": return [Candidate("365", "days")]
    case "drift", "mean": return [Candidate("5%", "a year")]
    default: break
    }
    let said = Set(words.map { $0.lowercased() })
    return [
      Candidate("paths", "how many futures"), Candidate("days", "the horizon"),
      Candidate("hourly", "look at the price every hour"), Candidate("vol", "the volatility of a year"),
      Candidate("drift", "the growth of the median price"), Candidate("mean", "the growth of the mean price"),
      Candidate("seed", "another sample"),
    ].filter { !said.contains($0.text) }
  }

  /// How often the price is looked at: days, or hours, rounded up.
  private var steps: Int {
    let exact = isHourly ? (try? model.days * 24) ?? model.days : model.days
    return Int(exact.fixedText(places: 0, rounding: .up)) ?? 1
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    let path = try LiquidationPath(in: world, under: model, namesVolatility: namesVolatility, command: "simulate")
    let work = paths * steps
    guard work <= Self.mostSteps else {
      let seconds = work / Self.stepsPerSecond
      throw CommandError(
        .limit,
        "\(Display.grouped(String(paths))) paths of \(Display.grouped(String(steps))) steps would take about "
          + "\(Self.time(seconds)), and a run has at most \(Display.grouped(String(Self.mostSteps))) steps",
        try: ["simulate paths \(Self.mostSteps / steps) days \(Display.typed(model.days))\(isHourly ? " hourly" : "")"])
    }
    let simulation = PathSimulation(
      passage: path.passage, years: model.years, steps: steps, seed: seed ?? session.surroundings.seed)
    let surroundings = session.surroundings
    let outcomes = surroundings.watch("simulating", total: work, unit: "steps") { goesOn in
      simulation.outcomes(of: paths, threads: surroundings.threads) { done in goesOn(done * steps) }
    }
    guard !outcomes.isEmpty else { throw CommandError(.limit, "stopped before the first paths were done") }
    return SimulationReport(
      model: model, path: path, simulation: simulation, outcomes: outcomes, paths: paths, isHourly: isHourly,
      equityModel: world.equityModel(of: path.position, liquidation: path.liquidation, levelGrowth: path.levelGrowth),
      threshold: path.position.liquidationThreshold.fraction.doubleValue
    ).report
  }

  /// `40 seconds`, `3 minutes`
  private static func time(_ seconds: Int) -> String {
    seconds < 120 ? "\(seconds) seconds" : "\(Display.grouped(String(seconds / 60))) minutes"
  }
}
