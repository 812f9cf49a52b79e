import FixedPoint
import Lending

/// A number as people write it: `$2,329.54`, `80.5%`, `1_800`, `1.8k`, `1.5m`.
struct FileNumber {
  let source: FileText
  let isDollars: Bool
  let isPercentage: Bool
  /// Digits with at most one point.
  private let decimalText: String
  /// The power of ten by which `k` or `m` multiplies.
  private let shift: Int

  /// Throws where a text is not a number; a comma has to be followed by three digits, so that `1,8` is not read as 18.
  init(_ source: FileText) throws(FileMistake) {
    self.source = source
    var bytes = Array(source.text.utf8)[...]
    isDollars = bytes.first == UInt8(ascii: "$")
    if isDollars { bytes.removeFirst() }
    isPercentage = bytes.last == UInt8(ascii: "%")
    if isPercentage { bytes.removeLast() }
    switch bytes.last {
    case UInt8(ascii: "k"), UInt8(ascii: "K"): shift = 3
    case UInt8(ascii: "m"), UInt8(ascii: "M"): shift = 6
    default: shift = 0
    }
    if shift > 0 { bytes.removeLast() }
    if bytes.first == UInt8(ascii: "-") { throw source.mistake("\(source.quoted) is negative") }

    var digits = DigitReader()
    guard bytes.allSatisfy({ digits.read($0) }), digits.finish() else {
      throw source.mistake("\(source.quoted) is not a number")
    }
    guard digits.isGroupedByThree else {
      throw source.mistake("\(source.quoted) has a comma that does not separate three digits")
    }
    decimalText = digits.text
  }

  /// The number times 10^`decimals`, exactly; `place` says what has no smaller part, for the message.
  func units(decimals: Int, place: String) throws(FileMistake) -> UInt256 {
    do throws(DecimalTextError) {
      return try UInt256(decimal: decimalText, decimals: decimals + shift)
    } catch {
      switch error {
      case .notANumber: throw source.mistake("\(source.quoted) is not a number")
      case .overflow: throw source.mistake("\(source.quoted) is too large")
      case .tooManyDecimals:
        throw source.mistake("\(source.quoted) is too precise: \(place)")
      }
    }
  }

  /// The number without sign and unit, as it was written.
  var bareText: String {
    source.text.filter { $0 != "$" && $0 != "%" }
  }
}

/// Takes the grouping out of digits, byte by byte.
private struct DigitReader {
  /// The digits so far, with a point where there was one.
  private(set) var text = ""
  /// Whether every comma has one to three digits before it and three after it.
  private(set) var isGroupedByThree = true
  private var hasDigit = false
  private var hasComma = false
  private var hasPoint = false
  private var digitsInGroup = 0
  private var previousIsUnderscore = false

  /// Takes the next byte; false when it cannot stand there.
  mutating func read(_ byte: UInt8) -> Bool {
    let isUnderscore = byte == UInt8(ascii: "_")
    defer { previousIsUnderscore = isUnderscore }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      hasDigit = true
      if !hasPoint { digitsInGroup += 1 }
    case UInt8(ascii: "_"):
      return !hasPoint && digitsInGroup > 0
    case UInt8(ascii: ","):
      guard !hasPoint, !previousIsUnderscore else { return false }
      closeGroup(allowed: hasComma ? 3...3 : 1...3)
      hasComma = true
      digitsInGroup = 0
      return true
    case UInt8(ascii: "."):
      guard !hasPoint, !previousIsUnderscore else { return false }
      closeGroup(allowed: hasComma ? 3...3 : 0...Int.max)
      hasPoint = true
    default:
      return false
    }
    text.unicodeScalars.append(Unicode.Scalar(byte))
    return true
  }

  /// Ends the reading; false when the bytes cannot end here.
  mutating func finish() -> Bool {
    if !hasPoint { closeGroup(allowed: hasComma ? 3...3 : 0...Int.max) }
    return hasDigit && !previousIsUnderscore
  }

  private mutating func closeGroup(allowed: ClosedRange<Int>) {
    isGroupedByThree = isGroupedByThree && allowed.contains(digitsInGroup)
  }
}
