import FixedPoint
import Lending
import TestSupport
import Testing

@Suite struct ScaledBalanceTests {
  @Test func aRoundTripNeverGainsForTheAccount() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<500 {
      let index = Ray(try Ray.one.raw + UInt256(UInt128(generator.next()) << (generator.next() % 30)))
      let amount = UInt256(generator.next() % 1_000_000 + 1_000)
      var supply = ScaledBalance(.supply, scaled: 0)
      _ = try supply.mint(amount, at: index)
      let claim = try supply.balance(at: index)
      #expect(claim <= amount, "\(generator)")
      _ = try supply.burn(claim, at: index)
      #expect(supply.scaled == 0, "\(generator)")

      var debt = ScaledBalance(.debt, scaled: 0)
      _ = try debt.mint(amount, at: index)
      let owed = try debt.balance(at: index)
      #expect(owed >= amount, "\(generator)")
      _ = try debt.burn(owed, at: index)
      #expect(debt.scaled == 0, "\(generator)")
    }
  }

  @Test func aRefusedChangeLeavesTheBalance() throws {
    var supply = ScaledBalance(.supply, scaled: 5)
    #expect(throws: ScaledBalanceError.insufficientBalance) { try supply.burn(6, at: .one) }
    #expect(throws: ScaledBalanceError.invalidAmount) { try supply.mint(0, at: .one) }
    #expect(throws: ScaledBalanceError.arithmetic(.divideByZero)) { try supply.mint(1, at: .zero) }
    var full = ScaledBalance(.supply, scaled: .max)
    #expect(throws: ScaledBalanceError.arithmetic(.overflow)) { try supply.transfer(1, to: &full, at: .one) }
    #expect(supply.scaled == 5)
    #expect(full.scaled == .max)
  }
}
