/// An unsigned integer of any size with the arithmetic of a school notebook: slow, short, and written without the code
/// that it checks.
public struct SchoolbookInteger: Comparable, CustomStringConvertible, Sendable {
  /// Decimal digits, the lowest first, without leading zeros; zero has none.
  private var digits: [UInt8]

  private init(digits: [UInt8]) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
  }

  /// Nil for anything but decimal digits.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    self.init(digits: text.utf8.reversed().map { $0 - 48 })
  }

  public init(_ value: UInt64) {
    self.init(digits: String(value).utf8.reversed().map { $0 - 48 })
  }

  public static let zero = SchoolbookInteger(digits: [])
  public static let one = SchoolbookInteger(digits: [1])

  public var isZero: Bool { digits.isEmpty }

  public var description: String {
    isZero ? "0" : String(digits.reversed().map { Character(UnicodeScalar($0 + 48)) })
  }

  public static func < (left: SchoolbookInteger, right: SchoolbookInteger) -> Bool {
    guard left.digits.count == right.digits.count else { return left.digits.count < right.digits.count }
    return left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
  }

  public static func + (left: SchoolbookInteger, right: SchoolbookInteger) -> SchoolbookInteger {
    var result: [UInt8] = []
    var carry: UInt8 = 0
    for index in 0..<max(left.digits.count, right.digits.count) {
      let sum = left.digit(index) + right.digit(index) + carry
      result.append(sum % 10)
      carry = sum / 10
    }
    result.append(carry)
    return SchoolbookInteger(digits: result)
  }

  /// Nil when `right` is the larger one.
  public static func - (left: SchoolbookInteger, right: SchoolbookInteger) -> SchoolbookInteger? {
    guard left >= right else { return nil }
    var result: [UInt8] = []
    var borrow: UInt8 = 0
    for index in left.digits.indices {
      let taken = right.digit(index) + borrow
      borrow = left.digits[index] < taken ? 1 : 0
      result.append(left.digits[index] + 10 * borrow - taken)
    }
    return SchoolbookInteger(digits: result)
  }

  public static func * (left: SchoolbookInteger, right: SchoolbookInteger) -> SchoolbookInteger {
    var columns = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
    for leftIndex in left.digits.indices {
      for rightIndex in right.digits.indices {
        columns[leftIndex + rightIndex] += Int(left.digits[leftIndex]) * Int(right.digits[rightIndex])
      }
    }
    for index in columns.indices.dropLast() {
      columns[index + 1] += columns[index] / 10
      columns[index] %= 10
    }
    return SchoolbookInteger(digits: columns.map { UInt8($0) })
  }

  /// Long division; nil when the divisor is 0.
  public func divided(by divisor: SchoolbookInteger) -> (quotient: SchoolbookInteger, remainder: SchoolbookInteger)? {
    guard !divisor.isZero else { return nil }
    var quotient: [UInt8] = []
    var remainder = SchoolbookInteger.zero
    for digit in digits.reversed() {
      remainder = SchoolbookInteger(digits: [digit] + remainder.digits)
      var count: UInt8 = 0
      while let less = remainder - divisor {
        remainder = less
        count += 1
      }
      quotient.append(count)
    }
    return (SchoolbookInteger(digits: quotient.reversed()), remainder)
  }

  /// The value times 10 to a power.
  public func shifted(byDigits count: Int) -> SchoolbookInteger {
    SchoolbookInteger(digits: [UInt8](repeating: 0, count: count) + digits)
  }

  public static func power(_ base: UInt64, _ exponent: Int) -> SchoolbookInteger {
    guard exponent > 0 else { return .one }
    let half = power(base, exponent / 2)
    return exponent.isMultiple(of: 2) ? half * half : half * half * SchoolbookInteger(base)
  }

  private func digit(_ index: Int) -> UInt8 { index < digits.count ? digits[index] : 0 }
}
