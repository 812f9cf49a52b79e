public import FixedPoint

extension LendingPool {
  /// Pays token units in; the balance may start one unit lower, since the scaled amount is rounded down.
  ///
  /// Throws `unknownAsset`, `invalidAmount` or `arithmetic`.
  public mutating func supply(
    _ amount: UInt256, of symbol: Symbol, by account: AccountID
  ) throws(LendingError) {
    let position = try position(of: symbol)
    try transaction { (pool) throws(LendingError) in
      try pool.mint(.supply, amount, at: position, to: account)
      try pool.payIn(amount, at: position)
    }
  }

  /// Pays token units out, `.max` for the whole balance, and returns how many.
  ///
  /// Throws `unknownAsset`, `insufficientBalance`, `invalidAmount`, `insufficientLiquidity`, `healthFactorTooLow`,
  /// `zeroLTVCollateralFirst`, `priceMissing` or `arithmetic`.
  public mutating func withdraw(
    _ amount: UInt256, of symbol: Symbol, by account: AccountID, prices: OraclePrices
  ) throws(LendingError) -> UInt256 {
    let position = try position(of: symbol)
    return try transaction { (pool) throws(LendingError) in
      let balance = pool.supplyBalance(of: symbol, account: account)
      let paid = amount == .max ? balance : amount
      guard !paid.isZero else { throw .invalidAmount(symbol) }
      guard paid <= balance else {
        throw .insufficientBalance(asset: symbol, requested: paid, available: balance)
      }
      try pool.burn(.supply, paid, at: position, of: account)
      try pool.payOut(paid, at: position)
      if let after = pool.accounts[account], pool.isCollateral(position, of: after) {
        try pool.requireHealthy(after, leaving: symbol, prices: prices)
      }
      return paid
    }
  }

  func isCollateral(_ position: Int, of account: Account) -> Bool {
    riskLimits(of: reserves[position], in: account.efficiencyMode).liquidationThreshold != .zero
  }
}

extension LendingPool {
  /// Takes token units into a reserve and sets its rates.
  mutating func payIn(_ amount: UInt256, at position: Int) throws(LendingError) {
    try exact { () throws(ArithmeticError) in
      try reserves[position].availableLiquidity += amount
      try reserves[position].updateRates()
    }
  }

  /// Gives token units out of a reserve and sets its rates; throws `insufficientLiquidity`.
  mutating func payOut(_ amount: UInt256, at position: Int) throws(LendingError) {
    let available = reserves[position].availableLiquidity
    guard amount <= available else {
      throw .insufficientLiquidity(asset: reserves[position].symbol, requested: amount, available: available)
    }
    try exact { () throws(ArithmeticError) in
      try reserves[position].availableLiquidity -= amount
      try reserves[position].updateRates()
    }
  }
}
