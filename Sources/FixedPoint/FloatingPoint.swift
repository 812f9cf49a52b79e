extension Double {
  /// The value as a floating-point number, within one unit in the last place.
  @inlinable
  public init(_ value: UInt256) {
    self = value.high == 0 ? Double(value.low) : Double(value.high) * 0x1p128 + Double(value.low)
  }
}

extension Rational {
  /// The exact value of a floating-point number, so that it is rounded only once when it is shown; nil when it is not
  /// finite or needs more than 256 bits.
  public init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    guard value != 0 else {
      self = .zero
      return
    }
    let significand = UInt256(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
    let exponent = Int(max(value.exponentBitPattern, 1)) - 1075
    let isNegative = value < 0
    guard exponent < 200, exponent > -255, let power = try? Rational(2).power(abs(exponent)) else { return nil }
    guard let magnitude = try? exponent < 0 ? Rational(significand) / power : Rational(significand) * power else {
      return nil
    }
    self = isNegative ? -magnitude : magnitude
  }
}
