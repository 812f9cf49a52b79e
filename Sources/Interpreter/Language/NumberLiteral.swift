import FixedPoint

/// A number as it was typed, with its unit: `1,800`, `$1,800`, `1_800` and `1.8k` are the same value.
struct NumberLiteral: Equatable, Sendable {
  enum Unit: Equatable, Sendable {
    case none
    /// `70%`: the value is 70.
    case percent
    /// `3x`: the value is 3.
    case multiple
  }

  /// What was typed before the unit, thousands and millions applied.
  var value: Rational
  var unit: Unit
  /// Whether a dollar sign stood in front.
  var isDollars: Bool
  /// Whether it is the value of an expression or a name: it may have more decimals than an asset or a price, and is then
  /// rounded, while a number that was typed is refused.
  var isComputed = false

  /// The value as a fraction: 70% is 0.7, everything else is itself.
  var fraction: Rational {
    get throws(ArithmeticError) { unit == .percent ? try value / 100 : value }
  }
}
