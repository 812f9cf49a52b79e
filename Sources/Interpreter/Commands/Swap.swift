import FixedPoint
import Lending
import Markets
import Reports

/// Trades tokens of the wallet on the market's exchange.
struct Swap: WorldCommand {
  static let manual = Manual(
    "swap", group: .loop,
    synopsis: ["swap AMOUNT ASSET to ASSET", "swap PERCENT ASSET to ASSET", "swap max ASSET to ASSET"],
    summary: "trade wallet tokens",
    details: [
      "In the classroom a swap is made at the market price until `pool` opens a pool of finite depth; then the pool's fee and "
        + "the price impact of the trade itself count."
    ],
    examples: [
      Manual.Example("swap 4 ETH to USDC", shows: "at the market price"),
      Manual.Example("pool 1000 ETH; swap 10 ETH to USDC", shows: "in a pool the price gives way"),
    ])

  let amount: AmountArgument
  let input: Symbol
  let output: Symbol

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Swap {
    let (amount, asset, range) = try arguments.amount(share: "the share of the wallet")
    guard let asset else { throw CommandError(.syntax, "which asset is given?", at: range, try: manual.synopsis) }
    guard arguments.keyword("to"), let output = try arguments.asset() else {
      throw arguments.errorHere("`to` and the asset to get are missing", try: manual.synopsis)
    }
    return Swap(amount: amount, input: asset, output: output)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.count {
    case 0: [Candidate("max", "all that the wallet holds"), Candidate("50%", "of what the wallet holds")]
    case 1, 3: Candidates.assets(session)
    case 2: [Candidate("to", "the asset to get")]
    default: []
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let units = try world.walletUnits(amount, of: input, orElse: "swap max \(input) to \(output)")
    let quote = try world.swap(units, of: input, to: output)
    let (given, got) = (world.text(units, input), world.text(quote.amountOut, output))
    return Report([.paragraph("Swapped \(given) for \(got, .strong).\(SwapCost.sentence(quote, in: world))")])
  }
}
