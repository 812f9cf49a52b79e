import FixedPoint
import Lending
import Markets
import Reports

/// Trades tokens of the wallet on the market's exchange.
struct Swap: WorldCommand {
  static let manual = Manual(
    "swap", group: .loop,
    synopsis: [
      "swap AMOUNT ASSET to ASSET", "swap PERCENT ASSET to ASSET", "swap max ASSET to ASSET",
      "swap ... slippage PERCENT",
    ],
    summary: "trade wallet tokens",
    details: [
      "In the classroom a swap is made at the market price until `pool` opens a pool of finite depth; then the pool's fee and "
        + "the price impact of the trade itself count.",
      "With a slippage limit a trade that would bring more than that percentage less than at the price before it is reverted: "
        + "nothing happens. `slippage` sets a limit for all trades.",
    ],
    examples: [
      Manual.Example("swap 4 ETH to USDC", shows: "at the market price"),
      Manual.Example("pool 1000 ETH; swap 10 ETH to USDC", shows: "in a pool the price gives way"),
      Manual.Example("pool 100 ETH; swap 5 ETH to USDC slippage 1%", shows: "a limit that reverts the trade"),
    ])

  let amount: AmountArgument
  let input: Symbol
  let output: Symbol
  let limit: Rational?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Swap {
    let (amount, asset, range) = try arguments.amount(share: "the share of the wallet")
    guard let asset else { throw CommandError(.syntax, "which asset is given?", at: range, try: manual.synopsis) }
    guard arguments.keyword("to"), let output = try arguments.asset() else {
      throw arguments.errorHere("`to` and the asset to get are missing", try: Array(manual.synopsis.prefix(3)))
    }
    return Swap(amount: amount, input: asset, output: output, limit: try arguments.slippage())
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.count {
    case 0: [Candidate("max", "all that the wallet holds"), Candidate("50%", "of what the wallet holds")]
    case 1, 3: Candidates.assets(session)
    case 2: [Candidate("to", "the asset to get")]
    case 4: [.slippage]
    case 5: [.slippageLimit]
    default: []
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    guard !world.wallets[World.learner, input].isZero else {
      // Not the other way round, which is the opposite of what is wanted.
      throw CommandError(.refused, "the wallet holds no \(input)", try: world.walletSuggestions(instead: output))
    }
    let units = try world.walletUnits(amount, of: input, orElse: "swap max \(input) to \(output)")
    let quote = try world.trading(
      within: limit, retry: { retry($1, $2, units, in: $0) }, quotes: { [$0] },
      do: {
        (world) throws(CommandError) in
        try world.swap(units, of: input, to: output)
      })
    let (given, got) = (world.text(units, input), world.text(quote.amountOut, output))
    return Report([.paragraph("Swapped \(given) for \(got, .strong).\(SwapCost.sentence(quote, in: world))")])
  }

  /// As much as the limit lets through, and the same amount with a limit that suffices.
  private func retry(_ limit: Rational, _ sufficient: String, _ units: UInt256, in world: World) -> [String] {
    let less = world.typed(world.tradable(units, of: input, to: output, within: limit), input)
    let own = self.limit == nil ? "" : " slippage \(Display.typedPercent(limit))"
    return (less == "0" ? [] : ["swap \(less) \(input) to \(output)\(own)"])
      + ["swap \(amount.typed(input)) to \(output) slippage \(sufficient)"]
  }
}
