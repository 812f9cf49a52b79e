public import FixedPoint

/// How far two numbers may be apart: an absolute distance such as `0.5`, or a share of the expected one such as `0.5%`.
public struct Tolerance: Equatable, Sendable {
  /// The distance, or the share as a fraction; above 0.
  public let size: Rational
  public let isRelative: Bool

  /// Reads `0.5` or `0.5%`; nil for anything else, and for 0.
  public init?(_ text: String) {
    isRelative = text.hasSuffix("%")
    let digits = isRelative ? String(text.dropLast()) : text
    guard digits.utf8.count <= 40, let number = Rational(decimal: digits), !number.isZero, !number.isNegative else {
      return nil
    }
    guard let size = try? isRelative ? number / 100 : number else { return nil }
    self.size = size
  }

  /// Whether a number is near enough to the expected one; both bounds count as near.
  public func allows(_ actual: Rational, for expected: Rational) -> Bool {
    guard let distance = try? actual - expected, let limit = try? isRelative ? size * expected.magnitude : size else {
      return false
    }
    return distance.magnitude <= limit
  }
}
