import FixedPoint
import Markets
import Simulation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Computes the value of an expression in a scope that knows the names.
struct Evaluator {
  /// The largest exponent of `^`.
  static let largestExponent = 10_000

  /// The value of a name, or nil when it is unknown.
  let name: (String) throws(CommandError) -> Value?
  /// The value of a quantity of an asset, or nil when there is no such quantity.
  let ofAsset: (_ quantity: String, _ asset: String, Range<Int>) throws(CommandError) -> Value?
  /// What may stand where a name is unknown, for suggestions.
  let knownNames: [String]
  /// The symbols of the market's assets.
  let assets: [String]

  /// The quantities that belong to an asset, and those of them that mean nothing without one.
  static let quantitiesOfAssets = [
    "price", "market_price", "wallet", "collateral", "debt", "utilization", "borrow_rate", "supply_rate",
  ]
  private static let quantitiesOfAssetsOnly = [
    "price", "wallet", "market_price", "utilization", "borrow_rate", "supply_rate",
  ]

  func value(of expression: Expression) throws(CommandError) -> Value {
    switch expression {
    case .constant(let value):
      return value
    case .name(let word, let place):
      if let value = try name(word) { return value }
      throw unknown(word, at: place)
    case .ofAsset(let quantity, let asset, let place):
      if let value = try ofAsset(quantity, asset, place) { return value }
      let near = Spelling.suggestions(
        for: quantity, among: Self.quantitiesOfAssets + Expression.Function.allCases.map(\.rawValue))
      throw CommandError(.syntax, "unknown function `\(quantity)`", at: place, try: near, isSpelling: true)
    case .negated(let operand, let place):
      switch try value(of: operand) {
      case .exact(let number): return .exact(-number)
      case .real(let number): return .real(-number)
      case let other: throw mismatch("-", other, at: place)
      }
    case .not(let operand, let place):
      let operand = try value(of: operand)
      guard case .boolean(let truth) = operand else { throw mismatch("not", operand, at: place) }
      return .boolean(!truth)
    case .binary:
      return try chain(expression)
    case .call(let function, let arguments, let place):
      return try call(function, arguments, at: place)
    }
  }

  private func unknown(_ word: String, at place: Range<Int>) -> CommandError {
    if let asset = assets.first(where: { $0.lowercased() == word }) {
      return CommandError(
        .syntax, "`\(asset)` is an asset, not a number", at: place,
        try: Self.quantitiesOfAssetsOnly.prefix(2).map { "\($0)(\(asset))" }, isSpelling: true)
    }
    let ofFirst = { (name: String) in
      Self.quantitiesOfAssetsOnly.contains(name) ? assets.first.map { "\(name)(\($0))" } ?? name : name
    }
    if Self.quantitiesOfAssetsOnly.contains(word) {
      return CommandError(
        .syntax, "`\(word)` needs the name of an asset", at: place, try: [ofFirst(word)], isSpelling: true)
    }
    let near = Spelling.suggestions(for: word, among: knownNames)
    return CommandError(.syntax, "unknown name `\(word)`", at: place, try: near.map(ofFirst), isSpelling: true)
  }

  /// A row of operators such as `1 + 2 + 3`, whose tree is as deep as it is long: from the innermost outwards, without
  /// recursion.
  private func chain(_ expression: Expression) throws(CommandError) -> Value {
    var pending: [(symbol: Expression.Operator, right: Expression, place: Range<Int>)] = []
    var innermost = expression
    while case .binary(let symbol, let left, let right, let place) = innermost {
      pending.append((symbol, right, place))
      innermost = left
    }
    var result = try value(of: innermost)
    for (symbol, right, place) in pending.reversed() {
      result = try binary(symbol, result, right, at: place)
    }
    return result
  }

  private func binary(
    _ symbol: Expression.Operator, _ first: Value, _ right: Expression, at place: Range<Int>
  ) throws(CommandError) -> Value {
    switch symbol {
    case .and, .or:
      guard case .boolean(let truth) = first else { throw mismatch(symbol.rawValue, first, at: place) }
      let second = try value(of: right)
      guard case .boolean(let other) = second else { throw mismatch(symbol.rawValue, second, at: place) }
      return .boolean(symbol == .and ? truth && other : truth || other)
    case .equal, .notEqual:
      let second = try value(of: right)
      if case .boolean(let truth) = first, case .boolean(let other) = second {
        return .boolean((truth == other) == (symbol == .equal))
      }
      return .boolean((try order(first, second, symbol, at: place) == 0) == (symbol == .equal))
    case .below: return .boolean(try order(first, value(of: right), symbol, at: place) < 0)
    case .above: return .boolean(try order(first, value(of: right), symbol, at: place) > 0)
    case .atMost: return .boolean(try order(first, value(of: right), symbol, at: place) <= 0)
    case .atLeast: return .boolean(try order(first, value(of: right), symbol, at: place) >= 0)
    case .plus, .minus, .times, .divided, .power:
      return try Arithmetic.value(of: symbol, first, value(of: right), at: place)
    }
  }

  private func order(
    _ left: Value, _ right: Value, _ symbol: Expression.Operator, at place: Range<Int>
  ) throws(CommandError) -> Int {
    guard let order = left.compared(to: right) else {
      if case .boolean = left { throw mismatch(symbol.rawValue, left, at: place) }
      throw mismatch(symbol.rawValue, right, at: place)
    }
    return order
  }

  private func call(
    _ function: Expression.Function, _ arguments: [Expression], at place: Range<Int>
  ) throws(CommandError) -> Value {
    var values: [Value] = []
    for argument in arguments { values.append(try value(of: argument)) }
    let takesSeveral = function == .minimum || function == .maximum
    guard takesSeveral ? values.count >= 2 : values.count == 1 else {
      let count = takesSeveral ? "at least two values, separated by `, `" : "one value"
      throw CommandError(.syntax, "`\(function.rawValue)` takes \(count)", at: place)
    }
    switch function {
    case .minimum, .maximum:
      var best = values[0]
      for value in values.dropFirst() {
        guard let order = value.compared(to: best) else { throw mismatch(function.rawValue, value, at: place) }
        if function == .minimum ? order < 0 : order > 0 { best = value }
      }
      if case .boolean = best { throw mismatch(function.rawValue, best, at: place) }
      return best
    case .absolute:
      switch values[0] {
      case .exact(let number): return .exact(number.magnitude)
      case .real(let number): return .real(abs(number))
      case .infinity: return .infinity
      case .boolean: throw mismatch(function.rawValue, values[0], at: place)
      }
    case .normal:
      if case .infinity = values[0] { return .exact(1) }
      guard let number = values[0].doubleValue else { throw mismatch(function.rawValue, values[0], at: place) }
      return .real(NormalDistribution.probability(below: number))
    case .squareRoot, .naturalLogarithm, .exponential:
      if case .infinity = values[0] { return .infinity }
      guard let number = values[0].doubleValue else { throw mismatch(function.rawValue, values[0], at: place) }
      let needsPositive = function == .naturalLogarithm ? number <= 0 : function == .squareRoot && number < 0
      guard !needsPositive else {
        throw CommandError(
          .refused, "`\(function.rawValue)` of \(values[0].text) is not a real number", at: place)
      }
      let result = function == .squareRoot ? sqrt(number) : function == .exponential ? exp(number) : log(number)
      return try Arithmetic.finite(result, at: place)
    }
  }

  private func mismatch(_ symbol: String, _ value: Value, at place: Range<Int>) -> CommandError {
    let wanted = ["and", "or", "not"].contains(symbol) ? "true or false" : "a number"
    return CommandError(.syntax, "`\(symbol)` needs \(wanted), not \(value.kind)", at: place)
  }
}

/// The four operations and powers on values.
enum Arithmetic {
  static func value(
    of symbol: Expression.Operator, _ left: Value, _ right: Value, at place: Range<Int>
  ) throws(CommandError) -> Value {
    switch (left, right) {
    case (.boolean, _), (_, .boolean):
      throw CommandError(.syntax, "`\(symbol.rawValue)` needs a number, not true or false", at: place)
    case (.infinity, _), (_, .infinity):
      return try withInfinity(symbol, left, right, at: place)
    case (.exact(let left), .exact(let right)):
      do {
        return .exact(try exact(symbol, left, right, at: place))
      } catch let error as CommandError {
        throw error
      } catch ArithmeticError.divideByZero {
        throw CommandError(.refused, "division by zero", at: place)
      } catch {
        throw CommandError(.refused, "the result is too large: it needs more than 256 bits", at: place)
      }
    default:
      guard let left = left.doubleValue, let right = right.doubleValue else {
        throw CommandError(.syntax, "`\(symbol.rawValue)` needs two numbers", at: place)
      }
      return try real(symbol, left, right, at: place)
    }
  }

  /// The value, or an error when it is beyond floating point or no real number, such as `(-8)^0.5`.
  static func finite(_ number: Double, at place: Range<Int>) throws(CommandError) -> Value {
    guard !number.isNaN else { throw CommandError(.refused, "the result is not a real number", at: place) }
    guard number.isFinite else { throw CommandError(.refused, "the result is too large", at: place) }
    return .real(number)
  }

  private static func exact(
    _ symbol: Expression.Operator, _ left: Rational, _ right: Rational, at place: Range<Int>
  ) throws -> Rational {
    switch symbol {
    case .plus: return try left + right
    case .minus: return try left - right
    case .times: return try left * right
    case .divided: return try left / right
    default:
      guard right.denominator == .one, let exponent = Int(exactly: right.numerator.low), right.numerator.high == 0,
        exponent <= Evaluator.largestExponent
      else {
        throw CommandError(
          .refused, "the exponent of `^` is a whole number up to \(Evaluator.largestExponent)", at: place)
      }
      return try left.power(right.isNegative ? -exponent : exponent)
    }
  }

  private static func real(
    _ symbol: Expression.Operator, _ left: Double, _ right: Double, at place: Range<Int>
  ) throws(CommandError) -> Value {
    switch symbol {
    case .plus: return try finite(left + right, at: place)
    case .minus: return try finite(left - right, at: place)
    case .times: return try finite(left * right, at: place)
    case .divided:
      guard right != 0 else { throw CommandError(.refused, "division by zero", at: place) }
      return try finite(left / right, at: place)
    default:
      return try finite(pow(left, right), at: place)
    }
  }

  private static func withInfinity(
    _ symbol: Expression.Operator, _ left: Value, _ right: Value, at place: Range<Int>
  ) throws(CommandError) -> Value {
    switch (symbol, left, right) {
    case (.plus, _, _): return .infinity
    case (.minus, .infinity, .exact), (.minus, .infinity, .real): return .infinity
    case (.divided, .exact, .infinity), (.divided, .real, .infinity): return .exact(0)
    case (.times, .infinity, let factor), (.times, let factor, .infinity):
      if factor.compared(to: .exact(0)) ?? 0 > 0 { return .infinity }
    case (.divided, .infinity, let divisor):
      if divisor != .infinity, divisor.compared(to: .exact(0)) ?? 0 > 0 { return .infinity }
    default: break
    }
    throw CommandError(.refused, "infinity has no place here: there is no debt yet", at: place)
  }
}
