import FixedPoint
import Testing

@Suite struct BasisPointsTests {
  @Test(arguments: [(Rounding.down, "0", "1"), (.up, "1", "2"), (.halfUp, "1", "1")])
  func roundsAsTold(rounding: Rounding, halfOfOne: String, oneOverThreeQuarters: String) throws {
    #expect(try UInt256(1).multiplied(by: BasisPoints(5_000), rounding: rounding).description == halfOfOne)
    #expect(try UInt256(1).divided(by: BasisPoints(7_500), rounding: rounding).description == oneOverThreeQuarters)
  }

  @Test func aLiteralIsInHundredthsOfAPercent() {
    let threshold: BasisPoints = 8_250
    #expect(threshold.raw == 8_250)
    #expect(threshold < .hundredPercent)
    #expect(BasisPoints.zero < threshold)
  }
}
