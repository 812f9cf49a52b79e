import FixedPoint
import Lending
import Markets

/// A sale of the whole position that is sent when the market price of an asset has reached a level.
struct StopOrder: Equatable, Sendable {
  /// The asset whose market price is watched.
  var symbol: Symbol
  /// The price that triggers it, in dollars.
  var price: Rational
  /// Whether it waits for a rise, as for a short.
  var isRise: Bool
  /// The slippage limit of the sale, as a fraction; nil for that of the world.
  var limit: Rational?
  /// The equity at the market price when the order was given, in dollars.
  var equity: Rational
}

/// What became of a stop order that was triggered.
struct StopOutcome: Equatable, Sendable {
  /// How the position was closed.
  struct Fill: Equatable, Sendable {
    var sold: Holding
    var received: Holding
    var repaid: Holding
    /// Dollars for a whole token of the watched asset, on average.
    var price: Rational
    /// What is left of the position, in dollars.
    var equity: Rational
  }

  /// Dollars for a whole token, and the equity that a position would have there if it were closed at that price.
  struct Mark: Equatable, Sendable {
    var price: Rational
    var equity: Rational
  }

  var order: StopOrder
  var trigger: Mark
  /// The market price at which the next trade is made.
  var nextTrade: Mark
  var result: Result<Fill, CommandError>

  /// Whether the position was closed.
  var isFilled: Bool { (try? result.get()) != nil }
}
