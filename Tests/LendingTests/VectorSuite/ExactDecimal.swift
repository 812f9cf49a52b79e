import TestSupport

/// A decimal number without rounding, for comparing a result with its expected value and tolerance.
struct ExactDecimal: Comparable {
  private var negative: Bool
  /// The number without its sign, times 10^scale.
  private var magnitude: SchoolbookInteger
  private var scale: Int

  private init(negative: Bool, magnitude: SchoolbookInteger, scale: Int) {
    self.negative = negative && !magnitude.isZero
    self.magnitude = magnitude
    self.scale = scale
  }

  /// A plain decimal such as "-0.04"; nil for anything else, an exponent included.
  init?(_ text: String) {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let magnitude = SchoolbookInteger(parts.joined())
    else { return nil }
    self.init(negative: text.hasPrefix("-"), magnitude: magnitude, scale: parts.count == 2 ? parts[1].utf8.count : 0)
  }

  /// The exact value of a floating-point number; nil when it is not finite.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    guard value != 0 else {
      self.init(negative: false, magnitude: .zero, scale: 0)
      return
    }
    let pattern = value.isNormal ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
    let significand = SchoolbookInteger(pattern >> UInt64(pattern.trailingZeroBitCount))
    let exponent = Int(max(value.exponentBitPattern, 1)) - 1075 + pattern.trailingZeroBitCount
    // A division by 2^n is a multiplication by 5^n and a shift of the point.
    let factor = SchoolbookInteger.power(exponent < 0 ? 5 : 2, abs(exponent))
    self.init(negative: value.sign == .minus, magnitude: significand * factor, scale: max(0, -exponent))
  }

  var absolute: ExactDecimal { ExactDecimal(negative: false, magnitude: magnitude, scale: scale) }

  static func * (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    ExactDecimal(
      negative: left.negative != right.negative, magnitude: left.magnitude * right.magnitude,
      scale: left.scale + right.scale)
  }

  /// |self - other|.
  func distance(to other: ExactDecimal) -> ExactDecimal {
    let scale = max(scale, other.scale)
    let left = aligned(to: scale)
    let right = other.aligned(to: scale)
    let magnitude = negative == other.negative ? (left - right) ?? (right - left) : left + right
    return ExactDecimal(negative: false, magnitude: magnitude ?? .zero, scale: scale)
  }

  static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    guard left.negative == right.negative else { return left.negative }
    let scale = max(left.scale, right.scale)
    let (first, second) = (left.aligned(to: scale), right.aligned(to: scale))
    return left.negative ? second < first : first < second
  }

  static func == (left: ExactDecimal, right: ExactDecimal) -> Bool { !(left < right) && !(right < left) }

  private func aligned(to scale: Int) -> SchoolbookInteger { magnitude.shifted(byDigits: scale - self.scale) }
}
