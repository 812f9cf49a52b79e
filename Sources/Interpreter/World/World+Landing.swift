import FixedPoint
import Lending

/// Reaching a leverage exactly: estimates, and what rounding does to them.
extension World {
  /// How often an amount is estimated anew with the price impact of the estimate before.
  private static let mostEstimates = 32
  /// How often an amount is corrected by twice as much as before.
  private static let mostCorrections = 16

  /// Estimates an amount again and again, each time with what the amount before it would cost, until two agree; nil as soon
  /// as an estimate is.
  static func converged(
    from start: UInt256 = .zero, _ estimate: (UInt256) throws(CommandError) -> UInt256?
  ) throws(CommandError) -> UInt256? {
    var amount = start
    for _ in 0..<mostEstimates {
      guard let next = try estimate(amount) else { return nil }
      guard next != amount else { break }
      amount = next
    }
    return amount
  }

  /// Which way an amount is corrected when the leverage is still above the goal.
  enum Correction {
    case less
    case more
  }

  /// Carries out an operation with the amount nearest to an estimate that leaves the leverage at the multiple or below it,
  /// so that it never reads more than was asked for.
  ///
  /// The ledger values every asset in whole 10^-8 dollars and rounds amounts to units: an exact estimate may miss by a
  /// few of them. Gives the changed world and what the operation gave.
  func landing<Step>(
    at multiple: Rational, near estimate: UInt256, of symbol: Symbol, correcting: Correction,
    _ operation: (inout World, UInt256) throws(CommandError) -> Step
  ) throws(CommandError) -> (world: World, step: Step) {
    let smallest = max(tokens(worth: (try? Rational(1, over: Self.unitsPerDollar)) ?? 0, of: symbol), 1)
    var margin = UInt256.zero
    var corrections = 0
    while true {
      let amount = correcting == .less ? estimate.subtractingOrZero(margin) : (try? estimate + margin) ?? estimate
      var trial = self
      let step = try operation(&trial, amount)
      let isReached = trial.unmeasuredPosition.leverage.compared(to: .exact(multiple)) ?? 1 <= 0
      corrections += 1
      if isReached || corrections == Self.mostCorrections { return (trial, step) }
      margin = margin.isZero ? smallest : (try? margin * 2) ?? margin
    }
  }
}
