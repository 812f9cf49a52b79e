public import FixedPoint

extension LendingPool {
  /// Books what an account brought and took before the story begins: a supply and a debt to which no borrowing rule is
  /// applied. It stands for many people of whom only the sums are known.
  ///
  /// Throws `unknownAsset`, `insufficientLiquidity` when more is owed than was supplied, `invalidAmount` or
  /// `arithmetic`.
  public mutating func open(
    supplied: UInt256, borrowed: UInt256, of symbol: Symbol, by account: AccountID
  ) throws(LendingError) {
    let position = try position(of: symbol)
    try transaction { (pool) throws(LendingError) in
      if !supplied.isZero { try pool.supply(supplied, of: symbol, by: account) }
      guard !borrowed.isZero else { return }
      try pool.mint(.debt, borrowed, at: position, to: account)
      try pool.payOut(borrowed, at: position)
    }
  }
}
