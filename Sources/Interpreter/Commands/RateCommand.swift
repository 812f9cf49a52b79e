import FixedPoint
import Lending
import Markets
import Reports

/// Shows what borrowers pay and suppliers earn, or fixes it.
struct RateCommand: WorldCommand {
  static let manual = Manual(
    "rate", group: .world,
    synopsis: [
      "rate", "rate ASSET", "rate ASSET PERCENT", "rate ASSET supply PERCENT", "rate ASSET curve",
    ],
    summary: "what loans cost",
    details: [
      "Rates are yearly and follow the curve of each asset: gently up to the kink, steeply above it. `rate ASSET` draws the "
        + "curve and where the market stands on it.",
      "A percentage fixes what borrowers pay, and what suppliers earn follows from it; `supply` fixes that too. `curve` gives both "
        + "back to the curve.",
    ],
    examples: [
      Manual.Example("rate", shows: "all rates"),
      Manual.Example("utilization USDC 95%; rate USDC", shows: "a curve beyond its kink"),
      Manual.Example("rate ETH supply 2%; rate USDC 5%", shows: "rates that stand still"),
    ])

  enum Action: Equatable, Sendable {
    case list
    case show(Symbol)
    case fixBorrowing(Symbol, Rational)
    case fixSupply(Symbol, Rational)
    case followCurve(Symbol)
  }

  /// The highest rate that may be fixed: a thousand percent, as in the protocol.
  static let highest = Rational(10)

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> RateCommand {
    guard !arguments.isAtEnd else { return RateCommand(action: .list) }
    guard let symbol = try arguments.asset() else {
      throw arguments.errorHere("a rate belongs to an asset", try: ["rate USDC 5%"])
    }
    if arguments.isAtEnd { return RateCommand(action: .show(symbol)) }
    if arguments.keyword("curve") { return RateCommand(action: .followCurve(symbol)) }
    if arguments.keyword("supply") {
      return RateCommand(action: .fixSupply(symbol, try arguments.rate("the supply rate")))
    }
    _ = arguments.keyword("borrow")
    return RateCommand(action: .fixBorrowing(symbol, try arguments.rate("the borrow rate")))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.count {
    case 0: Candidates.assets(session)
    case 1:
      [
        Candidate("5%", "what borrowers pay"), Candidate("supply", "what suppliers earn"),
        Candidate("curve", "as the curve says"),
      ]
    default: []
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    switch action {
    case .list: return RatesReport(world: world).table
    case .show(let symbol): return try RatesReport(world: world).curve(of: symbol)
    case .fixBorrowing(let symbol, let rate):
      let supply = try world.reserve(symbol).fixedRates.liquidityRate.map { world.fraction($0) }
      try world.fixRates(of: symbol, borrow: rate, supply: supply)
    case .fixSupply(let symbol, let rate):
      let borrow = try world.reserve(symbol).fixedRates.variableBorrowRate.map { world.fraction($0) }
      try world.fixRates(of: symbol, borrow: borrow, supply: rate)
    case .followCurve(let symbol): try world.fixRates(of: symbol, borrow: nil, supply: nil)
    }
    return RatesReport(world: world).table
  }
}

extension ArgumentReader {
  /// A yearly rate as a percentage from 0% to 1,000%, as a fraction.
  fileprivate mutating func rate(_ what: String) throws(CommandError) -> Rational {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("\(what) is not below 0%") }
    guard let literal = try number() else { throw expected("\(what), such as `5%`,") }
    guard literal.unit == .percent, let rate = try? literal.fraction else {
      throw error("\(what) is a percentage", try: [corrected(lastRange, lastText() + "%")])
    }
    guard rate <= RateCommand.highest else { throw error("\(what) is at most 1,000%") }
    return rate
  }
}
