extension Rational {
  /// The value as plain decimal text: no grouping, no exponent, at most `places` decimals, trailing zeros dropped.
  ///
  ///     try Rational(2, over: 3).decimalText(places: 4)                     // "0.6667"
  ///     try Rational(2, over: 3).decimalText(places: 4, rounding: .down)    // "0.6666"
  ///
  /// `rounding` is of the magnitude: `.up` is away from zero. A value too large for `places` decimals in 256 bits is
  /// written without decimals.
  public func decimalText(places: Int, rounding: Rounding = .halfUp) -> String {
    let text = fixedText(places: places, rounding: rounding)
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    var digits = text.utf8[...]
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.last == UInt8(ascii: ".") { digits.removeLast() }
    return digits.elementsEqual("-0".utf8) ? "0" : String(Substring(digits))
  }

  /// The value as plain decimal text with exactly `places` decimals, rounded in the direction of the magnitude.
  public func fixedText(places: Int, rounding: Rounding = .halfUp) -> String {
    guard let scale = UInt256.powerOfTen(places), let scaled = try? scaled(to: scale, rounding: rounding) else {
      return (isNegative ? "-" : "") + ((try? scaled(to: .one, rounding: rounding))?.description ?? "0")
    }
    var digits = scaled.description
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    let sign = isNegative && !scaled.isZero ? "-" : ""
    guard places > 0 else { return sign + digits }
    let point = digits.utf8.index(digits.endIndex, offsetBy: -places)
    return "\(sign)\(digits[..<point]).\(digits[point...])"
  }

  /// The value of plain decimal text such as `-1800.25`; nil for anything else or when it does not fit.
  public init?(decimal text: some StringProtocol) {
    var body = Substring(text)
    let isNegative = body.first == "-"
    if isNegative { body.removeFirst() }
    let parts = body.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts[0].utf8.count + fraction.utf8.count <= 78, !parts[0].isEmpty, parts.count == 1 || !fraction.isEmpty,
      let digits = UInt256(String(parts[0] + fraction)), let scale = UInt256.powerOfTen(fraction.utf8.count),
      let value = try? Rational(digits, over: scale, isNegative: isNegative)
    else { return nil }
    self = value
  }

  /// The nearest 64-bit floating-point number, to within two units in the last place.
  public var doubleValue: Double {
    let value = numerator.doubleValue / denominator.doubleValue
    return isNegative ? -value : value
  }
}

extension UInt256 {
  /// The nearest 64-bit floating-point number, to within one unit in the last place.
  public var doubleValue: Double {
    // Most values are small enough for the processor's own conversion.
    if high == 0, low <= UInt128(UInt64.max) { return Double(UInt64(low)) }
    return Double(high) * 0x1p128 + Double(low)
  }
}

extension Rational: CustomStringConvertible {
  public var description: String { decimalText(places: 18) }
}
