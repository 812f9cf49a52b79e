/// An unsigned 256-bit integer: the word in which lending protocols keep their books.
///
/// Arithmetic that does not fit throws instead of wrapping, as the protocols' contracts revert:
///
///     try UInt256.max + 1     // throws ArithmeticError.overflow
///     try UInt256.zero - 1    // throws ArithmeticError.underflow
///
/// The value is `high * 2^128 + low`.
public struct UInt256: Hashable, Sendable {
  public var high: UInt128
  public var low: UInt128

  @inlinable
  public init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  /// A value that is known to fit: any unsigned integer of at most 128 bits, as all of the standard library's are.
  @inlinable
  public init(_ value: some UnsignedInteger & FixedWidthInteger) {
    self.init(high: 0, low: UInt128(value))
  }

  /// The value, or nil when it is negative or has more than 128 bits.
  @inlinable
  public init?(exactly value: some SignedInteger & FixedWidthInteger) {
    guard let low = UInt128(exactly: value) else { return nil }
    self.init(high: 0, low: low)
  }

  public static let zero = UInt256(high: 0, low: 0)
  public static let one = UInt256(high: 0, low: 1)
  /// 2^256 - 1, which protocols also use for "no limit" and "no debt, no health factor".
  public static let max = UInt256(high: .max, low: .max)

  @inlinable public var isZero: Bool { high == 0 && low == 0 }

  /// How many bits the value needs; 0 for zero.
  @inlinable public var bitWidth: Int {
    high == 0 ? 128 - low.leadingZeroBitCount : 256 - high.leadingZeroBitCount
  }
}

extension UInt256: ExpressibleByIntegerLiteral {
  @inlinable
  public init(integerLiteral value: UInt128) {
    self.init(high: 0, low: value)
  }
}

extension UInt256: Comparable {
  @inlinable
  public static func < (left: UInt256, right: UInt256) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }
}

extension UInt256 {
  /// The sum; throws `overflow`.
  @inlinable
  public static func + (left: UInt256, right: UInt256) throws(ArithmeticError) -> UInt256 {
    let (low, carry) = left.low.addingReportingOverflow(right.low)
    let (partial, firstOverflow) = left.high.addingReportingOverflow(right.high)
    let (high, secondOverflow) = partial.addingReportingOverflow(carry ? 1 : 0)
    guard !firstOverflow, !secondOverflow else { throw .overflow }
    return UInt256(high: high, low: low)
  }

  /// The difference; throws `underflow` when `right` is the larger one.
  @inlinable
  public static func - (left: UInt256, right: UInt256) throws(ArithmeticError) -> UInt256 {
    guard left >= right else { throw .underflow }
    return left.wrappingSubtract(right)
  }

  /// The product; throws `overflow`.
  @inlinable
  public static func * (left: UInt256, right: UInt256) throws(ArithmeticError) -> UInt256 {
    let (high, low) = left.low.multipliedFullWidth(by: right.low)
    if left.high == 0, right.high == 0 { return UInt256(high: high, low: low) }
    guard left.high == 0 || right.high == 0 else { throw .overflow }
    let (cross, tooLarge) =
      left.high == 0
      ? right.high.multipliedReportingOverflow(by: left.low)
      : left.high.multipliedReportingOverflow(by: right.low)
    let (sum, carry) = high.addingReportingOverflow(cross)
    guard !tooLarge, !carry else { throw .overflow }
    return UInt256(high: sum, low: low)
  }

  /// The quotient rounded down; throws `divideByZero`.
  @inlinable
  public static func / (left: UInt256, right: UInt256) throws(ArithmeticError) -> UInt256 {
    try left.quotientAndRemainder(dividingBy: right).quotient
  }

  /// The remainder of the division; throws `divideByZero`.
  @inlinable
  public static func % (left: UInt256, right: UInt256) throws(ArithmeticError) -> UInt256 {
    try left.quotientAndRemainder(dividingBy: right).remainder
  }

  @inlinable
  public static func += (left: inout UInt256, right: UInt256) throws(ArithmeticError) {
    left = try left + right
  }

  @inlinable
  public static func -= (left: inout UInt256, right: UInt256) throws(ArithmeticError) {
    left = try left - right
  }

  /// The difference, or zero when `right` is the larger one.
  @inlinable
  public func subtractingOrZero(_ right: UInt256) -> UInt256 {
    self > right ? wrappingSubtract(right) : .zero
  }

  /// The difference modulo 2^256.
  @inlinable
  func wrappingSubtract(_ right: UInt256) -> UInt256 {
    let (difference, borrow) = low.subtractingReportingOverflow(right.low)
    return UInt256(high: high &- right.high &- (borrow ? 1 : 0), low: difference)
  }
}

extension UInt256 {
  /// Quotient and remainder of a division, both rounded down; throws `divideByZero`.
  @inlinable
  public func quotientAndRemainder(
    dividingBy divisor: UInt256
  ) throws(ArithmeticError) -> (quotient: UInt256, remainder: UInt256) {
    guard !divisor.isZero else { throw .divideByZero }
    if self < divisor { return (.zero, self) }
    if divisor.high == 0 {
      if high == 0 {
        let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor.low)
        return (UInt256(high: 0, low: quotient), UInt256(high: 0, low: remainder))
      }
      let (upper, carried) = high.quotientAndRemainder(dividingBy: divisor.low)
      let (lower, remainder) = divisor.low.dividingFullWidth((carried, low))
      return (UInt256(high: upper, low: lower), UInt256(high: 0, low: remainder))
    }
    return divideByWide(divisor)
  }

  /// Division by a value of more than 128 bits, whose quotient fits in 128: the estimate from the upper halves of the
  /// normalised operands is at most two too large (Knuth, The Art of Computer Programming, volume 2, 4.3.1, theorem B).
  @usableFromInline
  func divideByWide(_ divisor: UInt256) -> (quotient: UInt256, remainder: UInt256) {
    let shift = divisor.high.leadingZeroBitCount
    let top = divisor.shiftedLeft(by: shift).high
    // The dividend, shifted by the same count, has three limbs; its quotient by `top` fits since top >= 2^127.
    let wide = shiftedLeft(by: shift)
    let spill = shift == 0 ? 0 : high >> UInt128(128 - shift)
    // `spill` is below 2^shift, hence below `top`, as the full-width division requires.
    var quotient = top.dividingFullWidth((spill, wide.high)).quotient
    while true {
      if let product = try? UInt256(high: 0, low: quotient) * divisor, product <= self {
        return (UInt256(high: 0, low: quotient), wrappingSubtract(product))
      }
      quotient -= 1
    }
  }

  /// The value shifted towards the high end by 0 to 127 bits; what leaves the word is lost.
  @inlinable
  func shiftedLeft(by count: Int) -> UInt256 {
    guard count > 0 else { return self }
    let carried = low >> UInt128(128 - count)
    return UInt256(high: high << UInt128(count) | carried, low: low << UInt128(count))
  }
}

extension UInt256 {
  /// 10 to a power; nil above 10^77, which does not fit.
  public static func powerOfTen(_ exponent: Int) -> UInt256? {
    guard (0...77).contains(exponent) else { return nil }
    return powersOfTen[exponent]
  }

  private static let powersOfTen: [UInt256] = {
    var powers = [UInt256.one]
    while let next = try? powers[powers.count - 1] * 10 { powers.append(next) }
    return powers
  }()
}

extension UInt256: LosslessStringConvertible {
  /// The value in decimal digits, without grouping.
  public var description: String {
    // Most values are small enough for the quicker text of 64 bits.
    if high == 0 { return low <= UInt128(UInt64.max) ? String(UInt64(low)) : String(low) }
    // 10^38 is the largest power of ten below 2^128.
    let chunk = UInt256(high: 0, low: 100_000_000_000_000_000_000_000_000_000_000_000_000)
    // Nothing is thrown: the divisor is not 0.
    guard let (rest, digits) = try? quotientAndRemainder(dividingBy: chunk) else { return "" }
    let tail = String(digits.low)
    return rest.description + String(repeating: "0", count: 38 - tail.count) + tail
  }

  /// The value of a run of decimal digits; nil for anything else, or when it does not fit.
  public init?(_ description: String) {
    guard !description.isEmpty else { return nil }
    var value = UInt256.zero
    for byte in description.utf8 {
      guard (48...57).contains(byte), let tens = try? value * 10, let next = try? tens + UInt256(byte - 48)
      else { return nil }
      value = next
    }
    self = value
  }
}
