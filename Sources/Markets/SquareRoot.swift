import FixedPoint

extension UInt256 {
  /// The largest whole number whose square is not above this one.
  ///
  /// Newton's iteration from a power of two above the root falls until it is there.
  func squareRoot() throws(ArithmeticError) -> UInt256 {
    guard !isZero else { return .zero }
    let exponent = (bitWidth + 1) / 2
    var root = exponent < 128 ? UInt256(high: 0, low: 1 << UInt128(exponent)) : UInt256(high: 1, low: 0)
    while true {
      let next = try (root + self / root) / 2
      if next >= root { return root }
      root = next
    }
  }
}
