/// A number with 18 decimals: `Wad.one` is 10^18. Health factors have this scale.
public struct Wad: Hashable, Sendable {
  /// The number times 10^18.
  public var raw: UInt256

  /// A number from its value times 10^18.
  @inlinable
  public init(_ raw: UInt256) {
    self.raw = raw
  }

  public static let zero = Wad(UInt256.zero)
  public static let one = Wad(UInt256(high: 0, low: 1_000_000_000_000_000_000))
  /// What protocols report as the health factor of an account without debt.
  public static let max = Wad(UInt256.max)
}

extension Wad: Comparable {
  @inlinable
  public static func < (left: Wad, right: Wad) -> Bool { left.raw < right.raw }
}

extension Wad {
  /// The same number with 27 decimals; throws `overflow`.
  public func ray() throws(ArithmeticError) -> Ray {
    Ray(try raw * 1_000_000_000)
  }
}

extension UInt256 {
  /// `self * factor / 10^18`; the product (and half of 10^18, when a half rounds up) must fit in 256 bits.
  @inlinable
  public func multiplied(by factor: Wad, rounding: Rounding) throws(ArithmeticError) -> UInt256 {
    try multipliedDivided(by: factor.raw, over: 1_000_000_000_000_000_000, rounding: rounding)
  }

  /// `self * 10^18 / divisor`; throws `divideByZero` before `overflow` of the product.
  @inlinable
  public func divided(by divisor: Wad, rounding: Rounding) throws(ArithmeticError) -> UInt256 {
    try multipliedDivided(by: 1_000_000_000_000_000_000, over: divisor.raw, rounding: rounding)
  }
}
