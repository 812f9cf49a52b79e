public import FixedPoint

extension LendingPool {
  /// Takes the premium of a flash loan, which is the treasury's. Throws `unknownAsset` or `arithmetic`.
  public mutating func payFlashLoanPremium(_ premium: UInt256, of symbol: Symbol) throws(LendingError) {
    let position = try position(of: symbol)
    try transaction { (pool) throws(LendingError) in
      let index = pool.reserves[position].liquidityIndex
      try exact { () throws(ArithmeticError) in
        try pool.reserves[position].accruedToTreasury += premium.divided(by: index, rounding: .down)
      }
      try pool.payIn(premium, at: position)
    }
  }
}
