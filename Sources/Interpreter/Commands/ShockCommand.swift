import FixedPoint
import Lending
import Markets
import Reports

/// Has somebody sell so much in a pool that the market falls.
struct ShockCommand: Command {
  static let manual = Manual(
    "shock", group: .simulating, synopsis: ["shock [ASSET] -PERCENT", "shock sell AMOUNT ASSET"],
    summary: "a sale moves the market",
    details: [
      "Somebody from outside sells in the pool: so much that its price falls by the percentage, or the amount that you name. "
        + "The pool's price becomes the market price, and the oracle follows as its feed does.",
      "Nobody has been liquidated yet then, you neither: `cascade` lets liquidations run. Any other command that changes "
        + "something lets keepers act on your position alone.",
    ],
    examples: [
      Manual.Example("pool 1000 ETH; shock sell 50 ETH", shows: "what 5% of a pool does to its price"),
      Manual.Example("pool 1000 ETH; crowd 1000; shock -8%", shows: "a fall, and whom it reaches"),
      Manual.Example("shock -8%", shows: "without a pool nothing moves"),
    ])

  let symbol: Symbol?
  let size: ShockSize

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> ShockCommand {
    let (symbol, size) = try arguments.shock()
    return ShockCommand(symbol: symbol, size: size)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.count {
    case 0: [Candidate("-8%", "a fall"), Candidate("sell", "an amount")] + Candidates.assets(session)
    case 1 where words[0].lowercased() == "sell": [Candidate("26", "tokens")]
    case 1: words[0].first?.isLetter == true ? [Candidate("-8%", "a fall")] : []
    case 2 where words[0].lowercased() == "sell": Candidates.assets(session)
    default: []
    }
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    try session.change(keepersWait: true) { (world) throws(CommandError) in
      let shock = try world.shock(symbol, size)
      world.lastShock = shock
      return ShockReport(shock: shock, world: world).report
    }
  }
}

/// How large a shock was said to be.
enum ShockSize: Equatable, Sendable {
  case fall(Rational)
  /// Whole tokens.
  case tokens(Rational, Symbol)
}

extension World {
  /// Carries out a shock as it was typed; without an asset it is the crowd's, or the market's volatile one.
  mutating func shock(_ symbol: Symbol?, _ size: ShockSize) throws(CommandError) -> Shock {
    switch size {
    case .fall(let share): try shock(symbol ?? crowd?.symbol ?? pricedDefault, .fall(share))
    case .tokens(let tokens, let symbol): try shock(symbol, .amount(try units(tokens, of: symbol)))
    }
  }
}

extension ArgumentReader {
  /// `-8%`, `ETH -8%`, `sell 26 ETH` or `26 ETH`.
  mutating func shock() throws(CommandError) -> (symbol: Symbol?, size: ShockSize) {
    let name = manual.name
    guard !isAtEnd else { throw expected("how far the price falls, or what is sold,") }
    let sells = keyword("sell")
    var symbol: Symbol?
    if !sells, startsWithAsset { symbol = try asset() }
    if !sells, let sign = sign() {
      guard sign == "-" else {
        throw error("a shock is a fall; `price` moves a price up", try: ["price +8%"])
      }
      guard let literal = try number() else {
        throw errorHere("how far the price falls is missing", try: ["\(name) -8%"])
      }
      guard literal.unit == .percent else { throw notAPercentage(literal, "a shock") }
      guard let share = try? literal.fraction, share > 0, share < 1 else {
        throw error("a price falls by more than 0% and less than 100%")
      }
      return (symbol, .fall(share))
    }
    guard symbol == nil else { throw errorHere("a shock is a fall such as -8%", try: ["\(name) \(lastText()) -8%"]) }
    let (amount, asset, range) = try amount(share: "the sale")
    switch (amount, asset) {
    case (.tokens(let tokens), let asset?): return (nil, .tokens(tokens, asset))
    case (.share, _):
      throw CommandError(
        .syntax, "a fall has a minus sign", at: range, try: [corrected(range, "-" + scanner.text(range))])
    default:
      throw CommandError(.syntax, "what is sold is an amount of an asset", at: range, try: ["\(name) sell 26 ETH"])
    }
  }
}
