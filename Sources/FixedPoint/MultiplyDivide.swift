extension UInt256 {
  /// `self * multiplier / divisor`, rounded once; the product must fit in 256 bits, as in the protocols.
  ///
  /// A half is rounded up by adding half of the divisor (rounded down) to the product, which must fit too.
  /// Throws `divideByZero` before `overflow`.
  @inlinable
  public func multipliedDivided(
    by multiplier: UInt256, over divisor: UInt256, rounding: Rounding
  ) throws(ArithmeticError) -> UInt256 {
    guard !divisor.isZero else { throw .divideByZero }
    let product = try self * multiplier
    switch rounding {
    case .down:
      return try product / divisor
    case .halfUp:
      return try (product + divisor / 2) / divisor
    case .up:
      let (quotient, remainder) = try product.quotientAndRemainder(dividingBy: divisor)
      return remainder.isZero ? quotient : try quotient + 1
    }
  }
}
