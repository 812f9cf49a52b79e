import FixedPoint
import Lending

/// What each account holds outside the protocol, in token units.
struct Wallets: Equatable, Sendable {
  private var balances: [AccountID: [Symbol: UInt256]] = [:]

  /// No entry is kept for a balance of 0, so that equal holdings are equal values.
  subscript(account: AccountID, symbol: Symbol) -> UInt256 {
    get { balances[account]?[symbol] ?? .zero }
    set { balances[account, default: [:]][symbol] = newValue.isZero ? nil : newValue }
  }

  /// What all accounts hold of an asset together.
  func total(of symbol: Symbol) throws(ArithmeticError) -> UInt256 {
    var sum = UInt256.zero
    for holdings in balances.values { sum = try sum + (holdings[symbol] ?? .zero) }
    return sum
  }
}
