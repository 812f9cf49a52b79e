import FixedPoint

/// A cursor over one command of a line, from which commands and expressions read what they expect.
struct Scanner: Sendable {
  /// How many digits always fit in 256 bits.
  static let mostDigits = 77

  let line: [Unicode.Scalar]
  /// Where the command begins and ends.
  let start: Int
  let end: Int
  private(set) var position: Int
  /// Where the last thing read began.
  private(set) var lastStart: Int

  init(_ command: CommandText) {
    line = command.line
    start = command.range.lowerBound
    end = command.range.upperBound
    position = command.range.lowerBound
    lastStart = position
  }

  /// Where the last thing read stands.
  var lastRange: Range<Int> { lastStart..<max(position, lastStart) }
  /// The rest of the command, or the place behind it when nothing is left.
  var restRange: Range<Int> { position < end ? position..<end : end..<end + 1 }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return position >= end
    }
  }

  func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    position + offset < end ? line[position + offset] : nil
  }

  func text(_ range: Range<Int>) -> String {
    String(scalars: line[range.clamped(to: 0..<line.count)])
  }

  mutating func skipBlanks() {
    while position < end, line[position].isBlank { position += 1 }
  }

  /// Goes back to a place noted before.
  mutating func rewind(to place: Int) {
    position = place
    lastStart = place
  }

  /// Makes all since `start` the thing read last, without the blanks behind it.
  mutating func markLast(from start: Int) {
    lastStart = start
    while position > start, line[position - 1].isBlank { position -= 1 }
  }

  /// What reaches up to the next blank: a name, a file, a command word; nil at the end.
  mutating func chunk() -> String? {
    guard !isAtEnd else { return nil }
    lastStart = position
    while let next = peek(), !next.isBlank { position += 1 }
    return text(lastRange)
  }

  /// A file name or other text: up to the next blank, or in double quotes.
  mutating func quotedOrChunk() -> String? {
    guard !isAtEnd else { return nil }
    guard peek() == "\"" else { return chunk() }
    lastStart = position
    position += 1
    let start = position
    while let next = peek(), next != "\"" { position += 1 }
    let content = text(start..<position)
    if peek() == "\"" { position += 1 }
    return content
  }

  /// All that is left, without surrounding blanks; nil when nothing is.
  mutating func rest() -> String? {
    guard !isAtEnd else { return nil }
    lastStart = position
    position = end
    return text(lastRange)
  }

  /// A word of letters, digits and underscores that begins with a letter; nil (and nothing read) otherwise.
  mutating func word() -> String? {
    guard !isAtEnd, let first = peek(), first.isLetter else { return nil }
    lastStart = position
    while let next = peek(), next.isLetter || next.isDigit { position += 1 }
    return text(lastRange)
  }

  /// The given keyword in any case; false (and nothing read) when something else stands there.
  mutating func keyword(_ expected: String) -> Bool {
    let place = position
    guard let word = word(), word.lowercased() == expected else {
      rewind(to: place)
      return false
    }
    return true
  }

  /// The first of the given symbols that stands here, longer ones first; nil (and nothing read) when none does.
  mutating func symbol(_ symbols: [String]) -> String? {
    skipBlanks()
    for symbol in symbols {
      let count = symbol.unicodeScalars.count
      if position + count <= end, line[position..<position + count].elementsEqual(symbol.unicodeScalars) {
        lastStart = position
        position += count
        return symbol
      }
    }
    return nil
  }

  /// A number without a sign; nil (and nothing read) when none begins here.
  mutating func number() throws(CommandError) -> NumberLiteral? {
    skipBlanks()
    let place = position
    var cursor = position
    let isDollars = cursor < end && line[cursor] == "$"
    if isDollars { cursor += 1 }
    guard cursor < end, line[cursor].isDigit || (line[cursor] == "." && cursor + 1 < end && line[cursor + 1].isDigit)
    else {
      return nil
    }
    var digits: [UInt8] = []
    var hasPoint = false
    // A number of a megabyte is not worth keeping: two characters more than fit tell that it is too long.
    let longest = Self.mostDigits + 3
    while cursor < end {
      let scalar = line[cursor]
      if scalar.isDigit {
        if digits.count < longest { digits.append(UInt8(ascii: scalar)) }
      } else if scalar == "_", cursor + 1 < end, line[cursor + 1].isDigit {
        // Groups of digits, as programmers write them.
      } else if scalar == ",", !hasPoint, groupOfThree(after: cursor) {
        // Groups of digits, as bankers write them.
      } else if scalar == ".", !hasPoint, cursor + 1 < end, line[cursor + 1].isDigit {
        digits += digits.isEmpty ? [UInt8(ascii: "0"), UInt8(ascii: ".")] : [UInt8(ascii: ".")]
        hasPoint = true
      } else {
        break
      }
      cursor += 1
    }
    position = cursor
    lastStart = place
    guard digits.count < longest, var value = Rational(decimal: String(decoding: digits, as: UTF8.self)) else {
      throw CommandError(.syntax, "a number may have at most \(Self.mostDigits) digits", at: lastRange)
    }
    if let factor = magnitudeSuffix() {
      guard let product = try? value * factor else {
        throw CommandError(.syntax, "the number is too large", at: lastRange)
      }
      value = product
    }
    return NumberLiteral(value: value, unit: unit(), isDollars: isDollars)
  }

  /// The `%` or `x` directly behind a number.
  mutating func unit() -> NumberLiteral.Unit {
    switch peek() {
    case "%":
      position += 1
      return .percent
    case "x", "X":
      guard !continuesWord(at: position + 1) else { return .none }
      position += 1
      return .multiple
    default:
      return .none
    }
  }

  /// Exactly three digits and then no digit: the comma before them groups thousands.
  private func groupOfThree(after comma: Int) -> Bool {
    guard comma + 3 < end, line[comma + 1...comma + 3].allSatisfy(\.isDigit) else { return false }
    return comma + 4 >= end || !line[comma + 4].isDigit
  }

  private mutating func magnitudeSuffix() -> Rational? {
    guard let next = peek(), !continuesWord(at: position + 1) else { return nil }
    let factor: Rational
    switch next {
    case "k", "K": factor = 1_000
    case "m", "M": factor = 1_000_000
    default: return nil
    }
    position += 1
    return factor
  }

  private func continuesWord(at place: Int) -> Bool {
    place < end && (line[place].isLetter || line[place].isDigit)
  }
}
