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
      try pool.mintSupply(amount, at: position, to: account)
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
      try pool.burnSupply(paid, at: position, of: account)
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

  private mutating func mintSupply(
    _ amount: UInt256, at position: Int, to account: AccountID
  ) throws(LendingError) {
    let reserve = reserves[position]
    let symbol = reserve.symbol
    var balance = ScaledBalance(.supply, scaled: accounts[account]?.scaledSupply[symbol] ?? .zero)
    let moved = try scaling(symbol) { () throws(ScaledBalanceError) in
      try balance.mint(amount, at: reserve.liquidityIndex)
    }
    accounts[account, default: Account()].scaledSupply[symbol] = balance.scaled
    try exact { () throws(ArithmeticError) in try reserves[position].totalScaledSupply += moved }
  }

  mutating func burnSupply(_ amount: UInt256, at position: Int, of account: AccountID) throws(LendingError) {
    let reserve = reserves[position]
    let symbol = reserve.symbol
    var balance = ScaledBalance(.supply, scaled: accounts[account]?.scaledSupply[symbol] ?? .zero)
    let moved = try scaling(symbol) { () throws(ScaledBalanceError) in
      try balance.burn(amount, at: reserve.liquidityIndex)
    }
    accounts[account]?.scaledSupply[symbol] = balance.scaled.isZero ? nil : balance.scaled
    try exact { () throws(ArithmeticError) in try reserves[position].totalScaledSupply -= moved }
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

/// Runs a change of a scaled balance and reports its failure as the pool's. Callers compare the amount with the balance
/// first, in token units; only a rounding can then make the scaled balance too small.
func scaling<Result>(
  _ symbol: Symbol, _ body: () throws(ScaledBalanceError) -> Result
) throws(LendingError) -> Result {
  do {
    return try body()
  } catch {
    switch error {
    case .arithmetic(let error): throw .arithmetic(error)
    case .invalidAmount: throw .invalidAmount(symbol)
    case .insufficientBalance: throw .arithmetic(.underflow)
    }
  }
}
