import FixedPoint
import Lending
import Markets
import Reports

/// Swaps what was borrowed for the collateral and deposits it: the second half of a loop.
struct Reinvest: WorldCommand {
  static let manual = Manual(
    "reinvest", group: .loop,
    synopsis: [
      "reinvest", "reinvest AMOUNT ASSET [into ASSET]", "reinvest PERCENT [ASSET]", "reinvest max [ASSET]",
      "reinvest ... slippage PERCENT",
    ],
    summary: "swap the loan, deposit it",
    details: [
      "Without an amount it takes all that was borrowed and not used yet. The swap is made on the market's exchange, so "
        + "its fee and price impact are real.",
      "Between the borrow and the reinvestment the health factor is at its lowest: the debt is there, and what it buys is "
        + "not collateral yet.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; borrow 70%; reinvest", shows: "one loop by hand"),
      Manual.Example("deposit 10 ETH; reinvest", shows: "there is nothing to reinvest yet"),
    ])

  let amount: AmountArgument
  let asset: Symbol?
  let collateral: Symbol?
  let limit: Rational?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Reinvest {
    var (amount, asset): (AmountArgument, Symbol?) = (.maximum, nil)
    var collateral: Symbol?
    var limit = try arguments.slippage()
    var hasTarget = arguments.keyword("into")
    if !hasTarget, limit == nil, !arguments.isAtEnd {
      (amount, asset, _) = try arguments.amount(share: "the share of what was borrowed")
      hasTarget = arguments.keyword("into")
    }
    if hasTarget {
      collateral = try arguments.asset()
      if collateral == nil { throw arguments.errorHere("`into` takes the name of an asset") }
    }
    if limit == nil { limit = try arguments.slippage() }
    return Reinvest(amount: amount, asset: asset, collateral: collateral, limit: limit)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    if words.last?.lowercased() == "slippage" { return [.slippageLimit] }
    return Candidates.amountThenAsset(
      words, session,
      first: [Candidate("max", "all that was borrowed"), Candidate("50%", "of what was borrowed"), .slippage])
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    guard let loan = asset ?? world.unspentLoan else {
      throw CommandError(
        .refused, "nothing that was borrowed is left to reinvest",
        try: world.position.collaterals.isEmpty ? world.depositSuggestion : ["borrow 70%"])
    }
    let target = collateral ?? world.mainCollateral
    let units = try units(of: loan, in: world)
    let step = try world.trading(
      within: limit, retry: { retry($1, $2, units, of: loan, into: target, in: $0) }, quotes: { [$0.quote] },
      do: { (world) throws(CommandError) in
        try world.reinvest(units, of: loan, into: target)
      })
    return Report([.paragraph(step.sentence(in: world))])
  }

  /// As much as the limit lets through, and all of it with a limit that suffices.
  private func retry(
    _ limit: Rational, _ sufficient: String, _ units: UInt256, of loan: Symbol, into target: Symbol, in world: World
  ) -> [String] {
    let less = world.typed(world.tradable(units, of: loan, to: target, within: limit), loan)
    let own = self.limit == nil ? "" : " slippage \(Display.typedPercent(limit))"
    let goal = collateral.map { " into \($0)" } ?? ""
    return (less == "0" ? [] : ["reinvest \(less) \(loan)\(goal)\(own)"])
      + ["reinvest \(amount.typed(loan))\(goal) slippage \(sufficient)"]
  }

  private func units(of loan: Symbol, in world: World) throws(CommandError) -> UInt256 {
    let unspent = world.unspentLoans[loan] ?? .zero
    guard !unspent.isZero else {
      throw CommandError(.refused, "no borrowed \(loan) is left to reinvest", try: ["borrow 70% \(loan)"])
    }
    guard case .tokens(let tokens) = amount else { return amount.part(of: unspent) }
    let units = try world.units(tokens, of: loan)
    guard units <= unspent else {
      let (left, asked) = world.texts(unspent, units, loan)
      throw CommandError(
        .refused, "\(left) of what was borrowed is left to reinvest, not \(asked)", try: ["reinvest max \(loan)"])
    }
    return units
  }
}

extension LoopStep {
  /// What was swapped for what and what that cost.
  func sentence(in world: World) -> StyledText {
    let spent = world.text(borrowed.amount, borrowed.symbol)
    let got = world.text(bought.amount, bought.symbol)
    guard borrowed.symbol != bought.symbol else { return "Deposited \(got, .strong) that were borrowed." }
    return "Swapped \(spent) for \(got, .strong) and deposited it.\(SwapCost.sentence(quote, in: world))"
  }
}
