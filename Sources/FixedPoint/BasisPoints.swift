/// A ratio in hundredths of a percent: 10000 is 100 %.
///
/// Protocols keep loan-to-value, thresholds, bonuses and fees in this scale:
///
///     let threshold: BasisPoints = 8250    // 82.5 %
public struct BasisPoints: Hashable, Sendable {
  /// The ratio times 10^4.
  public var raw: UInt256

  /// A ratio from its value times 10^4.
  @inlinable
  public init(_ raw: UInt256) {
    self.raw = raw
  }

  public static let zero = BasisPoints(UInt256.zero)
  /// The whole: 10000.
  public static let hundredPercent = BasisPoints(UInt256(high: 0, low: 10_000))
}

extension BasisPoints: ExpressibleByIntegerLiteral {
  @inlinable
  public init(integerLiteral value: UInt128) {
    self.init(UInt256(high: 0, low: value))
  }
}

extension BasisPoints: Comparable {
  @inlinable
  public static func < (left: BasisPoints, right: BasisPoints) -> Bool { left.raw < right.raw }
}

extension UInt256 {
  /// `self * ratio / 10000`; the product (and half of 10000, when a half rounds up) must fit in 256 bits.
  @inlinable
  public func multiplied(by ratio: BasisPoints, rounding: Rounding) throws(ArithmeticError) -> UInt256 {
    try multipliedDivided(by: ratio.raw, over: 10_000, rounding: rounding)
  }

  /// `self * 10000 / ratio`; throws `divideByZero` before `overflow` of the product.
  @inlinable
  public func divided(by ratio: BasisPoints, rounding: Rounding) throws(ArithmeticError) -> UInt256 {
    try multipliedDivided(by: 10_000, over: ratio.raw, rounding: rounding)
  }
}
