public import FixedPoint

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What an expression gives.
///
/// Arithmetic on exact numbers stays exact; a function such as `ln` gives a real number, and one real operand makes
/// the result real. Infinity is the health factor of a position without debt.
public enum Value: Equatable, Sendable {
  case exact(Rational)
  /// A 64-bit floating-point number, finite.
  case real(Double)
  case infinity
  case boolean(Bool)

  /// The text that `print` shows: no grouping, at most 18 decimals (real numbers: 15 significant digits).
  public var text: String {
    switch self {
    case .exact(let number): number.decimalText(places: 18)
    case .real(let number): RealText.text(of: number)
    case .infinity: "infinity"
    case .boolean(let truth): truth ? "true" : "false"
    }
  }

  /// The word for this kind of value in messages.
  var kind: String {
    switch self {
    case .exact, .real: "a number"
    case .infinity: "infinity"
    case .boolean: "true or false"
    }
  }
}

extension Value {
  /// Below, equal to or above zero as self is below, equal to or above other; nil when one is no number.
  func compared(to other: Value) -> Int? {
    switch (self, other) {
    case (.exact(let left), .exact(let right)):
      return left == right ? 0 : left < right ? -1 : 1
    case (.infinity, .infinity):
      return 0
    case (.infinity, .exact), (.infinity, .real):
      return 1
    case (.exact, .infinity), (.real, .infinity):
      return -1
    default:
      guard let left = doubleValue, let right = other.doubleValue else { return nil }
      return left == right ? 0 : left < right ? -1 : 1
    }
  }

  /// The finite number as floating point; nil for infinity and truth values.
  public var doubleValue: Double? {
    switch self {
    case .exact(let number): number.doubleValue
    case .real(let number): number
    case .infinity, .boolean: nil
    }
  }
}

/// Writes real numbers with 15 significant digits, however large or small, and without an exponent: `exp(100)` has 29
/// zeros behind its digits, `exp(-100)` 43 between the point and them. The same in every locale.
enum RealText {
  static func text(of number: Double) -> String {
    guard number != 0 else { return "0" }
    let scientific = format(number).split(separator: "e")
    // 15 digits with a point behind the first, and the power of ten.
    guard scientific.count == 2, let exponent = Int(scientific[1]) else { return String(number) }
    let sign = scientific[0].hasPrefix("-") ? "-" : ""
    let digits = scientific[0].filter(\.isNumber)
    if exponent >= digits.count - 1 {
      return sign + digits + String(repeating: "0", count: exponent - digits.count + 1)
    }
    let whole = exponent < 0 ? "0" : String(digits.prefix(exponent + 1))
    var decimals = Substring(
      exponent < 0 ? String(repeating: "0", count: -exponent - 1) + digits : String(digits.dropFirst(exponent + 1)))
    while decimals.last == "0" { decimals.removeLast() }
    return sign + whole + (decimals.isEmpty ? "" : "." + decimals)
  }

  private static func format(_ number: Double) -> String {
    let capacity = 40
    return unsafe String(unsafeUninitializedCapacity: capacity) { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe withVaList([number]) { arguments in
          // A sign, 15 digits with a point, and an exponent of at most five characters: what is written always fits.
          Int(unsafe vsnprintf(characters.baseAddress, capacity, "%.14e", arguments))
        }
      }
    }
  }
}
