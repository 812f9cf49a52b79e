import FixedPoint
import Lending
import Markets
import Reports

/// Changes the leverage in one transaction with a flash loan.
struct Flash: WorldCommand {
  static let manual = Manual(
    "flash", group: .loop, synopsis: ["flash to MULTIPLE [slippage PERCENT]", "flash fee PERCENT"],
    summary: "leverage in one step",
    details: [
      "A flash loan is lent and paid back within one transaction, so it needs no collateral; it costs a fee. Upwards it buys "
        + "collateral and borrows what it owes; downwards it repays and sells collateral. `flash to 1x` closes the debt.",
      "`flash fee 0%` sets what the protocol charges for such a loan.",
      "The position that results is that of loops to the same LTV: the health factor does not count steps.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; flash to 3x", shows: "a leverage of 3 without a single loop"),
      Manual.Example("deposit 10 ETH; loop to 2.5x; flash to 1x", shows: "out again at once"),
      Manual.Example("flash fee 0.09%; deposit 10 ETH; flash to 2x", shows: "another protocol's fee"),
    ])

  enum Action: Equatable {
    case lever(to: Rational, limit: Rational?)
    case fee(BasisPoints)
  }

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Flash {
    if arguments.keyword("fee") { return Flash(action: .fee(try arguments.fee())) }
    guard arguments.keyword("to") else { throw arguments.errorHere("a leverage is missing", try: ["flash to 3x"]) }
    return Flash(action: .lever(to: try arguments.multiple("the leverage"), limit: try arguments.slippage()))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    let setsFee = words.first?.lowercased() == "fee"
    return switch words.count {
    case 0: [Candidate("to", "the leverage to reach"), Candidate("fee", "what the loan costs")]
    case 1: setsFee ? [Candidate("0.05%", "of the loan")] : [Candidate("3x", "a leverage"), Candidate("1x", "no debt")]
    case 2: setsFee ? [] : [.slippage]
    case 3: setsFee ? [] : [.slippageLimit]
    default: []
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    switch action {
    case .lever(let multiple, let limit): return try lever(to: multiple, limit, on: &world)
    case .fee(let fee):
      world.flashLoanFee = fee
      return Report([.paragraph("A flash loan costs \(Display.setting(fee), .strong) of what is lent.")])
    }
  }

  private func lever(
    to multiple: Rational, _ limit: Rational?, on world: inout World
  ) throws(CommandError) -> Report {
    let position = world.position
    guard !position.collaterals.isEmpty else {
      throw CommandError(.refused, "there is no collateral yet", try: world.depositSuggestion)
    }
    let leverage = position.leverage
    let goal = Value.exact(multiple)
    guard let order = leverage.compared(to: goal), order != 0 else {
      throw CommandError(.refused, "the leverage is \(Display.multiple(leverage)) already")
    }
    let isUp = order < 0
    let step = try world.trading(
      within: limit, retry: { ["flash to \(Display.typed(multiple))x slippage \($2)"] }, quotes: { [$0.quote] },
      do: { (world) throws(CommandError) in
        isUp ? try world.flashUp(to: multiple) : try world.flashDown(to: multiple)
      })
    let lent = world.text(step.lent.amount, step.lent.symbol)
    let fee = world.text(step.fee, step.lent.symbol)
    let traded = world.text(step.traded.amount, step.traded.symbol)
    let verb = isUp ? "bought" : "sold"
    let share = Display.setting(world.flashLoanFee)
    let owed = world.position.debts.map { world.text($0.amount, $0.symbol) }
    let rest = isUp || multiple > 1 || owed.isEmpty ? "" : " Still owed: \(owed.joined(separator: " and "))."
    let cost = SwapCost.sentence(step.quote, in: world) + rest
    return Report([
      .paragraph(
        "One transaction: a flash loan of \(lent, .strong) \(verb) \(traded, .strong) for a fee of \(fee) (\(share)).\(cost)"
      )
    ])
  }
}
