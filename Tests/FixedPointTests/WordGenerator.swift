import FixedPoint
import TestSupport

extension SeededGenerator {
  /// A word of any length, often at or beside a power of two or of ten, where carries and estimates go wrong.
  mutating func word() -> UInt256 {
    let random = UInt256(high: next(), next(), low: next(), next())
    switch next() % 6 {
    case 0: return random
    case 1, 2: return shortened(random)
    case 3:
      let power = UInt256.powerOfTen(Int(next() % 78)) ?? .one
      return (try? power - UInt256(next() % 2)) ?? power
    case 4:
      let bit = UInt128(1) << UInt128(next() % 128)
      let power = next() % 2 == 0 ? UInt256(high: bit, low: 0) : UInt256(high: 0, low: bit)
      return next() % 2 == 0 ? power : (try? power - 1) ?? power
    default:
      return [.zero, .one, .max, UInt256(high: 0, low: .max), UInt256(high: .max, low: 0), UInt256(high: 1, low: 0)]
        .randomElement(using: &self) ?? .zero
    }
  }

  private mutating func shortened(_ word: UInt256) -> UInt256 {
    let bits = UInt128(next() % 128)
    return next() % 2 == 0
      ? UInt256(high: word.high >> bits, low: word.low) : UInt256(high: 0, low: word.low >> bits)
  }
}

extension UInt256 {
  fileprivate init(high first: UInt64, _ second: UInt64, low third: UInt64, _ fourth: UInt64) {
    self.init(high: UInt128(first) << 64 | UInt128(second), low: UInt128(third) << 64 | UInt128(fourth))
  }
}

extension SchoolbookInteger {
  /// The same number in the slow arithmetic.
  init(word: UInt256) {
    self = Self.limb(word.high) * Self.power(2, 128) + Self.limb(word.low)
  }

  /// 2^256 - 1.
  static let largestWord = (power(2, 256) - .one) ?? .zero

  private static func limb(_ limb: UInt128) -> SchoolbookInteger {
    SchoolbookInteger(UInt64(limb >> 64)) * power(2, 64) + SchoolbookInteger(UInt64(truncatingIfNeeded: limb))
  }
}

/// A result or its error as text, so that both can be compared at once.
func outcome(_ body: () throws(ArithmeticError) -> UInt256) -> String {
  do { return try body().description } catch { return "\(error)" }
}

/// What the slow arithmetic says: the number, or `overflow` when it does not fit.
func outcome(_ value: SchoolbookInteger) -> String {
  value > .largestWord ? "overflow" : value.description
}
