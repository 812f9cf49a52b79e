import FixedPoint

extension ArgumentReader {
  /// A number with its unit: a literal, a name given with `let`, or an expression in parentheses; nil when something else
  /// comes next.
  mutating func number() throws(CommandError) -> NumberLiteral? {
    var literal = try scanner.number()
    if literal != nil { try refuseMalformedNumber() } else { literal = try computedNumber() }
    if let literal { try refuseSeparatePercentSign(literal) }
    return literal
  }

  /// A name given with `let` or an expression in parentheses, perhaps with `%` or `x` behind it.
  private mutating func computedNumber() throws(CommandError) -> NumberLiteral? {
    scanner.skipBlanks()
    let start = scanner.position
    let expression: Expression
    if scanner.peek() == "(" {
      expression = try ExpressionParser.parse(&scanner)
    } else if let word = scanner.word()?.lowercased(), session.world.names[word] != nil {
      expression = .name(word, scanner.lastRange)
    } else {
      scanner.rewind(to: start)
      return nil
    }
    scanner.markLast(from: start)
    let value = try session.world.evaluator.value(of: expression)
    guard case .exact(let number) = value else { throw error("an exact number is needed here, not \(value.text)") }
    return NumberLiteral(value: number, unit: scanner.unit(), isDollars: false, isComputed: true)
  }

  /// A number ends at a blank or where a word begins: `1e5`, `10^40`, `1,80` and `5.` are mistakes.
  private func refuseMalformedNumber() throws(CommandError) {
    guard let next = scanner.peek(), !next.isBlank else { return }
    try refuseCommaBetweenCommands()
    let isExponent =
      (next == "e" || next == "E") && scanner.peek(1).map { $0.isDigit || $0 == "-" || $0 == "+" } == true
    guard isExponent || !next.isLetter else { return }
    var end = scanner.position
    while end < scanner.end, !scanner.line[end].isBlank { end += 1 }
    let range = scanner.lastStart..<end
    let text = scanner.text(range)
    // Many languages write 1,5 for one and a half.
    let isDecimalComma = text.wholeMatch(of: #/\$?[0-9]+,[0-9]{1,2}(x|%|k|m)?/#.ignoresCase()) != nil
    throw CommandError(
      .syntax, "`\(text)` is not a number; write 1800, 1,800, $1,800 or 1.8k, or (10^3) to calculate", at: range,
      try: isDecimalComma ? [corrected(range, text.replacing(",", with: "."))] : [])
  }

  private func refuseSeparatePercentSign(_ literal: NumberLiteral) throws(CommandError) {
    var ahead = scanner
    ahead.skipBlanks()
    guard literal.unit == .none, ahead.peek() == "%" else { return }
    let range = scanner.lastStart..<ahead.position + 1
    throw CommandError(
      .syntax, "`%` stands directly behind its number", at: range, try: [corrected(range, "\(lastText())%")])
  }

  /// The value of a required number above zero without a unit.
  mutating func positive(_ what: String) throws(CommandError) -> Rational {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("\(what) has to be above zero") }
    guard let literal = try number() else { throw expected(what) }
    guard literal.unit == .none, !literal.isDollars else { throw error("\(what) is a plain number, such as 1.05") }
    guard !literal.value.isZero, !literal.value.isNegative else { throw error("\(what) has to be above zero") }
    return literal.value
  }

  /// A whole number from `range`; nil when no number comes next.
  mutating func wholeNumber(_ what: String, in range: ClosedRange<Int>) throws(CommandError) -> Int? {
    let bounds = "\(what) has to be from \(range.lowerBound) to \(Display.grouped(String(range.upperBound)))"
    if scanner.symbol(["-", "−"]) != nil { throw error(bounds) }
    guard let literal = try number() else { return nil }
    if literal.unit == .multiple, takesMultiple {
      throw error("`to` is missing before a leverage", try: [corrected(lastRange, "to \(lastText())")])
    }
    guard literal.unit == .none, literal.value.denominator == .one else {
      throw error("\(what) has to be a whole number")
    }
    guard !literal.value.isNegative, literal.value.numerator.high == 0,
      let count = Int(exactly: literal.value.numerator.low), range.contains(count)
    else {
      throw error(bounds)
    }
    return count
  }

  /// A seed from 0 on; the example is a command with one.
  mutating func seed(example: String) throws(CommandError) -> UInt64 {
    guard let number = try wholeNumber("a seed", in: 0...Int.max) else {
      throw errorHere("the seed is missing", try: [example])
    }
    return UInt64(number)
  }

  /// A share such as `70%`, above 0 and at most 100 %.
  mutating func share(_ what: String) throws(CommandError) -> Rational {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("\(what) has to be above 0%") }
    guard let literal = try number() else { throw expected("\(what), such as `70%`,") }
    return try share(literal, what)
  }

  func share(_ literal: NumberLiteral, _ what: String) throws(CommandError) -> Rational {
    guard literal.unit == .percent else {
      throw error("\(what) is a percentage", try: percentage(literal).map { [corrected(lastRange, $0)] } ?? [])
    }
    guard literal.value > 0, literal.value <= 100, let share = try? literal.fraction else {
      throw error("\(what) has to be above 0% and at most 100%, not \(Display.plain(literal.value))%")
    }
    return share
  }

  /// A leverage such as `3x`, from 1x on.
  mutating func multiple(_ what: String) throws(CommandError) -> Rational {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("\(what) has to be at least 1x") }
    guard let literal = try number() else { throw expected("\(what), such as `3x`,") }
    guard literal.unit == .multiple else {
      throw error("\(what) is a multiple", try: asMultiple(literal).map { [corrected(lastRange, $0)] } ?? [])
    }
    guard literal.value >= 1 else { throw error("\(what) has to be at least 1x: that is no debt at all") }
    return literal.value
  }

  /// The percentage that was probably meant by a number without `%`: 70% by `70`, and by `0.7` too.
  func percentage(_ literal: NumberLiteral) -> String? {
    guard literal.unit == .none, !literal.isDollars, literal.value > 0, literal.value <= 100 else { return nil }
    let isFraction = literal.value <= 1
    if literal.isComputed { return isFraction ? "(\(lastText()) * 100)%" : lastText() + "%" }
    guard isFraction, let hundredfold = try? literal.value * 100 else { return lastText() + "%" }
    return Display.plain(hundredfold) + "%"
  }

  /// The multiple that was probably meant by a number without `x`: 3x by `3` or `300%`.
  private func asMultiple(_ literal: NumberLiteral) -> String? {
    guard !literal.isDollars, let value = try? literal.fraction, value >= 1 else { return nil }
    guard literal.isComputed, literal.unit == .none else { return Display.plain(value) + "x" }
    return lastText().hasPrefix("(") ? lastText() + "x" : "(\(lastText()))x"
  }
}
