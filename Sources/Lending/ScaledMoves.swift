import FixedPoint

extension Account {
  /// Scaled units on one side; a balance of 0 has no entry.
  subscript(side: ScaledBalance.Side, symbol: Symbol) -> UInt256 {
    get { (side == .supply ? scaledSupply[symbol] : scaledDebt[symbol]) ?? .zero }
    set {
      let entry = newValue.isZero ? nil : newValue
      if side == .supply {
        scaledSupply[symbol] = entry
      } else {
        scaledDebt[symbol] = entry
      }
    }
  }
}

extension Reserve {
  /// What one scaled unit of a side has grown to.
  func index(of side: ScaledBalance.Side) -> Ray { side == .supply ? liquidityIndex : variableBorrowIndex }

  /// Scaled units of all accounts on one side.
  subscript(totalScaled side: ScaledBalance.Side) -> UInt256 {
    get { side == .supply ? totalScaledSupply : totalScaledDebt }
    set {
      if side == .supply {
        totalScaledSupply = newValue
      } else {
        totalScaledDebt = newValue
      }
    }
  }
}

extension LendingPool {
  /// Adds token units to an account's supply or debt; throws `invalidAmount` or `arithmetic`.
  mutating func mint(
    _ side: ScaledBalance.Side, _ amount: UInt256, at position: Int, to account: AccountID
  ) throws(LendingError) {
    try move(side, at: position, of: account) { (balance, index) throws(ScaledBalanceError) in
      let moved = try balance.mint(amount, at: index)
      return (moved, isAdded: true)
    }
  }

  /// Takes token units from an account's supply or debt; throws `invalidAmount` or `arithmetic`.
  mutating func burn(
    _ side: ScaledBalance.Side, _ amount: UInt256, at position: Int, of account: AccountID
  ) throws(LendingError) {
    try move(side, at: position, of: account) { (balance, index) throws(ScaledBalanceError) in
      let moved = try balance.burn(amount, at: index)
      return (moved, isAdded: false)
    }
  }

  /// Changes an account's balance on one side and the reserve's total with it.
  private mutating func move(
    _ side: ScaledBalance.Side, at position: Int, of account: AccountID,
    _ change: (inout ScaledBalance, Ray) throws(ScaledBalanceError) -> (moved: UInt256, isAdded: Bool)
  ) throws(LendingError) {
    let reserve = reserves[position]
    let symbol = reserve.symbol
    var balance = ScaledBalance(side, scaled: accounts[account]?[side, symbol] ?? .zero)
    let (moved, isAdded) = try scaling(symbol) { () throws(ScaledBalanceError) in
      try change(&balance, reserve.index(of: side))
    }
    accounts[account, default: Account()][side, symbol] = balance.scaled
    try exact { () throws(ArithmeticError) in
      let total = reserves[position][totalScaled: side]
      reserves[position][totalScaled: side] = isAdded ? try total + moved : try total - moved
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
