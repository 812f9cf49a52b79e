import FixedPoint
import Lending
import Markets
import Reports

/// Shows the pools in which swaps are made, opens one, or makes swaps frictionless.
struct PoolCommand: WorldCommand {
  static let manual = Manual(
    "pool", group: .world, synopsis: ["pool", "pool DEPTH ASSET [with ASSET] [fee PERCENT]", "pool frictionless"],
    summary: "depth and fee of swaps",
    details: [
      "A pool holds two assets of equal worth and keeps their product constant: the larger a trade against its depth, the "
        + "worse its price. DEPTH is what it holds of the asset; the other side follows from the prices.",
      "`pool` alone shows each pool with the price that it implies, which trades move away from the market price. "
        + "`pool frictionless` makes every swap at the market price without fee.",
    ],
    examples: [
      Manual.Example("pool 1000 ETH; swap 10 ETH to USDC", shows: "a pool of 1,000 ether and 2,000,000 dollars"),
      Manual.Example("pool 100 ETH fee 0.3%; deposit 10 ETH; loop 3 at 70%", shows: "what a thin pool costs a loop"),
      Manual.Example("pool", shows: "the terms of swaps"),
    ])

  enum Action: Equatable {
    case show
    case frictionless
    case open(depth: Rational, base: Symbol, quote: Symbol?, fee: BasisPoints)
  }

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> PoolCommand {
    guard !arguments.isAtEnd else { return PoolCommand(action: .show) }
    if arguments.keyword("frictionless") || arguments.keyword("off") { return PoolCommand(action: .frictionless) }
    let (amount, asset, range) = try arguments.amount(share: "the depth")
    guard case .tokens(let depth) = amount, let base = asset else {
      throw CommandError(.syntax, "the depth of a pool is an amount of an asset", at: range, try: ["pool 1000 ETH"])
    }
    var quote: Symbol?
    if arguments.keyword("with") {
      quote = try arguments.asset()
      if quote == nil { throw arguments.errorHere("`with` takes the name of the other asset") }
    }
    var fee = BasisPoints.zero
    if arguments.keyword("fee") { fee = try arguments.fee() }
    return PoolCommand(action: .open(depth: depth, base: base, quote: quote, fee: fee))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.count {
    case 0: [Candidate("frictionless", "swap at the market price"), Candidate("1000", "a depth")]
    case 1: words[0].first?.isNumber == true ? Candidates.assets(session) : []
    default:
      switch words[words.count - 1].lowercased() {
      case "with": Candidates.assets(session)
      case "fee": [Candidate("0.3%", "of every trade")]
      default: [Candidate("fee", "what the pool keeps of a trade"), Candidate("with", "the other asset")]
      }
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    switch action {
    case .show: break
    case .frictionless:
      try world.trade { (world) throws(SwapError) in try world.exchange.setFrictionless() }
    case .open(let depth, let base, let quote, let fee):
      let units = try world.units(depth, of: base)
      let other = quote ?? world.poolPartner(of: base)
      try world.trade { (world) throws(SwapError) in
        try world.exchange.setPool(base: base, quote: other, baseDepth: units, fee: fee, prices: world.feeds.market)
      }
    }
    return Report([.values(world.poolLines)])
  }
}

extension ArgumentReader {
  /// A fee as a percentage of whole basis points below 100 %; 0% is allowed.
  mutating func fee() throws(CommandError) -> BasisPoints {
    guard let literal = try number() else { throw errorHere("the fee is missing", try: [appended(" 0.3%")]) }
    guard literal.unit == .percent else {
      throw error(
        "the fee is a percentage",
        try: literal.isDollars || literal.unit == .multiple ? [] : [corrected(lastRange, lastText() + "%")])
    }
    guard let scaled = try? literal.value * 100, scaled.denominator == .one, scaled < 10_000 else {
      throw error("the fee is below 100% and a whole number of hundredths of a percent")
    }
    return BasisPoints(scaled.numerator)
  }
}
