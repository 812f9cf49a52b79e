import FixedPoint
import Lending
import Markets

extension World {
  /// What the learner starts with, as `10 ETH` or `nothing yet`.
  public var walletSummary: String {
    let holdings = market.wallet.map { text($0.amount, $0.symbol) }
    return holdings.isEmpty ? "nothing yet" : holdings.joined(separator: " and ")
  }

  /// The command that a newcomer types first: a deposit of all that the wallet holds, or `market` when it is empty.
  public var firstStep: String { depositSuggestion.first ?? "market" }
}
