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
