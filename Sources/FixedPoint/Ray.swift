/// A number with 27 decimals: `Ray.one` is 10^27. Rates and indexes have this scale.
public struct Ray: Hashable, Sendable {
  /// The number times 10^27.
  public var raw: UInt256

  /// A number from its value times 10^27.
  @inlinable
  public init(_ raw: UInt256) {
    self.raw = raw
  }

  public static let zero = Ray(UInt256.zero)
  public static let one = Ray(UInt256(high: 0, low: 1_000_000_000_000_000_000_000_000_000))
}

extension Ray: Comparable {
  @inlinable
  public static func < (left: Ray, right: Ray) -> Bool { left.raw < right.raw }
}

extension Ray {
  /// A ratio in basis points with 27 decimals; throws `overflow`.
  public init(basisPoints ratio: BasisPoints) throws(ArithmeticError) {
    self.init(try ratio.raw * 100_000_000_000_000_000_000_000)
  }

  /// The nearest number with 18 decimals, a half upwards. The sum is never formed, so this cannot overflow.
  public func wad() -> Wad {
    let step: UInt256 = 1_000_000_000
    // The divisor is a constant above 0, and a quotient by 10^9 has room for one more.
    guard let (quotient, remainder) = try? raw.quotientAndRemainder(dividingBy: step), let next = try? quotient + 1
    else { return .max }
    return Wad(remainder >= 500_000_000 ? next : quotient)
  }

  /// The product with 27 decimals; throws `overflow`.
  @inlinable
  public func multiplied(by factor: Ray, rounding: Rounding) throws(ArithmeticError) -> Ray {
    Ray(try raw.multiplied(by: factor, rounding: rounding))
  }

  /// The quotient with 27 decimals; throws `divideByZero` before `overflow` of the product.
  @inlinable
  public func divided(by divisor: Ray, rounding: Rounding) throws(ArithmeticError) -> Ray {
    Ray(try raw.divided(by: divisor, rounding: rounding))
  }

  /// The sum; throws `overflow`.
  @inlinable
  public static func + (left: Ray, right: Ray) throws(ArithmeticError) -> Ray {
    Ray(try left.raw + right.raw)
  }

  /// The difference; throws `underflow` when `right` is the larger one.
  @inlinable
  public static func - (left: Ray, right: Ray) throws(ArithmeticError) -> Ray {
    Ray(try left.raw - right.raw)
  }
}

extension UInt256 {
  /// `self * factor / 10^27`; the product (and half of 10^27, when a half rounds up) must fit in 256 bits.
  @inlinable
  public func multiplied(by factor: Ray, rounding: Rounding) throws(ArithmeticError) -> UInt256 {
    try multipliedDivided(by: factor.raw, over: 1_000_000_000_000_000_000_000_000_000, rounding: rounding)
  }

  /// `self * 10^27 / divisor`; throws `divideByZero` before `overflow` of the product.
  @inlinable
  public func divided(by divisor: Ray, rounding: Rounding) throws(ArithmeticError) -> UInt256 {
    try multipliedDivided(by: 1_000_000_000_000_000_000_000_000_000, over: divisor.raw, rounding: rounding)
  }
}
