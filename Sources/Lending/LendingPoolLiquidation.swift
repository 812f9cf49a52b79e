public import FixedPoint

extension LendingPool {
  /// Seizes an account's collateral for repaying one of its debts. The liquidator pays the debt asset in and receives
  /// the collateral asset itself; the treasury keeps its fee as a claim on the reserve.
  ///
  /// `debtToCover` is token units, `.max` for as much as the rules allow. When the collateral is used up, every debt
  /// that is left becomes its reserve's deficit. The outcome's `deficits` are in the order of the account's debts,
  /// which is that of `reserves`.
  ///
  /// Throws `unknownAsset`, `selfLiquidation`, `priceMissing`, `notLiquidatable`, `notCollateral`, `noDebt`,
  /// `mustNotLeaveDust`, `nothingToLiquidate`, `insufficientLiquidity` or `arithmetic`.
  public mutating func liquidate(
    account: AccountID, collateral: Symbol, debt: Symbol, debtToCover: UInt256, by liquidator: AccountID,
    prices: OraclePrices
  ) throws(LendingError) -> Liquidation.Outcome {
    let collateralReserve = try position(of: collateral)
    let debtReserve = try position(of: debt)
    guard account != liquidator else { throw .selfLiquidation(account) }
    return try transaction { (pool) throws(LendingError) in
      let state = pool.accounts[account] ?? Account()
      let collaterals = try pool.collateralPositions(of: state, prices: prices)
      let debts = try pool.debtPositions(of: state, prices: prices)
      let healthFactor = try pool.data(of: state, prices: prices).healthFactor
      guard healthFactor < .one else { throw .notLiquidatable(healthFactor) }
      guard let collateralIndex = collaterals.firstIndex(where: { $0.reserve == collateralReserve }) else {
        throw .notCollateral(collateral)
      }
      guard let debtIndex = debts.firstIndex(where: { $0.reserve == debtReserve }) else { throw .noDebt(debt) }
      let reserve = pool.reserves[collateralReserve]
      let liquidation = Liquidation(
        collaterals: collaterals.map(\.position), debts: debts.map(\.position), collateralIndex: collateralIndex,
        debtIndex: debtIndex, bonus: pool.riskLimits(of: reserve, in: state.efficiencyMode).liquidationBonus,
        protocolFee: reserve.configuration.liquidationProtocolFee)
      let outcome: Liquidation.Outcome
      do throws(LiquidationError) {
        outcome = try liquidation.outcome(debtToCover: debtToCover)
      } catch {
        throw LendingError(error, debt: debt)
      }
      let owed = debts.map { ($0.reserve, $0.position.amount) }
      try pool.settle(outcome, debts: owed, debtIndex: debtIndex, of: account)
      try pool.seize(outcome, at: collateralReserve, of: account)
      return outcome
    }
  }

  /// Burns the repaid debt and, when the collateral is used up, every debt, whose unpaid part becomes a deficit.
  private mutating func settle(
    _ outcome: Liquidation.Outcome, debts: [(reserve: Int, owed: UInt256)], debtIndex: Int,
    of account: AccountID
  ) throws(LendingError) {
    for (index, debt) in debts.enumerated() {
      let paid = index == debtIndex ? outcome.debtRepaid : .zero
      let burned = outcome.collateralUsedUp ? debt.owed : paid
      guard !burned.isZero else { continue }
      try burn(.debt, burned, at: debt.reserve, of: account)
      try exact { () throws(ArithmeticError) in try reserves[debt.reserve].deficit += outcome.deficits[index] }
      try payIn(paid, at: debt.reserve)
    }
  }

  /// Pays the liquidator, then moves the fee to the treasury. The payment's rounding may have taken the scaled unit
  /// that the fee would need, so the fee is at most what is left.
  private mutating func seize(
    _ outcome: Liquidation.Outcome, at position: Int, of account: AccountID
  ) throws(LendingError) {
    try burn(.supply, outcome.collateralToLiquidator, at: position, of: account)
    try payOut(outcome.collateralToLiquidator, at: position)
    guard !outcome.protocolFee.isZero else { return }
    let reserve = reserves[position]
    let symbol = reserve.symbol
    let left = accounts[account]?.scaledSupply[symbol] ?? .zero
    try exact { () throws(ArithmeticError) in
      let fee = min(try outcome.protocolFee.divided(by: reserve.liquidityIndex, rounding: .up), left)
      let remaining = try left - fee
      accounts[account]?.scaledSupply[symbol] = remaining.isZero ? nil : remaining
      try reserves[position].totalScaledSupply -= fee
      try reserves[position].accruedToTreasury += fee
    }
  }
}

extension LendingError {
  /// The pool's words for a refused liquidation.
  fileprivate init(_ error: LiquidationError, debt: Symbol) {
    switch error {
    case .notLiquidatable(let healthFactor): self = .notLiquidatable(healthFactor)
    case .debtNotBorrowed: self = .noDebt(debt)
    case .mustNotLeaveDust(let debtLeftBase, let collateralLeftBase):
      self = .mustNotLeaveDust(
        debtLeftBase: debtLeftBase, collateralLeftBase: collateralLeftBase, leastBase: Liquidation.leastLeftover)
    case .invalidBurnAmount: self = .nothingToLiquidate
    case .arithmetic(let error): self = .arithmetic(error)
    }
  }
}
