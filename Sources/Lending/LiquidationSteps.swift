import FixedPoint

extension Liquidation {
  /// The steps of the contract's liquidation call, in its order, so that a number that does not fit is reported by the
  /// step in which the contract would revert. A broken rule is a failure, a number that does not fit is thrown.
  func checkedOutcome(debtToCover: UInt256) throws(ArithmeticError) -> Result<Outcome, LiquidationError> {
    let account = try AccountData(collaterals: collaterals, debts: debts)
    let collateral = collaterals[collateralIndex]
    let debt = debts[debtIndex]
    guard account.healthFactor < .one else {
      return .failure(.notLiquidatable(healthFactor: account.healthFactor))
    }
    guard !debt.amount.isZero else { return .failure(.debtNotBorrowed) }

    let maxLiquidatableDebt = try self.maxLiquidatableDebt(of: account)
    let (repaid, seized) = try amounts(covering: min(debtToCover, maxLiquidatableDebt))
    let split = try LiquidationFeeSplit(seized: seized, bonus: bonus, protocolFee: protocolFee)

    var debtAfter = debt
    debtAfter.amount = try debt.amount - repaid
    var collateralAfter = collateral
    collateralAfter.amount = try collateral.amount - seized
    if !debtAfter.amount.isZero, !collateralAfter.amount.isZero {
      let debtLeftBase = try debtAfter.value()
      let collateralLeftBase = try collateralAfter.value()
      guard min(debtLeftBase, collateralLeftBase) >= Self.leastLeftover else {
        return .failure(.mustNotLeaveDust(debtLeftBase: debtLeftBase, collateralLeftBase: collateralLeftBase))
      }
    }

    var seizedPosition = collateral
    seizedPosition.amount = seized
    let usedUp = try seizedPosition.value() == account.totalCollateralBase
    let deficits: [UInt256]
    let healthFactorAfter: Wad
    if usedUp {
      deficits = debts.indices.map { $0 == debtIndex ? debtAfter.amount : debts[$0].amount }
      healthFactorAfter = .max
    } else {
      deficits = debts.map { _ in .zero }
      var after = self
      after.collaterals[collateralIndex] = collateralAfter
      after.debts[debtIndex] = debtAfter
      healthFactorAfter = try AccountData(collaterals: after.collaterals, debts: after.debts).healthFactor
    }
    let burned = usedUp ? debt.amount : repaid
    guard !split.toLiquidator.isZero, !burned.isZero else { return .failure(.invalidBurnAmount) }
    let outcome = Outcome(
      healthFactorBefore: account.healthFactor, maxLiquidatableDebt: maxLiquidatableDebt, debtRepaid: repaid,
      collateralToLiquidator: split.toLiquidator, protocolFee: split.protocolFee,
      collateralLeft: collateralAfter.amount, debtLeft: usedUp ? .zero : debtAfter.amount, deficits: deficits,
      healthFactorAfter: healthFactorAfter, collateralUsedUp: usedUp)
    return .success(outcome)
  }

  /// The debt of the repaid reserve, unless the close factor's half of the account's whole debt is worth less.
  private func maxLiquidatableDebt(of account: AccountData) throws(ArithmeticError) -> UInt256 {
    let debt = debts[debtIndex]
    let debtBase = try debt.value()
    let closeFactor = CloseFactor.share(
      reserveCollateralBase: try collaterals[collateralIndex].value(), reserveDebtBase: debtBase,
      healthFactor: account.healthFactor)
    guard closeFactor != .hundredPercent else { return debt.amount }
    let half = try account.totalDebtBase.multiplied(by: closeFactor, rounding: .halfUp)
    return debtBase > half ? try half.multipliedDivided(by: debt.unit, over: debt.price, rounding: .down) : debt.amount
  }

  /// What is repaid and seized for covering an amount of debt: the same value with the bonus on top, or all of the
  /// collateral and the debt that it pays for.
  private func amounts(
    covering covered: UInt256
  ) throws(ArithmeticError) -> (repaid: UInt256, seized: UInt256) {
    let collateral = collaterals[collateralIndex]
    let debt = debts[debtIndex]
    let base = try debt.price * covered * collateral.unit / (collateral.price * debt.unit)
    let seized = try base.multiplied(by: bonus, rounding: .down)
    guard seized > collateral.amount else { return (covered, seized) }
    let value = try collateral.price * collateral.amount * debt.unit / (debt.price * collateral.unit)
    return (try value.divided(by: bonus, rounding: .up), collateral.amount)
  }
}
