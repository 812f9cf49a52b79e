import FixedPoint
import Lending
import Markets
import Reports

/// Moves tokens from the wallet into the protocol as collateral.
struct Deposit: WorldCommand {
  static let manual = Manual(
    "deposit", group: .loop,
    synopsis: ["deposit AMOUNT ASSET", "deposit PERCENT [ASSET]", "deposit max [ASSET]"],
    summary: "put wallet tokens to work",
    details: [
      "Collateral stays yours while it secures what you borrow. A percentage is a share of what the wallet holds."
    ],
    examples: [
      Manual.Example("deposit 10 ETH", shows: "10 ether become collateral"),
      Manual.Example("deposit 50%", shows: "half of the wallet's ether"),
      Manual.Example("deposit 11 ETH", shows: "more than the wallet holds is refused"),
    ])

  let amount: AmountArgument
  let asset: Symbol?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Deposit {
    let (amount, asset, _) = try arguments.amount(share: "the share of the wallet")
    return Deposit(amount: amount, asset: asset)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    Candidates.amountThenAsset(
      words, session,
      first: [Candidate("max", "all that the wallet holds"), Candidate("50%", "of what the wallet holds")])
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let symbol = asset ?? world.depositDefault
    let units = try world.walletUnits(amount, of: symbol, orElse: "deposit max \(symbol)")
    try world.deposit(units, of: symbol)
    world.ladder.noteDeposit(world.balances)
    let worth = Display.dollars(world.value(of: units, symbol))
    let isSecuring = world.riskLimits(of: symbol).liquidationThreshold != .zero
    let purpose = isSecuring ? "as collateral" : "which secures nothing here: its liquidation threshold is 0%"
    return Report([
      .paragraph("Deposited \(world.text(units, symbol), .strong) worth \(worth)\(isSecuring ? " " : ", ")\(purpose).")
    ])
  }
}
