/// A signed fraction of two 256-bit integers: the exact numbers behind every ratio and every expression.
///
/// A fraction is always reduced, and its denominator is never 0. Sums, products and quotients are exact as long as the
/// reduced result fits; where it no longer does, the operands are rounded first (half away from zero), to 36 decimals or
/// at least 18, and what does not fit even then throws `overflow`:
///
///     try Rational(1) / 3 * 3 == 1     // true: nothing was rounded
public struct Rational: Hashable, Sendable {
  public let isNegative: Bool
  public let numerator: UInt256
  public let denominator: UInt256

  private init(reduced numerator: UInt256, _ denominator: UInt256, isNegative: Bool) {
    self.numerator = numerator
    self.denominator = denominator
    self.isNegative = isNegative && !numerator.isZero
  }

  /// The fraction in lowest terms; throws `divideByZero` when `denominator` is 0.
  public init(
    _ numerator: UInt256, over denominator: UInt256, isNegative: Bool = false
  ) throws(ArithmeticError) {
    guard !denominator.isZero else { throw .divideByZero }
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    self.init(
      reduced: try numerator.reduced(by: divisor), try denominator.reduced(by: divisor), isNegative: isNegative)
  }

  public init(_ whole: UInt256) {
    self.init(reduced: whole, .one, isNegative: false)
  }

  public init(_ whole: Int) {
    self.init(reduced: UInt256(whole.magnitude), .one, isNegative: whole < 0)
  }

  public static let zero = Rational(0)
  public static let one = Rational(1)

  public var isZero: Bool { numerator.isZero }
  public var magnitude: Rational { Rational(reduced: numerator, denominator, isNegative: false) }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Rational: Comparable {
  public static func < (left: Rational, right: Rational) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    if left.denominator == right.denominator {
      return left.isNegative ? left.numerator > right.numerator : left.numerator < right.numerator
    }
    let order = left.comparedMagnitude(to: right)
    return left.isNegative ? order > 0 : order < 0
  }

  /// Below, equal to or above zero as |self| is below, equal to or above |other|: whole parts first, then the
  /// reciprocals of what is left, so that nothing can overflow.
  private func comparedMagnitude(to other: Rational) -> Int {
    var (a, b, c, d) = (numerator, denominator, other.numerator, other.denominator)
    var sign = 1
    while true {
      guard
        let left = try? a.quotientAndRemainder(dividingBy: b),
        let right = try? c.quotientAndRemainder(dividingBy: d)
      else { return 0 }  // Denominators are never 0.
      if left.quotient != right.quotient { return left.quotient < right.quotient ? -sign : sign }
      if left.remainder.isZero || right.remainder.isZero {
        if left.remainder.isZero && right.remainder.isZero { return 0 }
        return left.remainder.isZero ? -sign : sign
      }
      (a, b, c, d) = (b, left.remainder, d, right.remainder)
      sign = -sign
    }
  }
}

extension Rational {
  public static prefix func - (value: Rational) -> Rational {
    Rational(reduced: value.numerator, value.denominator, isNegative: !value.isNegative)
  }

  public static func + (left: Rational, right: Rational) throws(ArithmeticError) -> Rational {
    if left.isZero { return right }
    if right.isZero { return left }
    return try exactOrRounded(left, right) { (a, b) throws(ArithmeticError) in
      var (aPart, bPart, denominator) = (a.numerator, b.numerator, a.denominator)
      if a.denominator != b.denominator {
        let divisor = a.denominator.greatestCommonDivisor(with: b.denominator)
        let aFactor = try b.denominator.reduced(by: divisor)
        let bFactor = try a.denominator.reduced(by: divisor)
        denominator = try a.denominator * aFactor
        aPart = try a.numerator * aFactor
        bPart = try b.numerator * bFactor
      }
      if a.isNegative == b.isNegative {
        return try Rational(aPart + bPart, over: denominator, isNegative: a.isNegative)
      }
      return aPart >= bPart
        ? try Rational(aPart - bPart, over: denominator, isNegative: a.isNegative)
        : try Rational(bPart - aPart, over: denominator, isNegative: b.isNegative)
    }
  }

  public static func - (left: Rational, right: Rational) throws(ArithmeticError) -> Rational {
    try left + -right
  }

  public static func * (left: Rational, right: Rational) throws(ArithmeticError) -> Rational {
    try exactOrRounded(left, right) { (a, b) throws(ArithmeticError) in
      // Crosswise reduction keeps the products as small as they can be, and reduced.
      let first = a.numerator.greatestCommonDivisor(with: b.denominator)
      let second = b.numerator.greatestCommonDivisor(with: a.denominator)
      return Rational(
        reduced: try a.numerator.reduced(by: first) * b.numerator.reduced(by: second),
        try a.denominator.reduced(by: second) * b.denominator.reduced(by: first),
        isNegative: a.isNegative != b.isNegative)
    }
  }

  /// The quotient; throws `divideByZero` when `right` is 0.
  public static func / (left: Rational, right: Rational) throws(ArithmeticError) -> Rational {
    guard !right.isZero else { throw .divideByZero }
    return try left * Rational(reduced: right.denominator, right.numerator, isNegative: right.isNegative)
  }

  /// The value to a whole power, which may be negative; throws `divideByZero` for a negative power of 0.
  public func power(_ exponent: Int) throws(ArithmeticError) -> Rational {
    guard exponent >= 0 else { return try Rational.one / power(-exponent) }
    var (result, square, rest) = (Rational.one, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = try result * square }
      rest >>= 1
      if rest > 0 { square = try square * square }
    }
    return result
  }

  private static func exactOrRounded(
    _ left: Rational, _ right: Rational, _ operation: (Rational, Rational) throws(ArithmeticError) -> Rational
  ) throws(ArithmeticError) -> Rational {
    do {
      return try operation(left, right)
    } catch .overflow {
      // As many decimals as fit: powers and long products lose as little as they can.
      for places in [36, 27] {
        if let close = try? operation(left.rounded(toPlaces: places), right.rounded(toPlaces: places)) { return close }
      }
      return try operation(left.rounded(toPlaces: 18), right.rounded(toPlaces: 18))
    }
  }

  /// The nearest multiple of 10^-places, a half away from zero; throws `overflow` when it needs more than 256 bits.
  public func rounded(toPlaces places: Int) throws(ArithmeticError) -> Rational {
    guard let scale = UInt256.powerOfTen(places) else { throw .overflow }
    return try Rational(scaled(to: scale, rounding: .halfUp), over: scale, isNegative: isNegative)
  }

  /// |self| * scale as a whole number, rounded in the given direction of the magnitude; throws `overflow`.
  public func scaled(to scale: UInt256, rounding: Rounding) throws(ArithmeticError) -> UInt256 {
    let (whole, remainder) = try numerator.quotientAndRemainder(dividingBy: denominator)
    var result = try whole * scale
    var (rest, divisor) = (remainder, denominator)
    // A scale that uses the whole word leaves no room for any fraction.
    guard rest.isZero || scale.bitWidth < 256 else { throw .overflow }
    // A fraction whose parts use the whole word is halved until its product with the scale fits: what that loses is
    // far below the last place kept.
    while rest.bitWidth + scale.bitWidth > 255 {
      rest = try rest / 2
      divisor = try divisor / 2
    }
    result = try result + rest.multipliedDivided(by: scale, over: divisor, rounding: rounding)
    return result
  }
}

extension Rational {
  /// The sum of 1, this, its square and so on: 1 / (1 - self); nil unless it is from 0 to below 1.
  public var geometricLimit: Rational? {
    guard !isNegative, self < 1 else { return nil }
    return try? .one / (.one - self)
  }
}

extension UInt256 {
  /// The quotient by a divisor that is mostly 1: to divide takes far longer than to look.
  fileprivate func reduced(by divisor: UInt256) throws(ArithmeticError) -> UInt256 {
    divisor == .one ? self : try self / divisor
  }
}

extension BasisPoints {
  /// The ratio as a fraction: 8250 is 0.825.
  public var fraction: Rational {
    // The divisor is not 0.
    (try? Rational(raw, over: Self.hundredPercent.raw)) ?? .zero
  }
}
