import FixedPoint
import TestSupport
import Testing

@Suite struct GreatestCommonDivisorTests {
  @Test(arguments: [
    (UInt256(12 as UInt), UInt256(18 as UInt), UInt256(6 as UInt)), (.zero, 7, 7), (7, .zero, 7), (.zero, .zero, 1),
    (1, .max, 1), (.max, .max, .max),
    (UInt256(high: 1, low: 0), UInt256(high: 0, low: 1 << 100), UInt256(high: 0, low: 1 << 100)),
  ])
  func knownCases(first: UInt256, second: UInt256, expected: UInt256) {
    #expect(first.greatestCommonDivisor(with: second) == expected)
  }

  @Test func `agrees with Euclid's divisions`() throws {
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<2_000 {
      let (first, second) = (generator.word(), generator.word())
      var (a, b) = (first, second)
      while !b.isZero { (a, b) = (b, try a % b) }
      let expected = a.isZero ? UInt256.one : a
      #expect(first.greatestCommonDivisor(with: second) == expected, "\(generator), \(first), \(second)")
    }
  }
}
