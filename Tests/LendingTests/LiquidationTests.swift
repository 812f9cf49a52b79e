import FixedPoint
import Lending
import TestSupport
import Testing

@Suite struct LiquidationTests {
  @Test func anOutcomeAccountsForEveryUnit() throws {
    var generator = SeededGenerator(seed: 41)
    var (partial, usedUp) = (0, 0)
    for _ in 0..<2_000 {
      let liquidation = randomPosition(&generator)
      let cover = generator.next() % 3 == 0 ? UInt256(generator.next() % 20_000_000_000) : .max
      guard let outcome = try? liquidation.outcome(debtToCover: cover) else { continue }
      let (collateral, debt) = (liquidation.collaterals[0], liquidation.debts[0])
      #expect(try outcome.collateralSeized + outcome.collateralLeft == collateral.amount, "\(generator)")
      #expect(try outcome.debtRepaid + outcome.debtLeft + outcome.deficits[0] == debt.amount, "\(generator)")
      #expect(outcome.debtRepaid <= outcome.maxLiquidatableDebt, "\(generator)")
      #expect(outcome.debtRepaid <= cover, "\(generator)")
      #expect(outcome.collateralUsedUp || outcome.deficits == [0, 0], "\(generator)")
      if outcome.collateralUsedUp { usedUp += 1 } else { partial += 1 }
    }
    #expect(partial > 50 && usedUp > 50, "\(partial) partial, \(usedUp) used up")
  }

  @Test func theRefusalsCarryTheirNumbers() throws {
    var generator = SeededGenerator(seed: 42)
    var liquidation = randomPosition(&generator)
    liquidation.debts[0].amount = 0
    liquidation.debts[1].amount = 0
    #expect(throws: LiquidationError.notLiquidatable(healthFactor: .max)) {
      try liquidation.outcome(debtToCover: .max)
    }
    liquidation.collaterals[0].amount = 0
    liquidation.debts[1].amount = 1
    #expect(throws: LiquidationError.debtNotBorrowed) { try liquidation.outcome(debtToCover: .max) }
    liquidation.debts[0].amount = 1
    #expect(throws: LiquidationError.invalidBurnAmount) { try liquidation.outcome(debtToCover: .max) }
    liquidation.debts[0].amount = .max
    #expect(throws: LiquidationError.arithmetic(.overflow)) { try liquidation.outcome(debtToCover: .max) }
  }

  /// Ether worth up to $20,000 against two debts of up to $10,000 in dollars.
  private func randomPosition(_ generator: inout SeededGenerator) -> Liquidation {
    let ether = CollateralPosition(
      amount: UInt256(generator.next() % 10_000_000_000_000_000_000), unit: 1_000_000_000_000_000_000,
      price: 200_000_000_000, maxLTV: 8_000, liquidationThreshold: 8_250)
    let debts = (0..<2).map { _ in
      DebtPosition(amount: UInt256(generator.next() % 10_000_000_000), unit: 1_000_000, price: 100_000_000)
    }
    return Liquidation(
      collaterals: [ether], debts: debts, collateralIndex: 0, debtIndex: 0, bonus: 10_500, protocolFee: 1_000)
  }
}
