import FixedPoint

/// A parsed expression: `(collateral - debt) / price(ETH) >= 2`.
indirect enum Expression: Equatable, Sendable {
  case constant(Value)
  /// A quantity of the position such as `hf`, or a name given with `let`; the range is where it stands in the line.
  case name(String, Range<Int>)
  /// A quantity of one asset: `price(ETH)`, `wallet(USDC)`, `collateral(ETH)`, `debt(USDC)`.
  case ofAsset(String, asset: String, Range<Int>)
  case call(Function, [Expression], Range<Int>)
  case negated(Expression, Range<Int>)
  case not(Expression, Range<Int>)
  case binary(Operator, Expression, Expression, Range<Int>)

  enum Function: String, Sendable, CaseIterable {
    case minimum = "min"
    case maximum = "max"
    case absolute = "abs"
    case squareRoot = "sqrt"
    case naturalLogarithm = "ln"
    case exponential = "exp"
    /// The chance that a standard normal number is below the argument.
    case normal
  }

  enum Operator: String, Sendable, CaseIterable {
    case or
    case and
    case equal = "=="
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case power = "^"
  }
}

extension Expression {
  /// The parts of a comparison at the top of the expression, for messages that show both sides.
  var comparison: (left: Expression, symbol: Operator, right: Expression)? {
    guard case .binary(let symbol, let left, let right, _) = self else { return nil }
    switch symbol {
    case .equal, .notEqual, .atMost, .atLeast, .below, .above: return (left, symbol, right)
    case .or, .and, .plus, .minus, .times, .divided, .power: return nil
    }
  }

  /// Whether the value never changes, so that it need not be shown beside the expression.
  var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }
}
