import FixedPoint
import Lending

/// How numbers look to a reader: the same value gives the same text everywhere, and what is rounded is rounded towards
/// danger.
///
/// Dollars have two decimals and grouping; health factors are rounded down, multiples and loan-to-values up, buffers
/// down; amounts of tokens have up to six decimals (six significant digits below 1). Stablecoins look like dollars.
enum Display {
  /// `$58,823.40`, to the nearest cent; `-$1,200.00` below zero.
  static func dollars(_ value: Rational, rounding: Rounding = .halfUp) -> String {
    let text = grouped(value.magnitude.fixedText(places: 2, rounding: rounding))
    return value.isNegative && text != "0.00" ? "-$" + text : "$" + text
  }

  /// A price in dollars: two decimals from $1 on, six significant digits below.
  static func price(_ value: Rational, rounding: Rounding = .halfUp) -> String {
    guard value.magnitude < 1, !value.isZero else { return dollars(value, rounding: rounding) }
    let text = significant(value.magnitude, digits: 6, rounding: rounding)
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    return (value.isNegative ? "-$" : "$")
      + (decimals < 2 ? value.magnitude.fixedText(places: 2, rounding: rounding) : text)
  }

  /// A health factor, rounded down: 0.9999 is `0.99`, no debt is `∞`.
  static func healthFactor(_ value: Value) -> String {
    guard case .exact(let number) = value else { return "∞" }
    return grouped(number.fixedText(places: 2, rounding: .down))
  }

  /// The health factor of a position; `–` where there is none, so that a wiped out position does not look like one
  /// without debt.
  static func healthFactor(of position: Position) -> String {
    position.isEmpty ? "–" : healthFactor(position.healthFactor)
  }

  /// A leverage, rounded up: 2.94117 is `2.95x`; `∞` when nothing of one's own is left, `–` when nothing is at work.
  static func multiple(_ value: Value) -> String {
    guard case .exact(let number) = value else { return "∞" }
    if number.isZero { return "–" }
    return grouped(number.fixedText(places: 2, rounding: number.isNegative ? .down : .up)) + "x"
  }

  /// A loan-to-value or another share of which more is worse, rounded up: `66.0%`.
  static func risingPercent(_ value: Value, places: Int = 1) -> String {
    guard case .exact(let number) = value else { return "∞" }
    return percent(number, rounding: number.isNegative ? .down : .up, places: places)
  }

  /// A buffer or another share of which less is worse, rounded down: `20.0%`.
  static func buffer(_ value: Rational) -> String {
    percent(value, rounding: value.isNegative ? .up : .down)
  }

  /// The buffer of a position. Where only stablecoins lie and nothing is owed, no price matters yet.
  static func buffer(of position: Position, isStable: Bool) -> String {
    position.debt.isZero && isStable ? "–" : buffer(position.buffer)
  }

  /// A share with one decimal; `rounding` is of the magnitude.
  static func percent(_ value: Rational, rounding: Rounding = .halfUp, places: Int = 1) -> String {
    guard let hundredfold = try? value * 100 else { return "∞" }
    return grouped(hundredfold.fixedText(places: places, rounding: rounding)) + "%"
  }

  /// A share as it can be typed, in full: 0.6666 is `66.66%`.
  static func typedPercent(_ value: Rational) -> String {
    ((try? value * 100) ?? value).decimalText(places: 18) + "%"
  }

  /// A number as it can be typed, with at most four decimals: 1.05, or 0.7 for a share.
  static func typed(_ value: Rational) -> String {
    value.decimalText(places: 4)
  }

  /// A setting of the market such as 82.5 %: as many decimals as it has.
  static func setting(_ value: BasisPoints) -> String {
    value.raw.decimalText(decimals: 2) + "%"
  }

  /// A number in full, with grouping: for messages that repeat what was typed.
  static func plain(_ value: Rational) -> String {
    grouped(value.decimalText(places: 60))
  }

  /// An amount of a token, without its symbol.
  static func amount(_ amount: UInt256, of asset: Asset, isStable: Bool, rounding: Rounding = .halfUp) -> String {
    guard let value = try? Rational(amount, over: asset.unit) else { return amount.description }
    if isStable {
      let cents = value.fixedText(places: 2, rounding: rounding)
      return value.isZero || cents != "0.00" ? grouped(cents) : significant(value, digits: 6, rounding: rounding)
    }
    guard value < 1, !value.isZero else { return grouped(value.decimalText(places: 6, rounding: rounding)) }
    return significant(value, digits: 6, rounding: rounding)
  }

  /// A positive number below 1 with at most so many significant digits and 18 decimals.
  private static func significant(_ value: Rational, digits: Int, rounding: Rounding) -> String {
    var places = digits
    var threshold = try? Rational(1, over: 10)
    while places < 18, let limit = threshold, value < limit {
      places += 1
      threshold = try? limit / 10
    }
    return value.decimalText(places: places, rounding: rounding)
  }

  /// Commas between groups of three digits before the point.
  static func grouped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let start = bytes.first == UInt8(ascii: "-") ? 1 : 0
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    guard point - start > 3 else { return text }
    var result = Array(bytes[..<start])
    result.reserveCapacity(bytes.count + (point - start) / 3)
    for index in start..<point {
      if index > start, (point - index).isMultiple(of: 3) { result.append(UInt8(ascii: ",")) }
      result.append(bytes[index])
    }
    return String(decoding: result + bytes[point...], as: UTF8.self)
  }
}
