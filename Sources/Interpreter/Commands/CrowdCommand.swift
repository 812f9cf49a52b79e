import FixedPoint
import Lending
import Markets
import Reports
import Simulation

/// Shows, draws, reads or dismisses the borrowers beside the learner.
struct CrowdCommand: Command {
  static let manual = Manual(
    "crowd", group: .simulating,
    synopsis: [
      "crowd", "crowd COUNT [calm|looped|crowded] [holding AMOUNT ASSET]",
      "crowd COUNT … [leverage MULTIPLE] [spread NUMBER] [sizes NUMBER] [seed NUMBER]",
      "crowd add AMOUNT ASSET at PRICE [PRICE]...", "crowd curve FILE [holding AMOUNT ASSET]", "crowd show",
      "crowd off",
    ],
    summary: "borrowers beside you",
    details: [
      "Draws borrowers who hold the market's volatile asset, 200 tokens together unless you say otherwise. `calm` is as "
        + "Aave v2 was in June 2023 with staked ether as collateral, `looped` as the looped positions of Aave v3, and "
        + "`crowded` as far from liquidation as these but all at nearly the same prices.",
      "`leverage` sets the median leverage. The logarithm of (health factor − 1) is normal; `spread` is its standard deviation: "
        + "the smaller, the closer together the liquidation prices lie. `sizes` is that of the logarithm of what each holds; 3 is "
        + "as found, where ten of a thousand hold more than half, and 0 makes all alike.",
      "`crowd add` adds borrowers one by one, each with the amount for sale at his liquidation price. `crowd curve` reads a "
        + "file with a column for the fall of the price (`drop` or `fall` in its name) and one for the dollars (`liquidated`). "
        + "They borrow elsewhere, so the rates of this market do not move with them.",
      "There are at most 10,000,000 borrowers.",
    ],
    examples: [
      Manual.Example("pool 1000 ETH; crowd 1000", shows: "a thousand borrowers"),
      Manual.Example("crowd 1000 crowded; crowd show", shows: "where their liquidation prices lie"),
      Manual.Example("pool 1000 ETH; crowd add 40 ETH at 1900 1800 1650 1450", shows: "four borrowers by hand"),
      Manual.Example("crowd 20000000", shows: "a limit"),
    ])

  static let fileArgument: FileArgument? = FileArgument(ending: ".csv", what: "a liquidation curve", behind: "curve")

  enum Action: Equatable, Sendable {
    case list
    case show
    case off
    case draw(CrowdRecipe)
    case add(tokens: Rational, symbol: Symbol, prices: [Rational])
    case curve(String, tokens: Rational?, symbol: Symbol?)
  }

  /// The most borrowers of one `crowd add`.
  static let mostAdded = 100

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> CrowdCommand {
    guard !arguments.isAtEnd else { return CrowdCommand(action: .list) }
    if arguments.keyword("show") { return CrowdCommand(action: .show) }
    if arguments.keyword("off") { return CrowdCommand(action: .off) }
    if arguments.keyword("add") { return CrowdCommand(action: try arguments.addedBorrowers()) }
    if arguments.keyword("curve") {
      let name = try arguments.fileName()
      var holding: (tokens: Rational, symbol: Symbol)?
      if arguments.keyword("holding") { holding = try arguments.holding() }
      return CrowdCommand(action: .curve(name, tokens: holding?.tokens, symbol: holding?.symbol))
    }
    return CrowdCommand(action: .draw(try arguments.crowdRecipe()))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    let said = words.map { $0.lowercased() }
    switch (said.first, said.last) {
    case (nil, _):
      return [
        Candidate("1000", "borrowers at random"), Candidate("add", "borrowers one by one"),
        Candidate("curve", "from a file"), Candidate("show", "their liquidation prices"), Candidate("off", "nobody"),
      ]
    case ("show", _), ("off", _): return []
    case ("add", _):
      switch said.count {
      case 1: return [Candidate("40", "tokens for sale")]
      case 2: return Candidates.assets(session)
      case 3: return [Candidate("at", "the liquidation price")]
      default: return []
      }
    case (_, "holding"): return [Candidate("200", "tokens together")]
    case (_, "leverage"): return [Candidate("3x", "the median")]
    case (_, "spread"): return [Candidate("0.5", "close together")]
    case (_, "sizes"): return [Candidate("0", "all alike")]
    case (_, "seed"): return [Candidate("7", "any whole number")]
    default: break
    }
    if said.count >= 2, said[said.count - 2] == "holding" { return Candidates.assets(session) }
    if said[0] == "curve" { return said.count == 2 ? [Candidate("holding", "scaled to an amount")] : [] }
    return
      (CrowdRecipe.Preset.allCases.map { Candidate($0.rawValue, $0.meaning) } + [
        Candidate("holding", "what all hold together"), Candidate("leverage", "the median leverage"),
        Candidate("spread", "how far apart they lie"), Candidate("sizes", "how unequal they are"),
        Candidate("seed", "another sample"),
      ]).filter { !said.contains($0.text) }
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let (surroundings, action) = (session.surroundings, action)
    switch action {
    case .list: return try CrowdReport(of: session.world).summary
    case .show: return try CrowdReport(of: session.world).chart
    case .off, .draw, .add, .curve: break
    }
    return try session.change { (world) throws(CommandError) in
      switch action {
      case .list, .show: break
      case .off:
        guard world.crowd != nil else { throw CommandError(.refused, "there is no crowd", try: ["crowd 1000"]) }
        world.crowd = nil
        return Report([.paragraph("The crowd is gone.")])
      case .draw(let recipe):
        try surroundings.watch("drawing", total: recipe.count, unit: "borrowers") { (goesOn) throws(CommandError) in
          try world.gather(recipe, seed: recipe.seed ?? surroundings.seed, goesOn: goesOn)
        }
      case .add(let tokens, let symbol, let prices):
        try world.addBorrowers(holding: tokens, of: symbol, at: prices)
      case .curve(let file, let tokens, let symbol):
        let text = try surroundings.files.text(
          of: file, limit: LiquidationCurve.byteLimit, what: "a liquidation curve")
        let curve: LiquidationCurve
        do throws(FileContentError) {
          curve = try LiquidationCurve.parse(text, file: file)
        } catch {
          throw CommandError(.syntax, error.description)
        }
        let holding = tokens.flatMap { tokens in symbol.map { (tokens: tokens, symbol: $0) } }
        try world.gather(curve, file: file, holding: holding)
      }
      return try CrowdReport(of: world).summary
    }
  }
}

extension ArgumentReader {
  /// `40 ETH at 1900 1800`
  fileprivate mutating func addedBorrowers() throws(CommandError) -> CrowdCommand.Action {
    let (tokens, symbol) = try holding()
    guard keyword("at") else {
      throw errorHere("`at` and the liquidation price are missing", try: ["crowd add 40 \(symbol) at 1900"])
    }
    var prices: [Rational] = []
    repeat {
      guard let literal = try number() else {
        throw errorHere("a liquidation price is dollars", try: ["crowd add 40 \(symbol) at 1900"])
      }
      guard literal.unit == .none, literal.value > 0 else { throw error("a liquidation price is dollars above zero") }
      prices.append(literal.value)
    } while !isAtEnd && prices.count <= CrowdCommand.mostAdded
    guard prices.count <= CrowdCommand.mostAdded else {
      throw error("at most \(CrowdCommand.mostAdded) borrowers are added at once")
    }
    return .add(tokens: tokens, symbol: symbol, prices: prices)
  }

  /// `1000 looped spread 0.5 seed 7`
  fileprivate mutating func crowdRecipe() throws(CommandError) -> CrowdRecipe {
    var recipe = CrowdRecipe()
    var given: Set<String> = []
    while !isAtEnd {
      if let preset = CrowdRecipe.Preset.allCases.first(where: { keyword($0.rawValue) }) {
        try refuseSecond("kind", &given)
        recipe.preset = preset
      } else if keyword("holding") {
        try refuseSecond("holding", &given)
        recipe.holding = try holding()
      } else if keyword("leverage") {
        try refuseSecond("leverage", &given)
        recipe.leverage = try multiple("the leverage")
        guard recipe.leverage.map({ $0 > 1 }) == true else { throw error("a leverage of 1x is no debt at all") }
      } else if keyword("spread") {
        try refuseSecond("spread", &given)
        recipe.spread = try deviation("the spread")
      } else if keyword("sizes") {
        try refuseSecond("sizes", &given)
        recipe.sizes = try deviation("the deviation of sizes")
      } else if keyword("seed") {
        try refuseSecond("seed", &given)
        recipe.seed = try seed(example: "crowd 1000 seed 7")
      } else if let count = try wholeNumber("the number of borrowers", in: 1...LiquidationQueue.mostPositions) {
        try refuseSecond("number", &given)
        recipe.count = count
      } else {
        let words = CrowdRecipe.Preset.allCases.map(\.rawValue) + ["holding", "leverage", "spread", "sizes", "seed"]
        _ = try keyword(of: given.isEmpty ? ["add", "curve", "show", "off"] + words : words)
      }
    }
    return recipe
  }

  private func refuseSecond(_ word: String, _ given: inout Set<String>) throws(CommandError) {
    guard given.insert(word).inserted else { throw error("`\(word)` is said twice") }
  }

  /// A deviation from 0 to 10.
  private mutating func deviation(_ what: String) throws(CommandError) -> Rational {
    guard scanner.symbol(["-", "−"]) == nil, let literal = try number(), literal.unit == .none, !literal.isDollars,
      literal.value >= 0, literal.value <= 10
    else { throw error("\(what) is a number from 0 to 10") }
    return literal.value
  }

  /// An amount of an asset: `200 ETH`.
  fileprivate mutating func holding() throws(CommandError) -> (tokens: Rational, symbol: Symbol) {
    let (amount, asset, range) = try amount(share: "what is held")
    guard case .tokens(let tokens) = amount, let symbol = asset else {
      throw CommandError(.syntax, "what a borrower holds is an amount of an asset", at: range)
    }
    guard tokens <= World.mostCrowdTokens else {
      throw CommandError(
        .limit, "a crowd holds at most \(Display.grouped(World.mostCrowdTokens.fixedText(places: 0))) \(symbol)",
        at: range)
    }
    return (tokens, symbol)
  }
}
