import FixedPoint
import Markets
import Reports
import Simulation

/// Runs random paths of the price and shows what becomes of the position.
struct Simulate: Inquiry {
  static let manual = Manual(
    "simulate", group: .simulating,
    synopsis: [
      "simulate [paths COUNT] [days COUNT] [daily | hourly] [seed NUMBER]",
      "simulate … [vol PERCENT] [drift PERCENT | mean PERCENT]",
      "simulate … [jumps [COUNT] [of PERCENT] [sd PERCENT]]",
      "simulate … [student [NUMBER]]",
      "simulate … [garch [alpha PERCENT] [beta PERCENT] [now PERCENT]]",
      "simulate … [bootstrap FILE [block COUNT]] [drift kept]",
      "simulate … [rebalance to MULTIPLE [band PERCENT]] [cost PERCENT]",
      "simulate … [stop PERCENT | stop PRICE | stop hf NUMBER] [cost PERCENT]",
      "simulate ladder …",
    ],
    summary: "many random futures",
    details: [
      "Lets the price take 10,000 random paths of a year and follows the position along each, with interest at today's "
        + "rates. The price is looked at once a day, or once an hour with `hourly`. Nothing is changed. `ladder` runs the "
        + "same paths for many leverages.",
      "Unless you say otherwise the volatility is 75% a year and the mean price grows by 5%; `drift` sets the growth of "
        + "the median instead. A liquidation closes the whole position at the price of its step and takes the bonus; a "
        + "contract may stop at half of the debt.",
      "Returns are normal, or of another shape with the same volatility: `jumps` adds sudden moves (6 a year of -10% with a "
        + "spread of 10%), `student` has fat tails (4 degrees of freedom; the fewer, the fatter), `garch` has quiet and wild "
        + "times (alpha 10%, beta 88% from look to look; `now` is the volatility at first), and `bootstrap` draws blocks of returns from a "
        + "price file, with the file's volatility unless you name one, and with its drift if it is `kept`.",
      "`rebalance` restores a leverage at every look, or only when it is off by more than a band; `stop` closes everything "
        + "after a move, at a price, or below a health factor, at the price of that look. `cost` is what a trade loses.",
      "The same seed gives the same paths on every machine; without one it is that of the session, which is 1 unless "
        + "`--seed` says otherwise. Ctrl-C stops a long run and shows what the paths so far say.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop to 2x; simulate", shows: "a year at 2x"),
      Manual.Example("deposit 10 ETH; loop to 3x; simulate days 30 hourly seed 7", shows: "a month at 3x, by the hour"),
      Manual.Example("deposit 10 ETH; loop to 2.5x; simulate student 3 days 30", shows: "fat tails"),
      Manual.Example(
        "deposit 10 ETH; loop to 2x; simulate rebalance to 2x band 10% cost 0.3%", shows: "constant leverage"),
      Manual.Example(
        "deposit 10 ETH; loop to 3x; simulate jumps stop -15% days 30", shows: "a stop that jumps overtake"),
      Manual.Example("deposit 10 ETH; loop to 2x; simulate ladder days 90", shows: "many leverages on the same paths"),
      Manual.Example(
        "deposit 10 ETH; loop to 2x; simulate paths 1000000 days 3650 hourly", shows: "a run that would take too long"),
    ])

  let model: PriceModel
  let choice: ProcessChoice
  let keepsDrift: Bool
  let strategy: StrategyChoice
  let isLadder: Bool
  let paths: Int
  /// Seconds from one look at the price to the next; nil where nothing was said.
  let interval: Int?
  /// Nil for that of the session.
  let seed: UInt64?
  let namesVolatility: Bool
  /// The command as it was typed, around the number of its paths.
  let typed: (before: String, after: String)

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Simulate {
    var model = PriceModel.simulated
    var given: Set<String> = []
    var strategy = StrategyChoice()
    var choice: ProcessChoice?
    var (keepsDrift, isLadder) = (false, false)
    var (paths, interval, seed) = (10_000, Int?.none, UInt64?.none)
    var typed: (before: String, after: String)?
    while !arguments.isAtEnd {
      let start = arguments.scanner.position
      if let process = try arguments.process() {
        if choice != nil {
          arguments.scanner.markLast(from: start)
          throw arguments.error("one shape of returns is enough")
        }
        choice = process
      } else if arguments.keptDrift() {
        keepsDrift = true
      } else if try arguments.term(of: &model, given: &given) {
        continue
      } else if try arguments.term(of: &strategy) {
        continue
      } else if arguments.keyword("paths") {
        guard let count = try arguments.wholeNumber("the number of paths", in: 1...1_000_000_000_000_000) else {
          throw arguments.errorHere("the number of paths is missing", try: ["simulate paths 10000"])
        }
        paths = count
        typed = arguments.around(arguments.lastRange)
      } else if arguments.keyword("seed") {
        seed = try arguments.seed(example: "simulate seed 7")
      } else if arguments.keyword("hourly") {
        interval = BarInterval.hour
      } else if arguments.keyword("daily") {
        interval = BarInterval.day
      } else if arguments.keyword("ladder") {
        isLadder = true
      } else {
        break
      }
    }
    let simulate = Simulate(
      model: model, choice: choice ?? .normal, keepsDrift: keepsDrift, strategy: strategy, isLadder: isLadder,
      paths: paths, interval: interval, seed: seed, namesVolatility: given.contains("vol"),
      typed: typed ?? (arguments.appended(" paths "), ""))
    try simulate.refuseContradictions(namesDrift: given.contains("drift"))
    return simulate
  }

  private func refuseContradictions(namesDrift: Bool) throws(CommandError) {
    if keepsDrift {
      guard case .bootstrap = choice else {
        throw CommandError(.syntax, "only a price file has a drift that can be kept", try: ["simulate drift 0%"])
      }
      guard !namesDrift else { throw CommandError(.syntax, "a drift is either kept or said") }
    }
    guard !strategy.isHold || strategy.cost.isZero else {
      throw CommandError(
        .syntax, "a cost is that of rebalancing or of a stop", try: ["simulate stop -15% cost 0.3%"])
    }
    if isLadder, !strategy.isHold {
      throw CommandError(
        .syntax, "the ladder holds every leverage: it knows no rebalancing and no stop", try: ["simulate ladder"])
    }
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    var isKnown = namesVolatility
    if case .bootstrap = choice { isKnown = true }
    let price = try SimulatedPrice(
      choice, model: model, namesVolatility: namesVolatility, keepsDrift: keepsDrift, interval: interval, in: session)
    let path = try LiquidationPath(in: world, under: price.model, namesVolatility: isKnown, command: "simulate")
    let strategy = try self.strategy.strategy(
      on: path.position, in: world, price: world.price(of: path.liquidation.symbol))
    try refuseTooMuch(price)
    let run = SimulationRun(
      price: price, path: path, strategy: strategy,
      equityModel: world.equityModel(of: path.position, liquidation: path.liquidation, levelGrowth: path.levelGrowth),
      paths: paths, seed: seed ?? session.surroundings.seed)
    guard !isLadder else { return try ladder(run, in: world, session.surroundings) }
    guard let result = run.result(in: session.surroundings) else { throw Self.stopped }
    return SimulationReport(
      run: run, strategy: self.strategy, result: result,
      fan: run.fan(of: result.paths, shares: EquityFanChart.shares, in: session.surroundings),
      threshold: path.position.liquidationThreshold.fraction.doubleValue
    ).report
  }

  private func ladder(
    _ run: SimulationRun, in world: World, _ surroundings: Surroundings
  ) throws(CommandError) -> Report {
    let ladder = try SimulatedLadder(run, in: world)
    guard let rows = ladder.rows(in: surroundings) else { throw Self.stopped }
    return SimulatedLadderReport(ladder: ladder, rows: rows).report
  }

  private static let stopped = CommandError(.limit, "stopped before the first paths were done")
}
