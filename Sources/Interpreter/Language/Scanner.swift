import FixedPoint

/// A cursor over one command of a line, from which commands and expressions read what they expect.
struct Scanner: Sendable {
  let line: [Unicode.Scalar]
  let end: Int
  private(set) var position: Int
  /// Where the last thing read began.
  private(set) var lastStart: Int

  init(_ command: CommandText) {
    line = command.line
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
    String(String.UnicodeScalarView(line[range.clamped(to: 0..<line.count)]))
  }

  mutating func skipBlanks() {
    while position < end, line[position].isBlank { position += 1 }
  }

  /// Goes back to a place noted before.
  mutating func rewind(to place: Int) {
    position = place
    lastStart = place
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
      let scalars = Array(symbol.unicodeScalars)
      if position + scalars.count <= end, Array(line[position..<position + scalars.count]) == scalars {
        lastStart = position
        position += scalars.count
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
    var digits = ""
    var hasPoint = false
    while cursor < end {
      let scalar = line[cursor]
      if scalar.isDigit {
        digits.unicodeScalars.append(scalar)
      } else if scalar == "_", cursor + 1 < end, line[cursor + 1].isDigit {
        // Groups of digits, as programmers write them.
      } else if scalar == ",", !hasPoint, groupOfThree(after: cursor) {
        // Groups of digits, as bankers write them.
      } else if scalar == ".", !hasPoint, cursor + 1 < end, line[cursor + 1].isDigit {
        digits += digits.isEmpty ? "0." : "."
        hasPoint = true
      } else {
        break
      }
      cursor += 1
    }
    position = cursor
    lastStart = place
    guard var value = Rational(decimal: digits) else {
      throw CommandError(.syntax, "a number may have at most 77 digits", at: lastRange)
    }
    var unit = NumberLiteral.Unit.none
    if let factor = magnitudeSuffix() {
      guard let product = try? value * factor else {
        throw CommandError(.syntax, "the number is too large", at: lastRange)
      }
      value = product
    }
    if peek() == "%" {
      position += 1
      unit = .percent
    } else if let next = peek(), next == "x" || next == "X", !continuesWord(at: position + 1) {
      position += 1
      unit = .multiple
    }
    return NumberLiteral(value: value, unit: unit, isDollars: isDollars)
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
