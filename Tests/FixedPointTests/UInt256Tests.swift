import FixedPoint
import TestSupport
import Testing

@Suite struct UInt256Tests {
  @Test func agreesWithSchoolbookArithmetic() {
    var generator = SeededGenerator(seed: 1)
    let repeats = Comment(rawValue: generator.description)
    for _ in 0..<2_000 {
      let (left, right) = (generator.word(), generator.word())
      let (slowLeft, slowRight) = (SchoolbookInteger(word: left), SchoolbookInteger(word: right))
      #expect(outcome { () throws(ArithmeticError) in try left + right } == outcome(slowLeft + slowRight), repeats)
      #expect(
        outcome { () throws(ArithmeticError) in try left - right }
          == (slowLeft - slowRight).map { outcome($0) } ?? "underflow", repeats)
      #expect(outcome { () throws(ArithmeticError) in try left * right } == outcome(slowLeft * slowRight), repeats)
      #expect((left < right) == (slowLeft < slowRight), repeats)
      #expect(left.description == slowLeft.description, repeats)
      #expect(UInt256(slowLeft.description) == left, repeats)
    }
  }

  @Test func dividesAsSchoolbookDivisionDoes() {
    var generator = SeededGenerator(seed: 2)
    let repeats = Comment(rawValue: generator.description)
    for _ in 0..<1_500 {
      let divisor = generator.word()
      // Multiples of the divisor and their neighbours are where an estimated quotient is off by one.
      let multiple = (try? divisor * UInt256(generator.next() % 9)) ?? generator.word()
      let dividend = [generator.word(), multiple, (try? multiple - 1) ?? .max].randomElement(using: &generator) ?? .max
      let slow = SchoolbookInteger(word: dividend).divided(by: SchoolbookInteger(word: divisor))
      #expect(
        outcome { () throws(ArithmeticError) in try dividend / divisor }
          == slow.map { $0.quotient.description } ?? "divideByZero", repeats)
      #expect(
        outcome { () throws(ArithmeticError) in try dividend % divisor }
          == slow.map { $0.remainder.description } ?? "divideByZero", repeats)
    }
  }

  @Test(arguments: [
    ("-1", nil), ("", nil), ("1.0", nil), (" 1", nil), ("١", nil), ("0x1", nil), ("007", "7"),
    (
      "115792089237316195423570985008687907853269984665640564039457584007913129639935",
      "115792089237316195423570985008687907853269984665640564039457584007913129639935"
    ),
    ("115792089237316195423570985008687907853269984665640564039457584007913129639936", nil),
  ])
  func readsDecimalDigitsOnly(text: String, expected: String?) {
    #expect(UInt256(text)?.description == expected)
  }

  @Test func differenceOrZeroNeverThrows() {
    #expect(UInt256.one.subtractingOrZero(2) == .zero)
    #expect(UInt256(high: 1, low: 0).subtractingOrZero(1) == UInt256(high: 0, low: .max))
  }

  @Test func acceptsOnlyWhatIsNotNegative() {
    #expect(UInt256(exactly: -1) == nil)
    #expect(UInt256(exactly: 5) == 5)
  }

  @Test(arguments: [(0, "1"), (18, "1000000000000000000"), (77, "1" + String(repeating: "0", count: 77))])
  func powersOfTenFitUpToSeventySeven(exponent: Int, expected: String) {
    #expect(UInt256.powerOfTen(exponent)?.description == expected)
  }

  @Test func largerPowersOfTenDoNotFit() {
    #expect(UInt256.powerOfTen(78) == nil)
    #expect(UInt256.powerOfTen(-1) == nil)
  }

  @Test(arguments: [(UInt256.zero, 0), (1, 1), (255, 8), (UInt256(high: 1, low: 0), 129), (.max, 256)])
  func countsItsBits(word: UInt256, expected: Int) {
    #expect(word.bitWidth == expected)
  }
}
