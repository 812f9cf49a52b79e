import FixedPoint
import Lending

/// From typed amounts to token units.
extension World {
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
