/// Why a text is not an amount with a given number of decimals.
public enum DecimalTextError: Error, Equatable, Sendable {
  /// The text is not digits with at most one point between or beside them.
  case notANumber
  /// The text has more decimals, trailing zeros not counted, than the amount can hold.
  case tooManyDecimals(allowed: Int)
  /// The amount would not fit in 256 bits.
  case overflow
}

extension UInt256 {
  /// The whole number of smallest units that a decimal text stands for; nothing is rounded.
  ///
  ///     try UInt256(decimal: "1800.5", decimals: 8)    // 180050000000
  ///
  /// The text holds ASCII digits and at most one point, with a digit on at least one side of it: no sign, grouping,
  /// exponent or space. Throws a `DecimalTextError`; `notANumber` comes before `tooManyDecimals` before `overflow`.
  public init(decimal text: String, decimals: Int) throws(DecimalTextError) {
    var digits: [UInt8] = []
    var pointPosition: Int?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: ".") where pointPosition == nil: pointPosition = digits.count
      default: throw .notANumber
      }
    }
    guard !digits.isEmpty else { throw .notANumber }
    let wholeCount = pointPosition ?? digits.count
    while digits.count > wholeCount, digits.last == 0 { digits.removeLast() }
    let missing = decimals - (digits.count - wholeCount)
    guard missing >= 0 else { throw .tooManyDecimals(allowed: decimals) }
    var value = UInt256.zero
    for digit in digits {
      guard let tens = try? value * 10, let next = try? tens + UInt256(digit) else { throw .overflow }
      value = next
    }
    guard !value.isZero else {
      self = .zero
      return
    }
    guard let power = UInt256.powerOfTen(missing), let scaled = try? value * power else { throw .overflow }
    self = scaled
  }

  /// The amount as exact decimal text, where 10^`decimals` smallest units are one: no grouping, trailing zeros and a
  /// trailing point dropped.
  ///
  ///     UInt256(180_050_000_000).decimalText(decimals: 8)    // "1800.5"
  public func decimalText(decimals: Int) -> String {
    var digits = description
    guard decimals > 0 else { return digits }
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let point = digits.utf8.index(digits.endIndex, offsetBy: -decimals)
    var fraction = digits[point...]
    while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    let whole = digits[..<point]
    return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
  }
}
