import FixedPoint
import Lending

/// Reaching a leverage exactly: estimates, and what rounding does to them.
extension World {
  /// How often an amount is estimated anew with the price impact of the estimate before.
  static let mostEstimates = 32
  /// How often an amount is corrected by twice as much as before.
  private static let mostCorrections = 16

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
    var last: (world: World, step: Step)?
    for _ in 0..<Self.mostCorrections {
      let amount = correcting == .less ? estimate.subtractingOrZero(margin) : (try? estimate + margin) ?? estimate
      var trial = self
      let step = try operation(&trial, amount)
      last = (trial, step)
      if trial.unmeasuredPosition.leverage.compared(to: .exact(multiple)) ?? 1 <= 0 { break }
      margin = margin.isZero ? smallest : (try? margin * 2) ?? margin
    }
    if let last { return last }
    var trial = self
    let step = try operation(&trial, estimate)
    return (trial, step)
  }
}
