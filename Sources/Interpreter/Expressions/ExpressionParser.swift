import FixedPoint

/// Reads an expression from a scanner, with the usual precedence: `or`, `and`, `not`, comparisons, `+ -`, `* /`,
/// signs, `^`.
struct ExpressionParser {
  /// How deep parentheses and signs may nest.
  static let deepestNesting = 64

  /// How many operators an expression may hold, commas between the arguments of a function included: each makes its tree
  /// one deeper or wider.
  static let mostOperators = 1_000

  private var scanner: Scanner
  private var depth = 0
  private var operators = 0

  /// The expression that begins at the scanner's place, which ends up behind it.
  static func parse(_ scanner: inout Scanner) throws(CommandError) -> Expression {
    var parser = ExpressionParser(scanner: scanner)
    let expression = try parser.disjunction()
    scanner = parser.scanner
    return expression
  }

  private init(scanner: Scanner) {
    self.scanner = scanner
  }

  private mutating func disjunction() throws(CommandError) -> Expression {
    var left = try conjunction()
    while scanner.keyword("or") {
      let place = scanner.lastRange
      left = try joined(.or, left, try conjunction(), place)
    }
    return left
  }

  private mutating func conjunction() throws(CommandError) -> Expression {
    var left = try negation()
    while scanner.keyword("and") {
      let place = scanner.lastRange
      left = try joined(.and, left, try negation(), place)
    }
    return left
  }

  private mutating func negation() throws(CommandError) -> Expression {
    guard scanner.keyword("not") else { return try comparison() }
    let place = scanner.lastRange
    return try nested { (parser) throws(CommandError) in .not(try parser.negation(), place) }
  }

  private mutating func comparison() throws(CommandError) -> Expression {
    let left = try sum()
    guard let symbol = scanner.symbol(["==", "!=", "<=", ">=", "≤", "≥", "<", ">", "="]) else { return left }
    let place = scanner.lastRange
    let spelled = ["≤": "<=", "≥": ">="][symbol] ?? symbol
    guard let comparison = Expression.Operator(rawValue: spelled) else {
      throw CommandError(.syntax, "`=` does not compare", at: place, try: ["=="], isSpelling: true)
    }
    let right = try sum()
    if scanner.symbol(["==", "!=", "<=", ">=", "<", ">"]) != nil {
      throw CommandError(.syntax, "comparisons do not chain; join them with `and`", at: scanner.lastRange)
    }
    return try joined(comparison, left, right, place)
  }

  private mutating func sum() throws(CommandError) -> Expression {
    var left = try product()
    while let symbol = scanner.symbol(["+", "-", "−"]) {
      let place = scanner.lastRange
      left = try joined(symbol == "+" ? .plus : .minus, left, try product(), place)
    }
    return left
  }

  private mutating func product() throws(CommandError) -> Expression {
    var left = try signed()
    while let symbol = scanner.symbol(["*", "/", "×", "÷"]) {
      let place = scanner.lastRange
      left = try joined(symbol == "*" || symbol == "×" ? .times : .divided, left, try signed(), place)
    }
    return left
  }

  private mutating func signed() throws(CommandError) -> Expression {
    guard let sign = scanner.symbol(["-", "−", "+"]) else { return try power() }
    let place = scanner.lastRange
    return try nested { (parser) throws(CommandError) in
      let operand = try parser.signed()
      return sign == "+" ? operand : .negated(operand, place)
    }
  }

  private mutating func power() throws(CommandError) -> Expression {
    let base = try primary()
    guard scanner.symbol(["^"]) != nil else { return base }
    let place = scanner.lastRange
    return try nested { (parser) throws(CommandError) in
      let exponent = try parser.signed()
      return try parser.joined(.power, base, exponent, place)
    }
  }

  private mutating func primary() throws(CommandError) -> Expression {
    if let literal = try scanner.number() {
      do {
        return .constant(.exact(try literal.fraction))
      } catch {
        throw CommandError(.syntax, "the number is too large", at: scanner.lastRange)
      }
    }
    if scanner.symbol(["("]) != nil {
      let opening = scanner.lastRange
      let inner = try nested { (parser) throws(CommandError) in try parser.disjunction() }
      guard scanner.symbol([")"]) != nil else {
        throw CommandError(.syntax, "the parenthesis that opens here is not closed", at: opening)
      }
      return inner
    }
    if let word = scanner.word() { return try named(word, at: scanner.lastRange) }
    if scanner.isAtEnd {
      throw CommandError(.syntax, "a number, a name or `(` is missing at the end", at: scanner.restRange)
    }
    throw CommandError(.syntax, "a number, a name or `(` is expected here", at: scanner.restRange)
  }

  private mutating func named(_ word: String, at place: Range<Int>) throws(CommandError) -> Expression {
    switch word.lowercased() {
    case "true": return .constant(.boolean(true))
    case "false": return .constant(.boolean(false))
    case "infinity": return .constant(.infinity)
    case "and", "or", "not": throw CommandError(.syntax, "`\(word)` needs an expression on each side", at: place)
    default: break
    }
    guard scanner.symbol(["("]) != nil else { return .name(word.lowercased(), place) }
    let opening = scanner.lastRange
    if let function = Expression.Function(rawValue: word.lowercased()) {
      var arguments = [try nested { (parser) throws(CommandError) in try parser.disjunction() }]
      while scanner.symbol([","]) != nil {
        try countOperator(at: scanner.lastRange)
        arguments.append(try nested { (parser) throws(CommandError) in try parser.disjunction() })
      }
      try close(opening)
      return .call(function, arguments, place)
    }
    guard let asset = scanner.word() else {
      throw CommandError(.syntax, "`\(word)(…)` takes the name of an asset", at: scanner.restRange)
    }
    let range = place.lowerBound..<scanner.lastRange.upperBound + 1
    try close(opening)
    return .ofAsset(word.lowercased(), asset: asset, range)
  }

  private mutating func close(_ opening: Range<Int>) throws(CommandError) {
    guard scanner.symbol([")"]) != nil else {
      throw CommandError(.syntax, "the parenthesis that opens here is not closed", at: opening)
    }
  }

  /// An operator with its operands, unless there are too many of them.
  private mutating func joined(
    _ symbol: Expression.Operator, _ left: Expression, _ right: Expression, _ place: Range<Int>
  ) throws(CommandError) -> Expression {
    try countOperator(at: place)
    return .binary(symbol, left, right, place)
  }

  private mutating func countOperator(at place: Range<Int>) throws(CommandError) {
    operators += 1
    guard operators <= Self.mostOperators else {
      throw CommandError(
        .syntax, "an expression may hold at most \(Display.grouped(String(Self.mostOperators))) operators", at: place)
    }
  }

  private mutating func nested(
    _ body: (inout ExpressionParser) throws(CommandError) -> Expression
  ) throws(CommandError) -> Expression {
    guard depth < Self.deepestNesting else {
      throw CommandError(
        .syntax, "an expression may nest at most \(Self.deepestNesting) deep", at: scanner.restRange)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}
