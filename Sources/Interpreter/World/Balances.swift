import FixedPoint
import Lending
import Markets

/// What an account has supplied and owes in the protocol, in the market's order of assets.
struct Balances: Equatable, Sendable {
  var supplied: [Holding] = []
  var owed: [Holding] = []

  var isEmpty: Bool { supplied.isEmpty && owed.isEmpty }

  /// The balances after a withdrawal of at most what is there.
  func withdrawing(_ amount: UInt256, of symbol: Symbol) -> Balances {
    var balances = self
    for index in balances.supplied.indices where balances.supplied[index].symbol == symbol {
      balances.supplied[index].amount = balances.supplied[index].amount.subtractingOrZero(amount)
    }
    balances.supplied.removeAll(where: \.amount.isZero)
    return balances
  }

  /// Whether there is less of any asset on either side than before.
  func isReduced(from before: Balances) -> Bool {
    func amount(_ symbol: Symbol, in side: [Holding]) -> UInt256 { side.first { $0.symbol == symbol }?.amount ?? .zero }
    return before.supplied.contains { amount($0.symbol, in: supplied) < $0.amount }
      || before.owed.contains { amount($0.symbol, in: owed) < $0.amount }
  }
}
