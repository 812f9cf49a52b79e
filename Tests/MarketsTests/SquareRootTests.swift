import FixedPoint
import TestSupport
import Testing

@testable import Markets

struct SquareRootTests {
  @Test(arguments: [
    ("0", "0"), ("1", "1"), ("3", "1"), ("4", "2"), ("15", "3"), ("16", "4"), ("1000000", "1000"),
    (UInt256.max.description, UInt128.max.description),
  ]) func `the root is rounded down`(number: String, root: String) throws {
    #expect(try #require(UInt256(number)).squareRoot().description == root)
  }

  @Test func `the square of the root is the nearest below`() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let shift = UInt128.random(in: 0..<128, using: &random)
      let high = UInt128.random(in: 0...UInt128.max, using: &random) >> shift
      let number = UInt256(high: high, low: UInt128.random(in: 0...UInt128.max, using: &random))
      let root = try number.squareRoot()
      let comment = Comment(rawValue: "\(random.description): \(number)")
      #expect(try root * root <= number, comment)
      #expect(try number - root * root <= root + root, comment)
    }
  }
}
