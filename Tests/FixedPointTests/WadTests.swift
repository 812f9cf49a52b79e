import FixedPoint
import Testing

@Suite struct WadTests {
  @Test(arguments: [
    (Rounding.down, "0", "1"), (.up, "1", "2"), (.halfUp, "1", "2"),
  ])
  func roundsAHalfAsTold(rounding: Rounding, halfOfOne: String, threeHalves: String) throws {
    let half = Wad(500_000_000_000_000_000)
    #expect(try UInt256(1).multiplied(by: half, rounding: rounding).description == halfOfOne)
    #expect(try UInt256(3).multiplied(by: half, rounding: rounding).description == threeHalves)
  }

  @Test func dividingByNothingIsReportedBeforeOverflow() {
    #expect(throws: ArithmeticError.divideByZero) { try UInt256.max.divided(by: Wad.zero, rounding: .halfUp) }
    #expect(throws: ArithmeticError.overflow) { try UInt256.max.divided(by: Wad.one, rounding: .halfUp) }
  }

  @Test func aFactorOfZeroNeverOverflows() throws {
    #expect(try UInt256.max.multiplied(by: Wad.zero, rounding: .halfUp) == .zero)
  }

  @Test func becomesARayUnlessItDoesNotFit() throws {
    #expect(try Wad.one.ray() == .one)
    #expect(throws: ArithmeticError.overflow) { try Wad.max.ray() }
  }
}
