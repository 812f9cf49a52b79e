extension UInt256 {
  /// The greatest number that divides both; the other one when one of them is 0, and 1 when both are.
  ///
  /// Euclid's divisions bring the numbers below 2^64; from there on Stein's shifts and differences are several times
  /// faster, and fractions are reduced all the time.
  public func greatestCommonDivisor(with other: UInt256) -> UInt256 {
    var (a, b) = (self, other)
    if a == .one || b == .one { return .one }
    while a.high != 0 || b.high != 0 {
      guard !b.isZero, let remainder = try? a % b else { return a }
      (a, b) = (b, remainder)
    }
    let divisor = Self.greatestCommonDivisor(a.low, b.low)
    return divisor == 0 ? .one : UInt256(high: 0, low: divisor)
  }

  private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (a, b) = (first, second)
    while a > UInt128(UInt64.max) || b > UInt128(UInt64.max) {
      guard b != 0 else { return a }
      (a, b) = (b, a % b)
    }
    return UInt128(greatestCommonDivisor(UInt64(a), UInt64(b)))
  }

  private static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    guard first != 0 else { return second }
    guard second != 0 else { return first }
    let twos = min(first.trailingZeroBitCount, second.trailingZeroBitCount)
    var a = first >> UInt64(first.trailingZeroBitCount)
    var b = second
    while b != 0 {
      b >>= UInt64(b.trailingZeroBitCount)
      if a > b { swap(&a, &b) }
      b -= a
    }
    return a << UInt64(twos)
  }
}
