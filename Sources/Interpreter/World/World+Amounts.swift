import FixedPoint
import Lending

/// From typed amounts to token units.
extension World {
  /// Token units of an amount that is paid from the wallet: a percentage is a share of what it holds.
  /// `instead` is the command that takes all of it, for when it is less than was asked for.
  func walletUnits(
    _ amount: AmountArgument, of symbol: Symbol, orElse instead: String
  ) throws(CommandError) -> UInt256 {
    let held = wallets[Self.learner, symbol]
    switch amount {
    case .tokens(let tokens):
      let units = try units(tokens, of: symbol)
      guard units > held, !held.isZero else { return units }
      let (has, asked) = texts(held, units, symbol)
      throw CommandError(.refused, "the wallet holds \(has), not \(asked)", try: [instead])
    case .maximum, .share:
      guard !held.isZero else { throw CommandError(.refused, "the wallet holds no \(symbol)") }
      return amount.part(of: held)
    }
  }
}

extension AmountArgument {
  /// The amount as it can be typed: `10 ETH`, `50% ETH`, `max ETH`.
  func typed(_ symbol: Symbol) -> String {
    switch self {
    case .maximum: "max \(symbol)"
    case .share(let share): "\(Display.typedPercent(share)) \(symbol)"
    case .tokens(let tokens): "\(tokens.decimalText(places: 18)) \(symbol)"
    }
  }

  /// Token units out of a whole: all of it for `max`, a rounded down part for a percentage, nothing for a number.
  func part(of whole: UInt256) -> UInt256 {
    switch self {
    case .maximum: whole
    case .share(let share): (try? share.scaled(to: whole, rounding: .down)) ?? .zero
    case .tokens: .zero
    }
  }
}

/// From token units to the tokens of a model.
extension World {
  func tokens(_ units: UInt256, _ symbol: Symbol) -> Double {
    (try? Rational(units, over: asset(symbol).unit).doubleValue) ?? 0
  }
}
