import FixedPoint

/// What the learner's actions have cost since the market was loaded, in dollars at the prices of each moment.
///
/// Gas is paid from outside: no token of the wallet or of the position is spent on it.
struct Costs: Equatable, Sendable {
  enum Kind: CaseIterable, Hashable, Sendable {
    case gas
    case swapFees
    /// What trades lost because the price gave way; negative where pools paid more than the market price.
    case priceImpact
    case flashLoanFees
    case interestPaid
    /// An income: what it says is to be taken off.
    case interestEarned
    case liquidationPenalties
  }

  /// How many transactions the learner has paid gas for.
  private(set) var transactions = 0
  private var amounts: [Kind: Rational] = [:]

  subscript(kind: Kind) -> Rational { amounts[kind] ?? 0 }

  /// Adds dollars, to the nearest 10^-8, so that a sum of many stays a short number.
  mutating func add(_ dollars: Rational, to kind: Kind) {
    guard let rounded = try? dollars.rounded(toPlaces: 8), let sum = try? self[kind] + rounded else { return }
    amounts[kind] = sum.isZero ? nil : sum
  }

  /// Sends a transaction at a price of gas.
  mutating func send(gas: Rational) {
    guard !gas.isZero else { return }
    transactions += 1
    add(gas, to: .gas)
  }

  /// Makes all that was sent since an earlier moment one transaction.
  mutating func bundle(since earlier: Costs, gas: Rational) {
    transactions = earlier.transactions
    amounts[.gas] = earlier.amounts[.gas]
    send(gas: gas)
  }

  /// All costs less what was earned.
  var total: Rational {
    Kind.allCases.reduce(0) { sum, kind in
      (try? kind == .interestEarned ? sum - self[kind] : sum + self[kind]) ?? sum
    }
  }
}
