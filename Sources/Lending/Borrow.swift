public import FixedPoint

extension LendingPool {
  /// Pays token units out against collateral; the debt may start one unit higher, since the scaled amount is rounded
  /// up.
  ///
  /// Throws `unknownAsset`, `invalidAmount`, `borrowingDisabled`, `notBorrowableInEfficiencyMode`,
  /// `insufficientLiquidity`, `borrowLimitExceeded`, `healthFactorTooLow`, `priceMissing` or `arithmetic`.
  public mutating func borrow(
    _ amount: UInt256, of symbol: Symbol, by account: AccountID, prices: OraclePrices
  ) throws(LendingError) {
    let position = try position(of: symbol)
    guard !amount.isZero else { throw .invalidAmount(symbol) }
    try transaction { (pool) throws(LendingError) in
      try pool.requireBorrowable(symbol, in: pool.accounts[account]?.efficiencyMode)
      let before = try pool.accountData(of: account, prices: prices)
      try pool.mint(.debt, amount, at: position, to: account)
      try pool.payOut(amount, at: position)
      let after = try pool.accountData(of: account, prices: prices)
      try Self.requireCovered(after, availableBefore: before.availableBorrowsBase)
    }
  }

  /// Takes token units for a debt, at most all of it (`.max` for all), and returns how many.
  ///
  /// Throws `unknownAsset`, `noDebt`, `invalidAmount` or `arithmetic`.
  public mutating func repay(
    _ amount: UInt256, of symbol: Symbol, by account: AccountID
  ) throws(LendingError) -> UInt256 {
    let position = try position(of: symbol)
    return try transaction { (pool) throws(LendingError) in
      let owed = pool.debtBalance(of: symbol, account: account)
      guard !owed.isZero else { throw .noDebt(symbol) }
      let paid = min(amount, owed)
      guard !paid.isZero else { throw .invalidAmount(symbol) }
      try pool.burn(.debt, paid, at: position, of: account)
      try pool.payIn(paid, at: position)
      return paid
    }
  }

  /// In an efficiency mode only the mode's list counts; outside only the reserve's flag.
  func requireBorrowable(_ symbol: Symbol, in efficiencyMode: Int?) throws(LendingError) {
    if let mode = mode(efficiencyMode) {
      guard mode.borrowable.contains(symbol) else {
        throw .notBorrowableInEfficiencyMode(asset: symbol, mode: mode.id)
      }
    } else {
      guard try reserve(symbol).configuration.borrowingEnabled else { throw .borrowingDisabled(symbol) }
    }
  }

  /// The collateral must cover the debt at the average LTV, rounded up, and the health factor must be 1 or more.
  private static func requireCovered(
    _ account: AccountData, availableBefore: UInt256
  ) throws(LendingError) {
    let covered = try exact { () throws(ArithmeticError) in
      guard account.averageLTV != .zero else { return false }
      return try account.totalDebtBase.divided(by: account.averageLTV, rounding: .up) <= account.totalCollateralBase
    }
    guard covered else {
      let limit = try exact { () throws(ArithmeticError) in
        try account.totalCollateralBase.multiplied(by: account.averageLTV, rounding: .down)
      }
      throw .borrowLimitExceeded(
        debtAfterBase: account.totalDebtBase, limitBase: limit, availableBase: availableBefore,
        averageLTV: account.averageLTV)
    }
    guard account.healthFactor >= .one else { throw .healthFactorTooLow(account.healthFactor) }
  }
}
