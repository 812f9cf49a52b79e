import FixedPoint
import Lending
import Reports

/// Takes collateral back into the wallet.
struct Withdraw: WorldCommand {
  static let manual = Manual(
    "withdraw", group: .loop,
    synopsis: ["withdraw AMOUNT ASSET", "withdraw PERCENT [ASSET]", "withdraw max [ASSET]"],
    summary: "take collateral back",
    details: [
      "A percentage is a share of what was supplied. `max` takes all of it, or, while there is debt, as much as leaves the "
        + "health factor at 1: the edge of liquidation."
    ],
    examples: [
      Manual.Example("deposit 10 ETH; withdraw 4 ETH", shows: "without debt anything may leave"),
      Manual.Example(
        "deposit 10 ETH; borrow 13200 USDC; withdraw 5 ETH", shows: "the health factor stays at 1 or more"),
    ])

  let amount: AmountArgument
  let asset: Symbol?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Withdraw {
    let (amount, asset, _) = try arguments.amount(share: "the share of what was supplied")
    return Withdraw(amount: amount, asset: asset)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    Candidates.amountThenAsset(
      words, session,
      first: [Candidate("max", "as much as the health factor allows"), Candidate("50%", "of what was supplied")])
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let symbol = asset ?? world.mainCollateral
    let supplied = world.pool.supplyBalance(of: symbol, account: World.learner)
    guard !supplied.isZero else {
      throw CommandError(.refused, "you have supplied no \(symbol)", try: world.depositSuggestion)
    }
    let units: UInt256
    switch amount {
    case .tokens(let tokens): units = try world.units(tokens, of: symbol)
    case .share: units = amount.part(of: supplied)
    case .maximum:
      units = world.withdrawable(symbol)
      guard !units.isZero else {
        throw CommandError(
          .refused,
          "nothing may leave: the health factor is \(Display.healthFactor(world.position.healthFactor)), and the protocol keeps it at 1 or more"
        )
      }
    }
    let withdrawn = try world.withdraw(units, of: symbol)
    return Report([.paragraph("Withdrew \(world.text(withdrawn, symbol), .strong) into the wallet.")])
  }
}
