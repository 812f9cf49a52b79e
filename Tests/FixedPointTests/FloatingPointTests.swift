import FixedPoint
import Testing

@Suite struct FloatingPointTests {
  @Test(arguments: [
    (UInt256.zero, 0.0), (1, 1.0), (1_000_000_000_000_000_000_000_000_000, 1e27), (UInt256(high: 1, low: 0), 0x1p128),
    (UInt256(high: 3, low: 0), 0x3p128), (.max, 0x1p256),
  ])
  func isTheNearestDouble(word: UInt256, expected: Double) {
    #expect(Double(word) == expected)
  }
}

@Suite struct ExactRationalTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (0.1, "0.1000000000000000055511151231257827021181583404541015625"), (-2.5, "-2.5"),
    (3e20, "300000000000000000000"),
    (0x1p-60, "0.000000000000000000867361737988403547205962240695953369140625"),
  ])
  func isTheExactValue(value: Double, text: String) throws {
    #expect(try #require(Rational(exactly: value)).decimalText(places: 60) == text)
  }

  @Test(arguments: [.infinity, -.infinity, .nan, 1e-100, 1e100, .leastNonzeroMagnitude, .greatestFiniteMagnitude])
  func whatDoesNotFitIsNil(value: Double) {
    #expect(Rational(exactly: value) == nil)
  }
}
