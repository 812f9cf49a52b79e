import FixedPoint
import Lending
import Testing

@Suite struct LiquidationFeeSplitTests {
  @Test func bothPartsAreTheWhole() throws {
    for seized in UInt64(0)...300 {
      let split = try LiquidationFeeSplit(seized: UInt256(seized), bonus: 10_500, protocolFee: 1_000)
      #expect(try split.toLiquidator + split.protocolFee == UInt256(seized))
    }
  }

  @Test func withoutAFeeNothingIsDivided() throws {
    #expect(try LiquidationFeeSplit(seized: .max, bonus: 0, protocolFee: 0).toLiquidator == .max)
    #expect(throws: ArithmeticError.divideByZero) {
      try LiquidationFeeSplit(seized: 1, bonus: 0, protocolFee: 1_000)
    }
  }

  @Test func aBonusBelowTheWholeIsAnError() {
    #expect(throws: ArithmeticError.underflow) { try LiquidationFeeSplit(seized: 100, bonus: 9_000, protocolFee: 1) }
  }
}
