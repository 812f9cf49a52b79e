import FixedPoint
import Lending
import Markets

/// A liquidation that keepers carried out.
struct LiquidationEvent: Equatable, Sendable {
  var repaid: Holding
  /// What left the collateral: the keeper's part and the protocol's fee.
  var seized: Holding
  var protocolFee: UInt256
  var closeFactor: BasisPoints
  /// What could not be covered and was written off, per debt asset.
  var deficits: [Holding]
  var healthFactorBefore: Value
  var healthFactorAfter: Value
  var equityBefore: Rational
  var equityAfter: Rational
}

extension World {
  /// Lets keepers liquidate until the health factor is 1 or more. When the rules allow no liquidation at all, the last
  /// refusal says why.
  mutating func settleKeepers() -> (events: [LiquidationEvent], refusal: CommandError?) {
    var events: [LiquidationEvent] = []
    // Every liquidation clears a side or half of the debt, so few are needed; the bound is for safety only.
    while keepersAreOn, unmeasuredPosition.isLiquidatable, events.count < 64 {
      do {
        events.append(try liquidateAsKeepersDo())
      } catch {
        return (events, error)
      }
    }
    return (events, nil)
  }

  /// The liquidation that keepers make: the largest debt against the largest collateral, as much as the close factor
  /// allows; where the rules refuse that, less of it or another pair. Throws the refusal of the first choice.
  mutating func liquidateAsKeepersDo() throws(CommandError) -> LiquidationEvent {
    let position = unmeasuredPosition
    var firstRefusal: CommandError?
    for debt in position.debts.sorted(by: { $0.value > $1.value }) {
      for collateral in position.collaterals.sorted(by: { $0.value > $1.value }) {
        for amount in [UInt256.max, leavingNoDust(debt, collateral)] {
          do {
            return try liquidate(debt: debt.symbol, collateral: collateral.symbol, repaying: amount)
          } catch {
            firstRefusal = firstRefusal ?? error
          }
        }
      }
    }
    if let firstRefusal { throw firstRefusal }
    return try liquidate()
  }

  /// The largest repayment that leaves the least value that the rules ask for on both sides.
  private func leavingNoDust(_ debt: Position.Item, _ collateral: Position.Item) -> UInt256 {
    let bonus = riskLimits(of: collateral.symbol).liquidationBonus
    do {
      let least = try Rational(Liquidation.leastLeftover, over: Self.unitsPerDollar)
      let fromDebt = try debt.value - least
      let fromCollateral = try (collateral.value - least) / bonus.fraction
      return tokens(worth: min(fromDebt, fromCollateral), of: debt.symbol)
    } catch {
      return .zero
    }
  }

  /// One liquidation call by the keepers: the largest debt against the largest collateral unless named, as much as the close
  /// factor allows unless less is asked for.
  mutating func liquidate(
    debt: Symbol? = nil, collateral: Symbol? = nil, repaying amount: UInt256 = .max
  ) throws(CommandError) -> LiquidationEvent {
    let before = unmeasuredPosition
    guard let debt = debt ?? before.largestDebt?.symbol else {
      throw CommandError(.refused, "there is no debt, so there is nothing to liquidate")
    }
    guard let collateral = collateral ?? before.largestCollateral?.symbol else {
      throw CommandError(.refused, "there is no collateral left to seize")
    }
    var next = self
    let outcome = try next.ledger { (world) throws(LendingError) in
      try world.pool.liquidate(
        account: Self.learner, collateral: collateral, debt: debt, debtToCover: amount, by: Self.keepers,
        prices: world.feeds.oracle)
    }
    let held = next.wallets[Self.keepers, debt]
    guard let left = try? held - outcome.debtRepaid else {
      throw CommandError(
        .refused, "the keepers hold \(text(held, debt)) and cannot repay \(text(outcome.debtRepaid, debt))")
    }
    next.wallets[Self.keepers, debt] = left
    // Debt and collateral may be the same asset, so this is added to what is left.
    guard let received = try? next.wallets[Self.keepers, collateral] + outcome.collateralToLiquidator else {
      throw CommandError(.refused, "the keepers cannot hold more than 2^256 units of \(collateral)")
    }
    next.wallets[Self.keepers, collateral] = received
    let after = next.unmeasuredPosition
    let event = LiquidationEvent(
      repaid: Holding(symbol: debt, amount: outcome.debtRepaid),
      seized: Holding(symbol: collateral, amount: outcome.collateralSeized),
      protocolFee: outcome.protocolFee, closeFactor: closeFactor(debt: debt, collateral: collateral, of: before),
      deficits: deficits(from: before, to: next), healthFactorBefore: before.healthFactor,
      healthFactorAfter: after.healthFactor, equityBefore: before.equity, equityAfter: after.equity)
    next.costs.add((try? before.equity - after.equity) ?? 0, to: .liquidationPenalties)
    self = next
    return event
  }

  /// The share of the debt that one liquidation may repay.
  func closeFactor(debt: Symbol, collateral: Symbol, of position: Position) -> BasisPoints {
    let base = { (items: [Position.Item], symbol: Symbol) -> UInt256 in
      let value = items.first { $0.symbol == symbol }?.value ?? 0
      return (try? value.scaled(to: Self.unitsPerDollar, rounding: .down)) ?? .max
    }
    guard case .exact(let factor) = position.healthFactor,
      let wad = try? factor.scaled(to: Wad.one.raw, rounding: .down)
    else { return .hundredPercent }
    return CloseFactor.share(
      reserveCollateralBase: base(position.collaterals, collateral), reserveDebtBase: base(position.debts, debt),
      healthFactor: Wad(wad))
  }

  private func deficits(from before: Position, to next: World) -> [Holding] {
    before.debts.compactMap { item in
      let old = (try? pool.reserve(item.symbol).deficit) ?? .zero
      let new = (try? next.pool.reserve(item.symbol).deficit) ?? .zero
      let added = new.subtractingOrZero(old)
      return added.isZero ? nil : Holding(symbol: item.symbol, amount: added)
    }
  }
}
