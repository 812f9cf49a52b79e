import FixedPoint
import Lending

/// Figures of a crowd. They come from a model on floating point and are rounded to the nearest.
extension Display {
  static func count(_ number: Int) -> String { grouped(String(number)) }

  /// `1 borrower`, `1,000 borrowers`
  static func borrowers(_ number: Int) -> String { number == 1 ? "1 borrower" : "\(count(number)) borrowers" }

  /// Tokens of a model: `84.21 ETH`, up to four decimals below 1, none from 10,000 on.
  static func tokens(_ amount: Double, _ symbol: Symbol) -> String {
    guard amount < 1e15, let exact = Rational(exactly: amount) else { return "– \(symbol)" }
    if amount > 0, amount < 0.000_05 { return "< 0.0001 \(symbol)" }
    let places = amount < 1 ? 4 : amount < 10_000 ? 2 : 0
    return "\(grouped(exact.decimalText(places: places))) \(symbol)"
  }

  /// Dollars of a model.
  static func dollars(_ amount: Double) -> String { Rational(exactly: amount).map { dollars($0) } ?? "–" }

  /// A price of a model.
  static func price(_ amount: Double) -> String { Rational(exactly: amount).map { price($0) } ?? "–" }

  /// A share of a model with one decimal.
  static func percent(_ share: Double) -> String {
    // What is too small for a fraction of integers is nothing to a reader.
    Rational(exactly: share.magnitude < 1e-15 ? 0 : share).map { percent($0) } ?? "–"
  }

  /// A multiple of a model, to the nearest: `4.8x`.
  static func times(_ factor: Rational) -> String {
    factor < 1_000_000 ? "\(grouped(factor.fixedText(places: 1)))x" : "> 1,000,000x"
  }

  /// A ratio of a model with two decimals: `0.31`.
  static func ratio(_ value: Double) -> String {
    guard value < 1_000_000, let exact = Rational(exactly: value) else { return "> 1,000,000" }
    return grouped(exact.fixedText(places: 2))
  }
}
