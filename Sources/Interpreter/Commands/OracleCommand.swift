import FixedPoint
import Lending
import Markets
import Reports

/// Shows what the protocol sees of the prices, or how its feeds go wrong.
struct OracleCommand: WorldCommand {
  static let manual = Manual(
    "oracle", group: .world,
    synopsis: [
      "oracle", "oracle [ASSET] lag NUMBER minutes", "oracle [ASSET] threshold PERCENT", "oracle [ASSET] freeze",
      "oracle [ASSET] pool", "oracle [ASSET] wick -PERCENT", "oracle [ASSET] follow",
    ],
    summary: "what the protocol sees",
    details: [
      "The protocol acts on what its oracle reports, and a sale gets the market price. Unless you say otherwise they are one. A "
        + "feed can see prices later (`lag`), only when they have moved far enough (`threshold`), not at all (`freeze`), or read "
        + "them from the pool in which the asset trades (`pool`), which every trade moves. `follow` ends all of that.",
      "A `wick` is one wrong report: keepers act on it, and the next report is right again. Without an asset it is the market's "
        + "volatile asset.",
    ],
    examples: [
      Manual.Example("oracle freeze; price -20%; oracle", shows: "a fall that the protocol does not see"),
      Manual.Example("oracle lag 10 minutes; price 1900; wait 10 minutes; price", shows: "it is seen later"),
      Manual.Example("deposit 10 ETH; borrow max; oracle wick -7%", shows: "one wrong report is enough"),
      Manual.Example("oracle pool", shows: "there is no pool to read"),
    ])

  enum Action: Equatable, Sendable {
    case show
    case rule(Symbol?, FeedRule)
    case wick(Symbol?, Rational)
  }

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> OracleCommand {
    guard !arguments.isAtEnd else { return OracleCommand(action: .show) }
    let words = ["lag", "threshold", "freeze", "pool", "wick", "follow"]
    var symbol: Symbol?
    var ahead = arguments
    if !words.contains(where: { ahead.keyword($0) }) {
      let typed = ahead.text() ?? ""
      let assets = arguments.session.world.market.assets.map(\.asset.symbol.text)
      guard arguments.session.world.market.asset(typed) != nil else {
        let near = Spelling.suggestions(for: typed, among: words + assets)
        throw ahead.error(
          "`\(typed)` is neither an asset of this market nor what a feed does", try: near, isSpelling: true)
      }
      symbol = try arguments.asset()
      guard !arguments.isAtEnd else {
        let list = words.map { "`\($0)`" }.joined(separator: ", ")
        throw arguments.errorHere("what its feed does is missing: one of \(list)")
      }
    }
    switch try arguments.keyword(of: words) {
    case "lag":
      let seconds = try arguments.duration()
      return OracleCommand(action: .rule(symbol, .lagging(seconds: seconds)))
    case "threshold":
      let share = try arguments.share("the threshold")
      guard let points = try? share * 10_000, points.denominator == .one else {
        throw arguments.error("the threshold is a whole number of hundredths of a percent")
      }
      return OracleCommand(action: .rule(symbol, .threshold(BasisPoints(points.numerator))))
    case "freeze": return OracleCommand(action: .rule(symbol, .frozen))
    case "pool": return OracleCommand(action: .rule(symbol, .pool))
    case "follow": return OracleCommand(action: .rule(symbol, .immediate))
    default: return OracleCommand(action: .wick(symbol, try arguments.wickFactor()))
    }
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    let actions = [
      Candidate("lag", "see prices later"), Candidate("threshold", "see large moves only"),
      Candidate("freeze", "see no moves"), Candidate("pool", "read a pool"), Candidate("wick", "one wrong report"),
      Candidate("follow", "see every price at once"),
    ]
    guard let last = words.last?.lowercased() else { return actions + Candidates.assets(session) }
    switch last {
    case "lag": return [Candidate("10", "minutes, or another unit")]
    case "threshold": return [Candidate("0.5%", "of the price")]
    case "wick": return [Candidate("-7%", "a fall for one report")]
    default: return words.count == 1 && !actions.contains { $0.text == last } ? actions : []
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    switch action {
    case .show: return Self.list(world)
    case .rule(let symbol, let rule):
      let symbol = symbol ?? world.pricedDefault
      try world.setFeedRule(rule, of: symbol)
      return Report([.paragraph("\(symbol, .strong): the oracle \(Self.text(rule)).")]) + Self.difference(symbol, world)
    case .wick(let symbol, let factor):
      let symbol = symbol ?? world.pricedDefault
      let right = world.price(of: symbol)
      let (price, events, refusal) = try world.wick(symbol, by: factor)
      var report = Report([
        .paragraph(
          "The oracle reports \(Display.price(price), .danger) for \(symbol) once, and then \(Display.price(right)) again."
        )
      ])
      for event in events { report.append(event.report(in: world)) }
      if let refusal { report.append(.note("No keeper can act on it: \(refusal.message).")) }
      if events.isEmpty, refusal == nil { report.append(.note("Nobody was liquidated on that report.")) }
      return report
    }
  }

  private static func list(_ world: World) -> Report {
    let columns = [
      Column(title: "asset", alignment: .leading), Column(title: "oracle"), Column(title: "market"),
      Column(title: "feed", alignment: .leading),
    ]
    let rows = world.market.assets.map { asset -> Row in
      let symbol = asset.asset.symbol
      let (oracle, market) = (world.price(of: symbol), world.marketPrice(of: symbol))
      return Row(
        cells: [
          .text(StyledText(symbol.text)), .text(StyledText(Display.price(oracle))),
          .text(StyledText(Display.price(market))), .text(StyledText(text(world.feeds.rule(of: symbol)))),
        ], emphasis: oracle == market ? nil : .caution)
    }
    return Report([.table(Table(columns: columns, rows: rows))])
  }

  /// What a feed does, as in "the oracle follows at once".
  private static func text(_ rule: FeedRule) -> String {
    switch rule {
    case .immediate: "follows at once"
    case .frozen: "is frozen"
    case .lagging(let seconds): "follows after \(PassedTime.text(seconds))"
    case .threshold(let share): "follows moves of \(Display.setting(share)) or more"
    case .pool: "reads the pool"
    }
  }

  private static func difference(_ symbol: Symbol, _ world: World) -> Report {
    let (oracle, market) = (world.price(of: symbol), world.marketPrice(of: symbol))
    guard oracle != market else { return Report() }
    return Report([.note("It says \(Display.price(oracle)), and the market \(Display.price(market)).")])
  }
}

extension ArgumentReader {
  /// A signed percentage as the factor by which a report is wrong.
  fileprivate mutating func wickFactor() throws(CommandError) -> Rational {
    guard let sign = sign() else { throw errorHere("a wick goes up or down", try: ["oracle wick -7%"]) }
    guard let literal = try number(), literal.unit == .percent, let share = try? literal.fraction else {
      throw errorHere("a wick is a signed percentage", try: ["oracle wick -7%"])
    }
    guard let factor = sign == "-" ? try? 1 - share : try? 1 + share, factor > 0, factor <= 100 else {
      throw error("a wick falls by less than 100% and rises a hundredfold at most")
    }
    return factor
  }
}
