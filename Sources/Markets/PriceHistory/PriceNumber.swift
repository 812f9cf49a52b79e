/// What a cell says about a price.
enum PriceNumber: Equatable {
  case price(Double)
  case empty
  case zero
  case negative
  /// Below or above the prices that are allowed.
  case beyondLimits
  /// A comma that may separate thousands or decimals.
  case ambiguousComma
  case notANumber

  var isNumber: Bool {
    switch self {
    case .price, .zero, .negative, .beyondLimits: true
    case .empty, .ambiguousComma, .notANumber: false
    }
  }

  /// Reads digits with at most one point, perhaps with `$` or a sign before them, commas between groups of three and an
  /// exponent behind.
  ///
  /// In a file whose `separator` is no comma, a comma without a point behind it may be a decimal one, so it is not guessed.
  init(_ bytes: ArraySlice<UInt8>, separator: UInt8) {
    var scan = Scan()
    var rest = bytes
    guard !rest.isEmpty else {
      self = .empty
      return
    }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      scan.isNegative = rest.removeFirst() == UInt8(ascii: "-")
    }
    if rest.first == UInt8(ascii: "$") { rest.removeFirst() }
    guard scan.read(rest) else {
      self = .notANumber
      return
    }
    if scan.hasBadGroup || (scan.hasComma && !scan.hasPoint && separator != UInt8(ascii: ",")) {
      self = .ambiguousComma
    } else if scan.isZero {
      self = .zero
    } else if scan.isNegative {
      self = .negative
    } else if let value = scan.value, PriceFile.priceRange.contains(value) {
      self = .price(value)
    } else {
      self = .beyondLimits
    }
  }
}

/// The digits of a number as they come.
private struct Scan {
  var isNegative = false
  private(set) var hasComma = false
  private(set) var hasPoint = false
  /// Whether some comma does not have three digits behind it, or none or a lone 0 before it.
  private(set) var hasBadGroup = false
  private var hasDigit = false
  private var digitsInGroup = 0
  /// All digits, while they fit; the number is this times ten to the power of `exponent`.
  private var digits: UInt64 = 0
  private var exponent = 0
  /// Whether some digits did not fit.
  private var isCut = false
  private var bytes: ArraySlice<UInt8> = []

  var isZero: Bool { digits == 0 && !isCut }

  /// Takes all bytes; false when they are no number.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> Bool {
    self.bytes = bytes
    for (place, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): take(digit: byte)
      case UInt8(ascii: ","):
        guard !hasPoint else { return false }
        closeGroup(allowed: hasComma ? 3...3 : 1...3)
        hasBadGroup = hasBadGroup || digits == 0
        hasComma = true
        digitsInGroup = 0
      case UInt8(ascii: "."):
        guard !hasPoint else { return false }
        if hasComma { closeGroup(allowed: 3...3) }
        hasPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard hasDigit, let power = Self.exponent(bytes[(place + 1)...]) else { return false }
        exponent += power
        return finish()
      default: return false
      }
    }
    return finish()
  }

  /// The nearest floating-point number; nil when it is none.
  var value: Double? {
    // Both are exact here, so that there is one rounding, to the nearest.
    if !isCut, digits < 1 << 53, (-22...22).contains(exponent) {
      return exponent < 0 ? Double(digits) / Self.powers[-exponent] : Double(digits) * Self.powers[exponent]
    }
    return Double(String(decoding: bytes.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self))
  }

  private mutating func take(digit byte: UInt8) {
    hasDigit = true
    if !hasPoint { digitsInGroup += 1 }
    guard digits < 1_000_000_000_000_000_000 else {
      isCut = true
      return
    }
    digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
    if hasPoint { exponent -= 1 }
  }

  private mutating func finish() -> Bool {
    if hasComma, !hasPoint { closeGroup(allowed: 3...3) }
    return hasDigit
  }

  private mutating func closeGroup(allowed: ClosedRange<Int>) {
    hasBadGroup = hasBadGroup || !allowed.contains(digitsInGroup)
  }

  /// A whole number with a sign, of at most three digits.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard (1...3).contains(rest.count), rest.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let power = rest.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -power : power
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}
