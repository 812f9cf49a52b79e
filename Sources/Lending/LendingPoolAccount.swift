public import FixedPoint

extension LendingPool {
  /// What an account is worth at the oracle's prices; an unknown account has nothing.
  ///
  /// Throws `priceMissing` for an asset that the account holds or owes, or `arithmetic`.
  public func accountData(of account: AccountID, prices: OraclePrices) throws(LendingError) -> AccountData {
    guard let account = accounts[account] else { return try data(of: Account(), prices: prices) }
    return try data(of: account, prices: prices)
  }

  func data(of account: Account, prices: OraclePrices) throws(LendingError) -> AccountData {
    let collaterals = try collateralPositions(of: account, prices: prices).map(\.position)
    let debts = try debtPositions(of: account, prices: prices).map(\.position)
    return try exact { () throws(ArithmeticError) in try AccountData(collaterals: collaterals, debts: debts) }
  }

  /// The account's collateral in the order of the reserves, each with its reserve's position in `reserves`.
  func collateralPositions(
    of account: Account, prices: OraclePrices
  ) throws(LendingError) -> [(reserve: Int, position: CollateralPosition)] {
    guard !account.scaledSupply.isEmpty else { return [] }
    var positions: [(reserve: Int, position: CollateralPosition)] = []
    for (index, reserve) in reserves.enumerated() {
      guard let scaled = account.scaledSupply[reserve.symbol] else { continue }
      let limits = riskLimits(of: reserve, in: account.efficiencyMode)
      guard limits.liquidationThreshold != .zero else { continue }
      guard let price = prices[reserve.symbol] else { throw .priceMissing(reserve.symbol) }
      let amount = try exact { () throws(ArithmeticError) in
        try ScaledBalance(.supply, scaled: scaled).balance(at: reserve.liquidityIndex)
      }
      let position = CollateralPosition(
        amount: amount, unit: reserve.asset.unit, price: price, maxLTV: limits.maxLTV,
        liquidationThreshold: limits.liquidationThreshold)
      positions.append((index, position))
    }
    return positions
  }

  /// The account's debts in the order of the reserves, each with its reserve's position in `reserves`.
  func debtPositions(
    of account: Account, prices: OraclePrices
  ) throws(LendingError) -> [(reserve: Int, position: DebtPosition)] {
    guard !account.scaledDebt.isEmpty else { return [] }
    var positions: [(reserve: Int, position: DebtPosition)] = []
    for (index, reserve) in reserves.enumerated() {
      guard let scaled = account.scaledDebt[reserve.symbol] else { continue }
      guard let price = prices[reserve.symbol] else { throw .priceMissing(reserve.symbol) }
      let amount = try exact { () throws(ArithmeticError) in
        try ScaledBalance(.debt, scaled: scaled).balance(at: reserve.variableBorrowIndex)
      }
      positions.append((index, DebtPosition(amount: amount, unit: reserve.asset.unit, price: price)))
    }
    return positions
  }

  /// The limits of a reserve's asset as collateral: the efficiency mode's inside its collateral, else the reserve's.
  public func riskLimits(
    of reserve: Reserve, in efficiencyMode: Int?
  ) -> (maxLTV: BasisPoints, liquidationThreshold: BasisPoints, liquidationBonus: BasisPoints) {
    if let mode = mode(efficiencyMode), mode.collateral.contains(reserve.symbol) {
      return (mode.maxLTV, mode.liquidationThreshold, mode.liquidationBonus)
    }
    let own = reserve.configuration
    return (own.maxLTV, own.liquidationThreshold, own.liquidationBonus)
  }

  /// The limits of an asset as an account's collateral; nil for an asset that is not listed.
  public func riskLimits(
    of symbol: Symbol, for account: AccountID
  ) -> (maxLTV: BasisPoints, liquidationThreshold: BasisPoints, liquidationBonus: BasisPoints)? {
    guard let place = try? position(of: symbol) else { return nil }
    return riskLimits(of: reserves[place], in: accounts[account]?.efficiencyMode)
  }

  func mode(_ id: Int?) -> EfficiencyMode? {
    guard let id else { return nil }
    return efficiencyModes.first { $0.id == id }
  }

  /// Refuses what would leave the account's debt with a health factor below 1, or, when `leaving` is given, what would
  /// take other collateral while some with a maximum LTV of 0 is there. An account without debt passes.
  func requireHealthy(_ account: Account, leaving: Symbol?, prices: OraclePrices) throws(LendingError) {
    guard !account.scaledDebt.isEmpty else { return }
    let healthFactor = try data(of: account, prices: prices).healthFactor
    guard healthFactor >= .one else { throw .healthFactorTooLow(healthFactor) }
    guard let leaving else { return }
    let leavingLimits = riskLimits(of: try reserve(leaving), in: account.efficiencyMode)
    guard leavingLimits.maxLTV != .zero else { return }
    let blocking = reserves.first { reserve in
      let limits = riskLimits(of: reserve, in: account.efficiencyMode)
      return account.scaledSupply[reserve.symbol] != nil && limits.maxLTV == .zero
        && limits.liquidationThreshold != .zero
    }
    if let blocking { throw .zeroLTVCollateralFirst(blocking.symbol) }
  }
}
