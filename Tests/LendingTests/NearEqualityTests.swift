import Testing

@testable import Lending

@Suite struct NearEqualityTests {
  @Test func roundingIsNoDifference() {
    #expect(difference(0.1 + 0.2, 0.3) == 0)
    #expect(difference(0.3, 0.1 + 0.2) == 0)
    #expect(difference(0, 0) == 0)
  }

  @Test func whatFifteenDigitsShowIsADifference() {
    #expect(difference(1.00000000000001, 1) > 0)
    #expect(difference(1, -1) == 2)
    #expect(difference(.leastNonzeroMagnitude, 0) > 0)
  }
}
