public import FixedPoint
import Lending
import Markets

/// How much of something was asked for.
public enum AmountArgument: Equatable, Sendable {
  /// Whole tokens, as typed.
  case tokens(Rational)
  /// A share of something that the command defines: 0.7 is 70 %.
  case share(Rational)
  /// As much as the rules allow.
  case maximum
}

/// Reads the arguments of one command, and knows the market's assets and the session's names.
public struct ArgumentReader: Sendable {
  var scanner: Scanner
  let session: Session
  let manual: Manual

  init(scanner: Scanner, session: Session, manual: Manual) {
    self.scanner = scanner
    self.session = session
    self.manual = manual
  }

  var isAtEnd: Bool {
    mutating get { scanner.isAtEnd }
  }

  /// An error about the thing read last.
  func error(_ message: String, try suggestions: [String] = [], isSpelling: Bool = false) -> CommandError {
    CommandError(.syntax, message, at: scanner.lastRange, try: suggestions, isSpelling: isSpelling)
  }

  /// An error about what comes next, or about its absence.
  func errorHere(_ message: String, try suggestions: [String] = [], isSpelling: Bool = false) -> CommandError {
    CommandError(.syntax, message, at: scanner.restRange, try: suggestions, isSpelling: isSpelling)
  }

  /// Where the thing read last stands.
  var lastRange: Range<Int> { scanner.lastRange }

  /// Throws when something is left over.
  mutating func end() throws(CommandError) {
    guard let rest = scanner.chunk() else { return }
    throw CommandError(
      .syntax, "`\(rest)` is more than `\(manual.name)` takes", at: scanner.lastRange, try: manual.synopsis)
  }

  mutating func keyword(_ word: String) -> Bool {
    scanner.keyword(word)
  }

  /// One of the given keywords, or an error that names them.
  mutating func keyword(of words: [String]) throws(CommandError) -> String {
    for word in words where scanner.keyword(word) { return word }
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    guard let found = scanner.chunk() else { throw errorHere("one of \(list) is missing") }
    let near = Spelling.suggestions(for: found, among: words)
    throw error("`\(found)` is none of \(list)", try: near, isSpelling: true)
  }

  // MARK: - Numbers

  /// A number with its unit, with a sign when one is allowed: a literal, a name given with `let`, or an expression in
  /// parentheses; nil when something else comes next.
  mutating func number() throws(CommandError) -> NumberLiteral? {
    if let literal = try scanner.number() {
      try refuseMalformedNumber()
      return literal
    }
    let place = scanner.position
    if scanner.symbol(["("]) != nil {
      var ahead = scanner
      ahead.rewind(to: place)
      let literal = try computed(&ahead)
      scanner = ahead
      return literal
    }
    if let word = scanner.word(), session.world.names[word.lowercased()] != nil {
      scanner.rewind(to: place)
      var single = Scanner(CommandText(line: scanner.line, range: place..<place + word.unicodeScalars.count))
      let literal = try computed(&single)
      _ = scanner.word()
      return literal
    }
    scanner.rewind(to: place)
    return nil
  }

  /// A number ends at a blank or where a word begins: `1e5`, `10^40`, `1,80` and `5.` are mistakes.
  private func refuseMalformedNumber() throws(CommandError) {
    guard let next = scanner.peek(), !next.isBlank else { return }
    let isExponent =
      (next == "e" || next == "E") && scanner.peek(1).map { $0.isDigit || $0 == "-" || $0 == "+" } == true
    guard isExponent || !next.isLetter else { return }
    var end = scanner.position
    while end < scanner.end, !scanner.line[end].isBlank { end += 1 }
    let range = scanner.lastStart..<end
    throw CommandError(
      .syntax,
      "`\(CommandTable.shortened(scanner.text(range)))` is not a number; write 1800, 1,800, $1,800 or 1.8k, or (10^3) to calculate",
      at: range)
  }

  private mutating func computed(_ scanner: inout Scanner) throws(CommandError) -> NumberLiteral {
    let start = scanner.position
    let expression = try ExpressionParser.parse(&scanner)
    let value = try session.world.evaluator.value(of: expression)
    guard case .exact(let number) = value else {
      throw CommandError(.syntax, "an exact number is needed here, not \(value.text)", at: start..<scanner.position)
    }
    var unit = NumberLiteral.Unit.none
    if scanner.symbol(["%"]) != nil { unit = .percent }
    return NumberLiteral(value: number, unit: unit, isDollars: false, isComputed: true)
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
    if scanner.symbol(["-", "−"]) != nil {
      throw errorHere("\(what) has to be from \(range.lowerBound) to \(range.upperBound)")
    }
    guard let literal = try number() else { return nil }
    guard literal.unit == .none, literal.value.denominator == .one else {
      throw error("\(what) has to be a whole number")
    }
    guard !literal.value.isNegative, literal.value.numerator.high == 0,
      let count = Int(exactly: literal.value.numerator.low), range.contains(count)
    else {
      throw error("\(what) has to be from \(range.lowerBound) to \(Display.grouped(String(range.upperBound)))")
    }
    return count
  }

  /// A share such as `70%`, above 0 and at most 100 %.
  mutating func share(_ what: String) throws(CommandError) -> Rational {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("\(what) has to be above 0%") }
    guard let literal = try number() else { throw expected("\(what), such as `70%`,") }
    return try share(literal, what)
  }

  func share(_ literal: NumberLiteral, _ what: String) throws(CommandError) -> Rational {
    guard literal.unit == .percent else {
      let typed = scanner.text(scanner.lastRange)
      throw error("\(what) is a percentage", try: ["\(typed)%"])
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
      throw error("\(what) is a multiple", try: ["\(Display.plain(literal.value))x"])
    }
    guard literal.value >= 1 else { throw error("\(what) has to be at least 1x: that is no debt at all") }
    return literal.value
  }

  // MARK: - Assets and amounts

  /// The words that follow an optional asset, so that `swap max to ETH` is not read as an asset named `to`.
  private static let prepositions: Set<String> = ["at", "fee", "floor", "into", "to", "with"]

  /// A listed asset; nil at the end of the command and before a preposition.
  mutating func asset() throws(CommandError) -> Symbol? {
    let place = scanner.position
    guard !scanner.isAtEnd else { return nil }
    let word = scanner.word()
    if let word, Self.prepositions.contains(word.lowercased()) {
      scanner.rewind(to: place)
      return nil
    }
    guard let word else {
      _ = scanner.chunk()
      throw error("the name of an asset is expected here", try: symbols)
    }
    return try listed(word)
  }

  /// The asset of this name, or an error that names those that are listed.
  func listed(_ word: String) throws(CommandError) -> Symbol {
    if let asset = session.world.market.asset(word) { return asset.asset.symbol }
    throw session.world.unlisted(word, at: scanner.lastRange)
  }

  private var symbols: [String] { session.world.market.assets.map(\.asset.symbol.text) }

  /// An amount such as `10 ETH`, `70%`, `70% USDC`, `max` or `max USDC`. The asset is nil when none was named, which a
  /// number of tokens does not allow.
  mutating func amount(
    share meaning: String
  ) throws(CommandError) -> (amount: AmountArgument, asset: Symbol?, range: Range<Int>) {
    if scanner.isAtEnd { throw expected("an amount") }
    let start = scanner.position
    if scanner.keyword("max") || scanner.keyword("all") {
      return (.maximum, try asset(), start..<scanner.position)
    }
    if scanner.symbol(["-", "−"]) != nil {
      _ = scanner.chunk()
      throw CommandError(.syntax, "an amount has to be above zero", at: start..<scanner.position)
    }
    guard let literal = try number() else {
      let found = scanner.chunk() ?? ""
      throw error("`\(found)` is not an amount", try: Array(manual.synopsis.prefix(2)))
    }
    let range = scanner.lastRange
    switch literal.unit {
    case .percent:
      return (.share(try share(literal, meaning)), try asset(), start..<scanner.position)
    case .multiple:
      throw error(
        "\(Display.plain(literal.value))x is a multiple, not an amount",
        try: ["loop to \(Display.plain(literal.value))x"])
    case .none:
      guard literal.value > 0 else {
        throw CommandError(.syntax, "an amount has to be above zero", at: range)
      }
      guard !scanner.isAtEnd else {
        let typed = scanner.text(range)
        throw CommandError(
          .syntax, "\(typed) of what? An amount needs its unit", at: range,
          try: symbols.prefix(2).map { "\(manual.name) \(typed) \($0)" })
      }
      let symbol = try asset()
      if literal.isDollars, let symbol { try refuseDollars(literal.value, for: symbol, at: range) }
      guard let symbol else { return (.tokens(literal.value), nil, start..<scanner.position) }
      return (.tokens(try tokens(literal, of: symbol, at: range)), symbol, start..<scanner.position)
    }
  }

  /// The tokens that a number means: one that was computed is rounded down to the asset's decimals.
  private func tokens(
    _ literal: NumberLiteral, of symbol: Symbol, at range: Range<Int>
  ) throws(CommandError) -> Rational {
    let unit = session.world.asset(symbol).unit
    guard literal.isComputed, let units = try? literal.value.scaled(to: unit, rounding: .down),
      let tokens = try? Rational(units, over: unit)
    else { return literal.value }
    guard !tokens.isZero else {
      throw CommandError(.refused, "the amount is below the smallest unit of \(symbol)", at: range)
    }
    return tokens
  }

  /// `$1,000 ETH` could mean a thousand ether or what a thousand dollars buy: only stablecoins take dollars.
  private func refuseDollars(_ value: Rational, for symbol: Symbol, at range: Range<Int>) throws(CommandError) {
    let world = session.world
    guard let listed = world.market.asset(symbol), listed.kind != .stable else { return }
    let tokens = (try? value / world.price(of: symbol)) ?? value
    throw CommandError(
      .syntax, "\(Display.dollars(value)) is a value and \(symbol) is counted in tokens", at: range,
      try: ["\(manual.name) \(tokens.decimalText(places: 6, rounding: .down)) \(symbol)"])
  }

  // MARK: - Words

  /// A name for a branch or a number: letters, digits, `-` and `_`, beginning with a letter, at most 40.
  mutating func name(_ what: String) throws(CommandError) -> String {
    guard let chunk = scanner.chunk() else { throw expected(what) }
    let scalars = Array(chunk.unicodeScalars)
    guard scalars.count <= 40, scalars[0].isLetter,
      scalars.allSatisfy({ $0.isLetter || $0.isDigit || $0 == "-" })
    else {
      throw error("\(what) is letters, digits, `-` and `_`, begins with a letter and has at most 40 characters")
    }
    return chunk
  }

  mutating func text() -> String? {
    scanner.quotedOrChunk()
  }

  /// All that is left as one text, and where it begins.
  mutating func rest() -> CommandText? {
    guard scanner.rest() != nil else { return nil }
    return CommandText(line: scanner.line, range: scanner.lastRange)
  }

  mutating func expression() throws(CommandError) -> Expression {
    try ExpressionParser.parse(&scanner)
  }

  /// The text of the thing read last.
  func lastText() -> String { scanner.text(scanner.lastRange) }

  private func expected(_ what: String) -> CommandError {
    errorHere("\(what) is missing", try: manual.synopsis)
  }
}
