import FixedPoint
import Lending
import Reports

/// Makes one liquidation, as a keeper would.
struct Liquidate: WorldCommand {
  static let manual = Manual(
    "liquidate", group: .world, synopsis: ["liquidate", "liquidate AMOUNT ASSET"],
    summary: "one liquidation of yours",
    details: [
      "Repays as much as the close factor allows, or the amount given, and seizes collateral worth that plus the bonus. Only a "
        + "health factor below 1 allows it."
    ],
    examples: [
      Manual.Example(
        "keepers off; deposit 10 ETH; borrow 13200 USDC; price 1590; liquidate",
        shows: "half of the debt, and the penalty"),
      Manual.Example(
        "deposit 10 ETH; borrow 10000 USDC; liquidate", shows: "refused while the health factor is 1 or more"),
    ])

  let amount: Rational?
  let debt: Symbol?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Liquidate {
    guard !arguments.isAtEnd else { return Liquidate(amount: nil, debt: nil) }
    let (amount, asset, range) = try arguments.amount(share: "the amount to repay")
    guard case .tokens(let tokens) = amount else {
      throw CommandError(.syntax, "the amount to repay is a number of tokens", at: range, try: manual.synopsis)
    }
    return Liquidate(amount: tokens, debt: asset)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    Candidates.amountThenAsset(words, session, first: [])
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    guard let amount else { return try world.liquidateAsKeepersDo().report(in: world) }
    let units = try world.units(amount, of: debt ?? world.mainDebt)
    return try world.liquidate(debt: debt, repaying: units).report(in: world)
  }
}
