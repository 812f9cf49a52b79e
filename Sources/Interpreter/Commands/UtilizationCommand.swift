import FixedPoint
import Lending
import Markets
import Reports

/// Shows how much of each asset is lent, or has others borrow or repay.
struct UtilizationCommand: WorldCommand {
  static let manual = Manual(
    "utilization", group: .world, synopsis: ["utilization", "utilization ASSET PERCENT"],
    summary: "how much is lent",
    details: [
      "Utilization is the share of what was supplied that is lent. It sets the rates, and what is not lent is all that can be "
        + "withdrawn or borrowed. Your own loans count: in a small market they move the rate that you pay.",
      "A percentage has others borrow or repay until that share is lent.",
    ],
    examples: [
      Manual.Example("utilization", shows: "what is supplied and lent"),
      Manual.Example("utilization USDC 95%", shows: "others borrow more"),
      Manual.Example("utilization USDC 100%; deposit 10 ETH; borrow 1 USDC", shows: "nothing is left to borrow"),
    ])

  let target: (symbol: Symbol, share: Rational)?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> UtilizationCommand {
    guard !arguments.isAtEnd else { return UtilizationCommand(target: nil) }
    guard let symbol = try arguments.asset() else {
      throw arguments.errorHere("utilization belongs to an asset", try: ["utilization USDC 95%"])
    }
    if arguments.scanner.symbol(["-", "−"]) != nil { throw arguments.errorHere("utilization is not below 0%") }
    guard let literal = try arguments.number() else {
      throw arguments.expected("the utilization, such as `95%`,")
    }
    guard literal.unit == .percent, let share = try? literal.fraction else {
      throw arguments.error(
        "utilization is a percentage", try: [arguments.corrected(arguments.lastRange, arguments.lastText() + "%")])
    }
    guard share <= 1 else { throw arguments.error("no more than 100% can be lent") }
    return UtilizationCommand(target: (symbol, share))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.count {
    case 0: Candidates.assets(session)
    case 1: [Candidate("95%", "the share that is lent")]
    default: []
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    if let target { try world.setUtilization(of: target.symbol, to: target.share) }
    return RatesReport(world: world).utilization
  }
}
