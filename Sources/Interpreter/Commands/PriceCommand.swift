import FixedPoint
import Lending
import Markets
import Reports

/// Shows prices or moves one.
struct PriceCommand: WorldCommand {
  static let manual = Manual(
    "price", group: .world,
    synopsis: ["price", "price [ASSET] DOLLARS", "price [ASSET] -PERCENT", "price [ASSET] +PERCENT"],
    summary: "move a price",
    details: [
      "Without an asset it is the market's volatile asset. Market price and pools move together, and the oracle as its feed does "
        + "(see `oracle`), which is at once unless you say otherwise; assets that follow "
        + "another, such as staked ether, keep their proportion to it. With keepers on, a health factor below 1 is liquidated at "
        + "once."
    ],
    examples: [
      Manual.Example("deposit 10 ETH; borrow 13200 USDC; price -15%", shows: "a fall of 15%"),
      Manual.Example("deposit 10 ETH; borrow 13200 USDC; price 1590", shows: "a fall through the liquidation price"),
      Manual.Example("price", shows: "all prices"),
    ])

  enum Move: Equatable {
    case none
    /// Dollars for a whole token.
    case absolute(Rational)
    /// The new price as a share of the old.
    case factor(Rational)
  }

  /// The highest price that may be set, in dollars.
  static let highest = Rational(1_000_000_000_000)

  let symbol: Symbol?
  let move: Move

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> PriceCommand {
    guard !arguments.isAtEnd else { return PriceCommand(symbol: nil, move: .none) }
    var symbol: Symbol?
    if arguments.startsWithAsset { symbol = try arguments.asset() }
    guard !arguments.isAtEnd else {
      throw arguments.errorHere(
        "the new price is missing", try: [" 1800", " -10%"].map { arguments.appended($0) })
    }
    let sign = arguments.sign()
    let signPlace = arguments.lastRange
    guard let literal = try arguments.number() else {
      throw arguments.errorHere("a price is dollars or a signed percentage", try: ["price 1800", "price -15%"])
    }
    switch (literal.unit, sign) {
    case (.percent, .some(let sign)):
      guard let share = try? literal.fraction, let factor = sign == "-" ? try? 1 - share : try? 1 + share, factor > 0
      else {
        throw arguments.error("a price falls by less than 100%")
      }
      return PriceCommand(symbol: symbol, move: .factor(factor))
    case (.percent, .none):
      let typed = arguments.lastText()
      throw arguments.error(
        "up or down by \(typed)?", try: ["-", "+"].map { arguments.corrected(arguments.lastRange, $0 + typed) })
    case (.multiple, _):
      throw arguments.error("a price is dollars or a signed percentage", try: ["price 1800", "price -15%"])
    case (.none, .some):
      let range = signPlace.lowerBound..<arguments.lastRange.upperBound
      throw CommandError(
        .syntax, "a price is above zero; a move is a percentage", at: range,
        try: literal.isDollars || literal.value >= 100
          ? [] : [arguments.corrected(range, arguments.scanner.text(range) + "%")])
    case (.none, .none):
      guard literal.value > 0 else { throw arguments.error("a price is above zero") }
      let rounded = literal.isComputed ? try? literal.value.rounded(toPlaces: 8) : nil
      return PriceCommand(symbol: symbol, move: .absolute(rounded ?? literal.value))
    }
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.count {
    case 0: Candidates.assets(session) + [Candidate("-10%", "a fall"), Candidate("+10%", "a rise")]
    case 1: [Candidate("-10%", "a fall"), Candidate("+10%", "a rise")]
    default: []
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let symbol = symbol ?? world.pricedDefault
    let old = world.marketPrice(of: symbol)
    let new: Rational?
    switch move {
    case .none: return Self.list(world)
    case .absolute(let price): new = price
    case .factor(let factor): new = try? (old * factor).rounded(toPlaces: 8)
    }
    guard let new, new <= Self.highest else {
      throw CommandError(.refused, "a price may be at most \(Display.dollars(Self.highest))")
    }
    try world.setPrice(of: symbol, to: new)
    let moved = (try? new / old - 1) ?? 0
    // A price that is not zero has not fallen by 100.0%.
    let nearest = Display.percent(moved)
    let change =
      (moved.isNegative ? "" : "+") + (nearest == "-100.0%" ? Display.percent(moved, rounding: .down) : nearest)
    let followers = world.followers(of: symbol).map { "\($0) \(Display.price(world.marketPrice(of: $0)))" }
    let trailing = followers.isEmpty ? "" : "; \(followers.joined(separator: ", ")) with it"
    var report = Report([
      .paragraph("\(symbol, .strong) \(Display.price(old)) → \(Display.price(new), .strong) (\(change))\(trailing).")
    ])
    for symbol in [symbol] + world.followers(of: symbol) where world.price(of: symbol) != world.marketPrice(of: symbol)
    {
      report.append(.note("The oracle still says \(Display.price(world.price(of: symbol))) for \(symbol)."))
    }
    return report
  }

  /// What the protocol sees, where that is another price.
  private static func oracleRemark(_ symbol: Symbol, _ world: World) -> String? {
    let oracle = world.price(of: symbol)
    return oracle == world.marketPrice(of: symbol) ? nil : "the oracle says \(Display.price(oracle))"
  }

  private static func list(_ world: World) -> Report {
    let lines = world.market.assets.map { asset in
      let symbol = asset.asset.symbol
      let remark = asset.follows.map { "follows \($0)" } ?? asset.asset.name
      return LabelledValue(
        label: symbol.text, value: StyledText(Display.price(world.marketPrice(of: symbol))),
        remark: StyledText(oracleRemark(symbol, world) ?? remark, .muted))
    }
    return Report([.values(lines)])
  }
}

extension ArgumentReader {
  /// Whether a word that is no number comes next.
  var startsWithAsset: Bool {
    mutating get {
      scanner.skipBlanks()
      guard let next = scanner.peek() else { return false }
      let place = scanner.position
      defer { scanner.rewind(to: place) }
      return next.isLetter && scanner.word().map { session.world.names[$0.lowercased()] == nil } == true
    }
  }

  /// `-` or `+`; nil when none comes next.
  mutating func sign() -> String? {
    guard let symbol = scanner.symbol(["-", "−", "+"]) else { return nil }
    return symbol == "+" ? "+" : "-"
  }
}
