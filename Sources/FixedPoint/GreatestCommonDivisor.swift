extension UInt256 {
  /// The greatest number that divides both; the other one when one of them is 0, and 1 when both are.
  ///
  /// Euclid's divisions bring the numbers below 2^128; from there on Stein's shifts and differences are several times
  /// faster, and fractions are reduced all the time.
  public func greatestCommonDivisor(with other: UInt256) -> UInt256 {
    var (a, b) = (self, other)
    while a.high != 0 || b.high != 0 {
      guard !b.isZero, let remainder = try? a % b else { return a }
      (a, b) = (b, remainder)
    }
    let divisor = Self.greatestCommonDivisor(a.low, b.low)
    return divisor == 0 ? .one : UInt256(high: 0, low: divisor)
  }

  private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    guard first != 0 else { return second }
    guard second != 0 else { return first }
    let twos = min(first.trailingZeroBitCount, second.trailingZeroBitCount)
    var a = first >> UInt128(first.trailingZeroBitCount)
    var b = second
    while b != 0 {
      b >>= UInt128(b.trailingZeroBitCount)
      if a > b { swap(&a, &b) }
      b -= a
    }
    return a << UInt128(twos)
  }
}
