import FixedPoint
import Reports

/// Shows or sets the slippage limit of all trades.
struct SlippageCommand: WorldCommand {
  static let manual = Manual(
    "slippage", group: .world, synopsis: ["slippage", "slippage PERCENT", "slippage off"],
    summary: "a limit for all trades",
    details: [
      "A trade that would bring more than PERCENT less than at the price just before it, fee included, is reverted: nothing "
        + "happens. That protects from a bad price, and not from having no trade when one is needed.",
      "It holds for `swap`, `reinvest`, `loop`, `unwind`, `flash` and `stop`, which also take a limit of their own: "
        + "`swap 5 ETH to USDC slippage 1%`. There is no limit at the start.",
    ],
    examples: [
      Manual.Example("pool 300 ETH; slippage 1%; swap 10 ETH to USDC", shows: "a trade that is reverted"),
      Manual.Example("slippage", shows: "whether there is a limit"),
    ])

  enum Action: Equatable {
    case show
    case off
    case limit(Rational)
  }

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> SlippageCommand {
    if arguments.isAtEnd { return SlippageCommand(action: .show) }
    if arguments.keyword("off") { return SlippageCommand(action: .off) }
    return SlippageCommand(action: .limit(try arguments.slippageLimit()))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty ? [.slippageLimit, Candidate("off", "no limit")] : []
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    switch action {
    case .show: break
    case .off: world.slippageLimit = nil
    case .limit(let limit): world.slippageLimit = limit
    }
    guard let limit = world.slippageLimit else {
      return Report([.paragraph("There is no slippage limit: a trade is made at whatever price it gets.")])
    }
    return Report([
      .paragraph(
        "The slippage limit is \(Display.typedPercent(limit), .strong): a trade that would lose more against the price before it is reverted."
      )
    ])
  }
}
