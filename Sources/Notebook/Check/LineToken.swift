import FixedPoint

/// A piece of a line in which numbers may differ: a number, or a byte of anything else.
enum LineToken {
  case number(Rational)
  case byte(UInt8)

  /// Whether this may be printed as another: a number within the tolerance, anything else unchanged.
  func isNear(_ printed: LineToken, _ tolerance: Tolerance) -> Bool {
    switch (self, printed) {
    case (.number(let expected), .number(let actual)): tolerance.allows(actual, for: expected)
    case (.byte(let expected), .byte(let actual)): expected == actual
    default: false
    }
  }

  /// Digits with grouping commas and a decimal point are numbers; a sign belongs to the text before them.
  static func tokens(of text: String) -> [LineToken] {
    let bytes = Array(text.utf8)
    var tokens: [LineToken] = []
    var index = 0
    func isDigit(_ place: Int) -> Bool { place < bytes.count && (0x30...0x39).contains(bytes[place]) }
    while index < bytes.count {
      guard isDigit(index) else {
        tokens.append(.byte(bytes[index]))
        index += 1
        continue
      }
      let start = index
      var digits: [UInt8] = []
      var hasPoint = false
      while index < bytes.count {
        if isDigit(index) {
          digits.append(bytes[index])
        } else if bytes[index] == UInt8(ascii: "."), !hasPoint, isDigit(index + 1) {
          hasPoint = true
          digits.append(bytes[index])
        } else if bytes[index] != UInt8(ascii: ",") || hasPoint || !isDigit(index + 1) {
          break
        }
        index += 1
      }
      if let number = Rational(decimal: String(decoding: digits, as: UTF8.self)) {
        tokens.append(.number(number))
      } else {
        // Longer than any number that the program prints.
        tokens += bytes[start..<index].map { .byte($0) }
      }
    }
    return tokens
  }
}
