import FixedPoint
import TestSupport
import Testing

@Suite struct MultiplyDivideTests {
  @Test(arguments: Rounding.allCases)
  func roundsOnceAndFailsInTheStepThatDoesNotFit(rounding: Rounding) {
    var generator = SeededGenerator(seed: 3)
    let repeats = Comment(rawValue: generator.description)
    for _ in 0..<600 {
      let (value, multiplier, divisor) = (generator.word(), generator.word(), generator.word())
      #expect(
        outcome { () throws(ArithmeticError) in
          try value.multipliedDivided(by: multiplier, over: divisor, rounding: rounding)
        } == expected(value, multiplier, divisor, rounding), repeats)
    }
  }

  private func expected(
    _ value: UInt256, _ multiplier: UInt256, _ divisor: UInt256, _ rounding: Rounding
  ) -> String {
    let slowDivisor = SchoolbookInteger(word: divisor)
    guard let half = slowDivisor.divided(by: SchoolbookInteger(2))?.quotient, !slowDivisor.isZero else {
      return "divideByZero"
    }
    let product = SchoolbookInteger(word: value) * SchoolbookInteger(word: multiplier)
    let numerator = rounding == .halfUp ? product + half : product
    guard product <= .largestWord, numerator <= .largestWord,
      let (quotient, remainder) = numerator.divided(by: slowDivisor)
    else { return "overflow" }
    return (rounding == .up && !remainder.isZero ? quotient + .one : quotient).description
  }
}
