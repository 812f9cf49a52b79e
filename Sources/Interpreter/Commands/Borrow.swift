import FixedPoint
import Lending
import Reports

/// Borrows tokens into the wallet against the collateral.
struct Borrow: WorldCommand {
  static let manual = Manual(
    "borrow", group: .loop,
    synopsis: ["borrow AMOUNT ASSET", "borrow PERCENT [ASSET]", "borrow max [ASSET]"],
    summary: "borrow against collateral",
    details: [
      "A percentage is the loan-to-value to reach: `borrow 70%` borrows until the debt is 70% of the collateral. "
        + "Without an asset it borrows what you already owe, or else the market's usual loan.",
      "The maximum LTV limits what may be borrowed; the liquidation threshold, a little higher, decides when you are "
        + "liquidated. The tokens arrive in the wallet: `reinvest` puts them to work.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; borrow 70%", shows: "14,000 dollars against 20,000"),
      Manual.Example("deposit 10 ETH; borrow 12000 USDC; borrow 5000 USDC", shows: "the borrow limit"),
    ])

  let amount: AmountArgument
  let asset: Symbol?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Borrow {
    let (amount, asset, _) = try arguments.amount(share: "the loan-to-value to reach")
    return Borrow(amount: amount, asset: asset)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    Candidates.amountThenAsset(
      words, session,
      first: [Candidate("max", "up to the maximum LTV"), Candidate("70%", "of the collateral, debts included")])
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let symbol = asset ?? world.mainDebt
    let units = try units(of: symbol, in: world)
    try world.borrow(units, of: symbol)
    if case .share(let share) = amount { world.borrowedShare = share }
    let worth = Display.dollars(world.value(of: units, symbol))
    let worthText = world.isStable(symbol) ? "" : " worth \(worth)"
    return Report([
      .paragraph(
        "Borrowed \(world.text(units, symbol), .strong)\(worthText) into the wallet; `reinvest` puts it to work.")
    ])
  }

  private func units(of symbol: Symbol, in world: World) throws(CommandError) -> UInt256 {
    switch amount {
    case .tokens(let tokens):
      return try world.units(tokens, of: symbol)
    case .share(let share):
      if let units = world.loan(toShare: share, of: symbol) { return units }
      let position = world.position
      guard !position.collaterals.isEmpty else { return 1 }  // The ledger says that there is no collateral.
      throw CommandError(
        .refused,
        "the debt is \(Display.risingPercent(position.loanToValue)) of the collateral already, which is not below "
          + "\(Display.percent(share))", try: ["borrow max"])
    case .maximum:
      let units = world.borrowable(symbol)
      let position = world.position
      guard units.isZero, !position.collaterals.isEmpty, position.maxLTV != .zero else { return max(units, 1) }
      throw CommandError(
        .refused,
        "nothing more may be borrowed: the debt is \(Display.risingPercent(position.loanToValue)) of the collateral and "
          + "the max LTV \(Display.setting(position.maxLTV))")
    }
  }
}
