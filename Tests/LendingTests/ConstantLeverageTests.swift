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
}
