import FixedPoint
import TestSupport
import Testing

@Suite struct RationalTests {
  private func rational(_ numerator: Int, _ denominator: Int = 1) throws -> Rational {
    try Rational(
      UInt256(numerator.magnitude), over: UInt256(denominator.magnitude),
      isNegative: (numerator < 0) != (denominator < 0))
  }

  @Test func `a fraction is in lowest terms`() throws {
    let half = try Rational(50, over: 100)
    #expect(half.numerator == 1 && half.denominator == 2)
    #expect(try Rational(0, over: 7, isNegative: true) == .zero)
    #expect(try !Rational(0, over: 7, isNegative: true).isNegative)
    #expect(throws: ArithmeticError.divideByZero) { try Rational(1, over: 0) }
  }

  @Test func `nothing is rounded while the result fits`() throws {
    #expect(try Rational(1) / 3 * 3 == 1)
    #expect(try rational(1, 10) + rational(2, 10) == rational(3, 10))
    #expect(try rational(1, 3) - rational(1, 2) == rational(-1, 6))
    #expect(try rational(-2, 3) * rational(-3, 4) == rational(1, 2))
    #expect(try rational(7, 10).power(5) == rational(16_807, 100_000))
    #expect(try rational(2).power(-3) == rational(1, 8))
    #expect(try rational(0).power(0) == 1)
  }

  @Test func `division by zero and what does not fit are errors`() throws {
    #expect(throws: ArithmeticError.divideByZero) { try Rational(1) / 0 }
    #expect(throws: ArithmeticError.divideByZero) { try Rational.zero.power(-1) }
    #expect(throws: ArithmeticError.overflow) { try Rational(10).power(78) }
    #expect(throws: ArithmeticError.overflow) { try Rational(UInt256.max) + 1 }
  }

  @Test func `a quotient of large parts is rounded to 18 decimals`() throws {
    let large = try Rational(UInt256.max, over: .max - 1)
    let product = try large * large
    #expect(product == 1)
  }

  @Test func `order needs no common denominator`() throws {
    let (above, below) = (try Rational(UInt256.max, over: .max - 1), try Rational(UInt256.max - 1, over: .max))
    #expect(below < 1 && 1 < above && below < above)
    #expect(-above < -below && -above < above && .zero > -below)
    #expect(!(above < above))
  }

  @Test(arguments: [
    ("2.5", Rounding.down, 0, "2"), ("2.5", .up, 0, "3"), ("2.5", .halfUp, 0, "3"), ("-2.5", .halfUp, 0, "-3"),
    ("-2.5", .down, 0, "-2"),
    ("-2.5", .up, 0, "-3"), ("1.005", .halfUp, 2, "1.01"), ("0.6666666", .down, 3, "0.666"), ("0", .up, 2, "0"),
  ])
  func `rounds the magnitude`(value: String, rounding: Rounding, places: Int, expected: String) throws {
    #expect(try #require(Rational(decimal: value)).decimalText(places: places, rounding: rounding) == expected)
  }

  /// Sums and products of small fractions against machine integers over a common denominator.
  @Test func `agrees with schoolbook fractions`() throws {
    var generator = SeededGenerator(seed: 3)
    let repeats = Comment(rawValue: generator.description)
    for _ in 0..<2_000 {
      let parts = (0..<4).map { _ in Int.random(in: -40_000...40_000, using: &generator) }
      let (a, b, c, d) = (parts[0], max(1, abs(parts[1])), parts[2], max(1, abs(parts[3])))
      let (left, right) = (try rational(a, b), try rational(c, d))
      #expect(try left + right == rational(a * d + c * b, b * d), repeats)
      #expect(try left - right == rational(a * d - c * b, b * d), repeats)
      #expect(try left * right == rational(a * c, b * d), repeats)
      if c != 0 { #expect(try left / right == rational(a * d, b * c), repeats) }
      #expect((left < right) == (a * d < c * b), repeats)
      #expect((left == right) == (a * d == c * b), repeats)
      let scaled = try left.scaled(to: 1_000, rounding: .down)
      #expect(scaled == UInt256(UInt64(abs(a) * 1_000 / b)), repeats)
    }
  }

  /// Parts that fill the whole word: the order is that of the reciprocals reversed, and sums are no smaller than their parts.
  @Test func `large parts keep their order`() throws {
    var generator = SeededGenerator(seed: 5)
    let repeats = Comment(rawValue: generator.description)
    for _ in 0..<500 {
      let words = (0..<4).map { _ in max(generator.word(), 1) }
      let (left, right) = (try Rational(words[0], over: words[1]), try Rational(words[2], over: words[3]))
      let inverse = (try Rational(words[1], over: words[0]), try Rational(words[3], over: words[2]))
      #expect((left < right) == (inverse.1 < inverse.0), repeats)
      #expect((left == right) == (inverse.0 == inverse.1), repeats)
      #expect(left < right || right < left || left == right, repeats)
    }
  }

  @Test(arguments: [1.0, 0.5, 0.1, 2_000.25, 1e15, -3.75])
  func `floating point is near`(number: Double) throws {
    let rational = try #require(Rational(decimal: number == 1e15 ? "1000000000000000" : "\(number)"))
    #expect(abs(rational.doubleValue - number) <= abs(number) * 4e-16)
  }
}
