import FixedPoint

extension LendingPool {
  /// Puts an account into an efficiency mode, or out of every mode with nil.
  ///
  /// Everything that the account owes must be borrowable in the mode, and its debt must stay covered. Throws
  /// `unknownEfficiencyMode`, `notBorrowableInEfficiencyMode`, `healthFactorTooLow`, `priceMissing` or `arithmetic`.
  public mutating func setEfficiencyMode(
    _ id: Int?, of account: AccountID, prices: OraclePrices
  ) throws(LendingError) {
    if let id {
      guard let mode = mode(id) else { throw .unknownEfficiencyMode(id) }
      for symbol in reserves.lazy.map(\.symbol) where accounts[account]?.scaledDebt[symbol] != nil {
        guard mode.borrowable.contains(symbol) else { throw .notBorrowableInEfficiencyMode(asset: symbol, mode: id) }
      }
    }
    var changed = accounts[account] ?? Account()
    changed.efficiencyMode = id
    try requireHealthy(changed, leaving: nil, prices: prices)
    accounts[account] = changed
  }
}
