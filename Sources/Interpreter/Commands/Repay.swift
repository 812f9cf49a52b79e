import FixedPoint
import Lending
import Reports

/// Pays debt back from the wallet.
struct Repay: WorldCommand {
  static let manual = Manual(
    "repay", group: .loop, synopsis: ["repay AMOUNT ASSET", "repay PERCENT [ASSET]", "repay max [ASSET]"],
    summary: "pay debt back",
    details: ["A percentage is a share of the debt; `max` is all of it, as far as the wallet reaches."],
    examples: [
      Manual.Example("deposit 10 ETH; borrow 10000 USDC; repay 4000 USDC", shows: "a part of the debt"),
      Manual.Example("deposit 10 ETH; borrow 10000 USDC; repay max", shows: "all of it"),
    ])

  let amount: AmountArgument
  let asset: Symbol?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Repay {
    let (amount, asset, _) = try arguments.amount(share: "the share of the debt")
    return Repay(amount: amount, asset: asset)
  }

  static func concerns(_ symbol: Symbol, in world: World) -> Bool {
    !world.pool.debtBalance(of: symbol, account: World.learner).isZero
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    Candidates.amountThenAsset(
      words, session, first: [Candidate("max", "the whole debt"), Candidate("50%", "of the debt")])
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let symbol = asset ?? world.mainDebt
    let owed = world.pool.debtBalance(of: symbol, account: World.learner)
    guard !owed.isZero else { throw world.refusal(.noDebt(symbol)) }
    let units: UInt256
    switch amount {
    case .tokens(let tokens): units = try world.units(tokens, of: symbol)
    case .share: units = amount.part(of: owed)
    case .maximum: units = min(owed, max(world.wallets[World.learner, symbol], 1))
    }
    guard !world.wallets[World.learner, symbol].isZero else {
      throw CommandError(
        .refused, "the wallet holds no \(symbol) to repay with",
        try: world.walletSuggestions(instead: symbol) + ["unwind"])
    }
    let repaid = try world.repay(units, of: symbol)
    let left = world.pool.debtBalance(of: symbol, account: World.learner)
    let rest: StyledText =
      left.isZero ? "; nothing is owed any more." : "; \(world.text(left, symbol)) are left."
    return Report([.paragraph("Repaid \(world.text(repaid, symbol), .strong)" + rest)])
  }
}
