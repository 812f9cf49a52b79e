public import FixedPoint

/// Yearly rates that hold whatever the utilization, instead of those of the curve.
public struct FixedRates: Hashable, Sendable {
  /// What borrowers pay; nil where the curve decides.
  public var variableBorrowRate: Ray?
  /// What suppliers earn; nil where it follows from what borrowers pay.
  public var liquidityRate: Ray?

  public init(variableBorrowRate: Ray? = nil, liquidityRate: Ray? = nil) {
    self.variableBorrowRate = variableBorrowRate
    self.liquidityRate = liquidityRate
  }

  /// Whether the curve decides about both.
  public var isEmpty: Bool { variableBorrowRate == nil && liquidityRate == nil }
}

extension LendingPool {
  /// Fixes rates of a reserve from now on, or gives them back to the curve. Throws `unknownAsset` or `arithmetic`.
  public mutating func fixRates(_ rates: FixedRates, of symbol: Symbol) throws(LendingError) {
    let position = try position(of: symbol)
    try transaction { (pool) throws(LendingError) in
      try exact { () throws(ArithmeticError) in
        pool.reserves[position].fixedRates = rates
        try pool.reserves[position].updateRates()
      }
    }
  }
}
