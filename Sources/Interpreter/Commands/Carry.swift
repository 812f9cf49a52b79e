import FixedPoint
import Lending
import Markets
import Reports

/// Shows what holding the position earns and costs at today's rates.
struct Carry: Inquiry {
  static let manual = Manual(
    "carry", group: .seeing, synopsis: ["carry"], summary: "yield and cost of holding",
    details: [
      "The carry is what the collateral earns less what the debt costs, at today's rates and prices. It falls on the equity: at "
        + "3x, one more percent on the loan costs two percent of what is yours. Rates move with utilization, so this is a picture "
        + "of today and no forecast.",
      "A year's income and cost are the yearly rates times the values, without compounding. The time to liquidation at standing "
        + "prices compounds, as the debt does.",
    ],
    examples: [
      Manual.Example(
        "rate ETH supply 2%; rate USDC 5%; deposit 5 ETH; flash to 3x; carry", shows: "a loop that costs 4% a year"),
      Manual.Example("deposit 10 ETH; carry", shows: "income without a debt"),
      Manual.Example("carry", shows: "nothing is held"),
    ])

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Carry { Carry() }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    let position = world.position
    guard !position.isEmpty else {
      throw CommandError(.refused, "there is no position to hold", try: world.depositSuggestion)
    }
    return CarryReport(world: world, position: position).report
  }
}
