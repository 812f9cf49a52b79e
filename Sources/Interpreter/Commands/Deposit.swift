import FixedPoint
import Lending
import Markets
public import Reports

/// Moves tokens from the wallet into the protocol as collateral.
public struct Deposit: WorldCommand {
  public static let manual = Manual(
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

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Deposit {
    let (amount, asset, _) = try arguments.amount(share: "the share of the wallet")
    return Deposit(amount: amount, asset: asset)
  }

  public static func candidates(after words: [String], in session: Session) -> [Candidate] {
    Candidates.amountThenAsset(words, session, first: [Candidate("max", "all that the wallet holds")])
  }

  public func run(on world: inout World) throws(CommandError) -> Report {
    let symbol = asset ?? world.depositDefault
    let units = try world.walletUnits(amount, of: symbol)
    try world.deposit(units, of: symbol)
    world.ladder.noteDeposit(world.balances)
    let worth = Display.dollars(world.value(of: units, symbol))
    return Report([.paragraph("Deposited \(world.text(units, symbol), .strong) worth \(worth) as collateral.")])
  }
}

extension World {
  /// What is deposited when no asset is named: the market's collateral if the wallet has some, else the first that it has.
  var depositDefault: Symbol {
    if !wallets[Self.learner, market.collateral].isZero { return market.collateral }
    return market.assets.map(\.asset.symbol).first { !wallets[Self.learner, $0].isZero } ?? market.collateral
  }

  /// A command that deposits all that the wallet holds of the default asset; none when it holds nothing.
  var depositSuggestion: [String] {
    let symbol = depositDefault
    let held = wallets[Self.learner, symbol]
    return held.isZero ? [] : ["deposit \(typed(held, symbol)) \(symbol)"]
  }

  /// Token units of an amount that is paid from the wallet: a percentage is a share of what it holds.
  func walletUnits(_ amount: AmountArgument, of symbol: Symbol) throws(CommandError) -> UInt256 {
    let held = wallets[Self.learner, symbol]
    switch amount {
    case .tokens(let tokens):
      return try units(tokens, of: symbol)
    case .maximum, .share:
      guard !held.isZero else { throw CommandError(.refused, "the wallet holds no \(symbol)") }
      return amount.part(of: held)
    }
  }
}

extension AmountArgument {
  /// Token units out of a whole: all of it for `max`, a rounded down part for a percentage, nothing for a number.
  func part(of whole: UInt256) -> UInt256 {
    switch self {
    case .maximum: whole
    case .share(let share): (try? share.scaled(to: whole, rounding: .down)) ?? .zero
    case .tokens: .zero
    }
  }
}
