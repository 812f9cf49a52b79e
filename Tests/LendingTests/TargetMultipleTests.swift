import Lending
import Testing

@Suite struct TargetMultipleTests {
  @Test(arguments: [(1.0, 0.0), (2, 0.5), (5, 0.8), (1 + 0x1p-40, 0x1p-40 / (1 + 0x1p-40))])
  func isTheDebtPerCollateral(leverage: Double, ltv: Double) throws {
    #expect(try TargetMultiple.ltv(leverage: leverage) == ltv)
  }

  @Test func leverageStartsAtOne() {
    #expect(throws: LoopError.invalidInput) { try TargetMultiple.ltv(leverage: 0.5) }
  }
}
