import Markets
import Reports

/// Starts the market anew.
struct Reset: Command {
  static let manual = Manual(
    "reset", group: .timeTravel, synopsis: ["reset"], summary: "the market's first moment",
    details: ["Prices, wallet and position are as they were when the market was loaded. `undo` takes a reset back."],
    examples: [Manual.Example("deposit 10 ETH; loop 3 at 70%; reset", shows: "the wallet is full again")])

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Reset { Reset() }

  var beginsAnew: Bool { true }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let before = session.world
    session.record(try World(market: before.market))
    return Report([.paragraph("The market \(before.market.name, .strong) is as it was when it was loaded.")])
      + Change(from: before, to: session.world).report
  }
}
