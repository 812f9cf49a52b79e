import Lending
import Testing

@Suite struct LoopYieldTests {
  @Test func aLoopYieldsWhatItsLeverageYields() throws {
    let looped = try LoopYield(equity: 100, ltv: 0.5, loops: 3, supplyAPY: 0.04, borrowAPY: 0.06)
    let leveraged = try LoopYield(equity: 100, leverage: 1.875, supplyAPY: 0.04, borrowAPY: 0.06)
    #expect(looped == leveraged)
    #expect(abs(looped.netAPY - 0.0225) < 1e-15)
  }

  @Test func equalIncomeAndCostIsExactlyNothing() throws {
    #expect(try LoopYield(equity: 7, leverage: 3, supplyAPY: 0.02, borrowAPY: 0.03).netIncome == 0)
  }

  @Test func leverageStartsAtOne() {
    #expect(throws: LoopError.invalidInput) {
      try LoopYield(equity: 1, leverage: 0.99, supplyAPY: 0, borrowAPY: 0)
    }
  }
}
