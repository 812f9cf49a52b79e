import Lending
import Testing

@Suite struct ConstantLeverageTests {
  @Test(arguments: [(1.0, 0.0), (2, -0.04), (3, -0.12), (-1, -0.04)])
  func dragGrowsWithTheSquareOfLeverage(leverage: Double, expected: Double) {
    #expect(abs(ConstantLeverage(leverage).logDragPerYear(volatility: 0.2) - expected) < 1e-15)
  }

  @Test func aMoveThatTakesEverythingEndsIt() {
    #expect(ConstantLeverage(3).totalReturn(moves: [0.5, -1.0 / 3, 10]) == -1)
    #expect(ConstantLeverage(2).totalReturn(moves: []) == 0)
  }

  @Test func aBandIsNeverLeft() {
    let band = LeverageBand(target: 2, lowest: 1.7, highest: 2.3, speed: 0.05)
    #expect([1, 2, 3].map(band.rebalanced) == [1.7, 2, 2.3])
    #expect(abs(band.rebalanced(2.2) - 2.19) < 1e-12)
  }
}
