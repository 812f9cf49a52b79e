import FixedPoint
import Lending
import Markets
import Reports
import Simulation

/// Lets one liquidation lead to the next.
struct CascadeCommand: Command {
  static let manual = Manual(
    "cascade", group: .simulating,
    synopsis: [
      "cascade", "cascade -PERCENT", "cascade sell AMOUNT ASSET",
      "cascade … [careful] [adl] [breaker PERCENT] [selling debt] [depth MULTIPLE]", "cascade ladder",
    ],
    summary: "how a fall spreads",
    details: [
      "Runs in waves. The oracle reports; whoever is below his liquidation price is liquidated, you too; what they held is "
        + "sold in the pool; the price falls, and the oracle reports again. It ends when nobody is left below. With a "
        + "percentage or an amount a `shock` comes first. A position of the crowd is closed as a whole unless you say "
        + "`selling debt`: then only what covers debt and bonus is sold. Yours is liquidated by the protocol's own rules.",
      "`careful` liquidators leave alone what does not pay: where slippage eats the bonus they wait, and bad debt grows. "
        + "`adl` closes such positions against the lenders, who take the collateral without a sale (auto-deleveraging). "
        + "`breaker 15%` halts liquidations once the price has fallen so far (a circuit breaker).",
      "`depth 5x` shows beside it what the same first fall does in a pool five times as deep. `cascade ladder` lists where "
        + "falls of all sizes end, and changes nothing.",
    ],
    examples: [
      Manual.Example(
        "pool 1000 ETH; crowd add 40 ETH at 1900 1800 1650 1450; cascade sell 26 ETH depth 5x",
        shows: "each liquidation sets off the next, and a deeper pool"),
      Manual.Example("pool 1000 ETH; crowd 1000 looped; cascade -3%", shows: "a small fall among looped positions"),
      Manual.Example(
        "pool 1000 ETH; crowd add 60 ETH at 1900; cascade -6% careful", shows: "what no liquidator takes"),
      Manual.Example("pool 1000 ETH; crowd 1000 crowded; cascade ladder", shows: "where it tips over"),
    ])

  enum Action: Equatable, Sendable {
    case run
    case ladder
  }

  /// How many times as deep a pool for comparison may be.
  static let deepest: Rational = 1_000

  let action: Action
  let symbol: Symbol?
  let size: ShockSize?
  let terms: CascadeTerms
  let depth: Rational?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> CascadeCommand {
    var action = Action.run
    var shock: (symbol: Symbol?, size: ShockSize)?
    var terms = CascadeTerms()
    var depth: Rational?
    while !arguments.isAtEnd {
      if arguments.keyword("ladder") {
        action = .ladder
      } else if arguments.keyword("careful") {
        terms.isCareful = true
      } else if arguments.keyword("adl") {
        terms.deleverages = true
      } else if arguments.keyword("breaker") {
        terms.breaker = try arguments.share("the fall at which liquidations are halted")
      } else if arguments.keyword("selling") {
        terms.sale = try arguments.keyword(of: ["debt", "all"]) == "debt" ? .debt : .collateral
      } else if arguments.keyword("depth") {
        depth = try arguments.multiple("the depth")
        guard let depth, depth <= Self.deepest else {
          throw arguments.error("a pool for comparison is at most 1,000x as deep")
        }
      } else {
        try arguments.refuseUnknownOption()
        guard shock == nil else { break }
        shock = try arguments.shock()
      }
    }
    if action == .ladder, shock != nil || depth != nil {
      throw arguments.errorHere("`cascade ladder` lists falls of all sizes in this pool", try: ["cascade ladder"])
    }
    if depth != nil, shock == nil {
      throw arguments.errorHere(
        "a comparison with a deeper pool needs the shock in the same command", try: ["cascade -5% depth 5x"])
    }
    return CascadeCommand(action: action, symbol: shock?.symbol, size: shock?.size, terms: terms, depth: depth)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    let said = words.map { $0.lowercased() }
    switch said.last {
    case "sell": return [Candidate("26", "tokens")]
    case "breaker": return [Candidate("15%", "of fall")]
    case "selling": return [Candidate("debt", "only what is owed"), Candidate("all", "the whole position")]
    case "depth": return [Candidate("5x", "as deep")]
    case "ladder": return []
    default: break
    }
    if said.count >= 2, said[said.count - 2] == "sell" { return Candidates.assets(session) }
    let first =
      said.isEmpty
      ? [
        Candidate("-8%", "a fall comes first"), Candidate("sell", "a sale comes first"),
        Candidate("ladder", "falls of all sizes"),
      ]
      : []
    return first
      + [
        Candidate("careful", "liquidators leave what does not pay"), Candidate("adl", "lenders take what is left"),
        Candidate("breaker", "halt liquidations"), Candidate("selling", "all or what is owed"),
        Candidate("depth", "compare a deeper pool"),
      ].filter { !said.contains($0.text) }
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let isStopped = session.surroundings.isInterrupted
    if action == .ladder { return try CascadeLadder(terms: terms, in: session.world, isStopped).report }
    let before = session.world
    try Self.check(before)
    return try session.change(keepersWait: true) { (world) throws(CommandError) in
      let story = try run(on: &world, isStopped)
      var report = CascadeReport(story: story, terms: terms, wasShocked: size != nil, world: world).report
      if let depth {
        let deeper = try run(onDeeper: before, by: depth, like: story, isStopped)
        report.append(
          .table(CascadeReport.comparison([("this pool", story), ("\(Display.typed(depth))x as deep", deeper)])))
      }
      for step in story.steps {
        for event in step.learner { report.append(event.report(in: step.worldThen)) }
        if let stop = step.stop { report.append(stop.report(in: step.worldThen)) }
      }
      return report
    }
  }

  private func run(on world: inout World, _ isStopped: () -> Bool) throws(CommandError) -> CascadeStory {
    if let size { world.lastShock = try world.shock(symbol, size) }
    let falling = world.crowd?.symbol ?? world.standingShock?.symbol ?? world.pricedDefault
    return try world.cascade(falling, terms, isStopped: isStopped)
  }

  /// The same first fall in a deeper pool.
  private func run(
    onDeeper world: World, by factor: Rational, like story: CascadeStory, _ isStopped: () -> Bool
  ) throws(CommandError) -> CascadeStory {
    var deeper = world
    try deeper.deepenPool(of: story.symbol, by: factor)
    deeper.lastShock = try deeper.shock(story.symbol, .fall(story.shock?.fall ?? 0))
    return try deeper.cascade(story.symbol, terms, isStopped: isStopped)
  }

  /// Refuses where nobody could be liquidated.
  static func check(_ world: World) throws(CommandError) {
    guard world.crowd.map({ $0.count > 0 }) == true || !world.unmeasuredPosition.debt.isZero else {
      throw CommandError(.refused, "there is nobody to liquidate: no crowd, and you owe nothing", try: ["crowd 1000"])
    }
    guard world.keepersAreOn else {
      throw CommandError(.refused, "the keepers are off, so nobody is liquidated", try: ["keepers on"])
    }
  }
}

extension ArgumentReader {
  /// Throws where a word comes next that is neither an asset nor `sell`.
  fileprivate func refuseUnknownOption() throws(CommandError) {
    var ahead = self
    ahead.scanner.skipBlanks()
    guard let next = ahead.scanner.peek(), next.isLetter, ahead.startsWithAsset, let word = ahead.scanner.word(),
      word.lowercased() != "sell", session.world.market.asset(word) == nil
    else { return }
    let options = ["sell", "ladder", "careful", "adl", "breaker", "selling", "depth"]
    let near = Spelling.suggestions(for: word, among: options)
    throw ahead.error(
      "`\(word)` is neither an asset of this market nor how a cascade goes", try: near, isSpelling: true)
  }
}
