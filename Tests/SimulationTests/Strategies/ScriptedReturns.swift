@testable import Simulation

/// Returns that were written down: the same for every path.
@safe final class ScriptedReturns: StepReturns {
  private var moves: ArraySlice<Double>

  init(_ moves: [Double]) { self.moves = moves[...] }

  /// The returns that lead from a price to the next.
  convenience init(prices: [Double]) {
    let logarithms = prices.map(naturalLogarithm)
    self.init(zip(logarithms.dropFirst(), logarithms).map { $0 - $1 })
  }

  func fill(_ returns: UnsafeMutablePointer<Double>) {
    let move = moves.removeFirst()
    for lane in 0..<LaneWords.lanes { unsafe returns[lane] = move }
  }
}
