public import FixedPoint

/// How a number of a kind looks on every screen, for those who show one outside a report.
public enum NumberForm: Equatable, Sendable {
  /// `$1,600.00`
  case dollars
  /// `2.95x`
  case multiple
  /// A fraction in per cent: `20.0%`.
  case share
  /// `1.25`
  case plain

  /// The text with at most so many decimals, and no more than the number has.
  public func text(of number: Rational, upTo places: Int) -> String {
    let digits = number.decimalText(places: places)
    return text(of: number, places: digits.split(separator: ".").dropFirst().first?.count ?? 0)
  }

  /// The text with so many decimals.
  public func text(of number: Rational, places: Int, rounding: Rounding = .halfUp) -> String {
    switch self {
    case .dollars:
      let text = Display.grouped(number.magnitude.fixedText(places: places, rounding: rounding))
      let isBelow = number.isNegative && text.contains { ("1"..."9").contains($0) }
      return (isBelow ? "-$" : "$") + text
    case .multiple: return Display.grouped(number.fixedText(places: places, rounding: rounding)) + "x"
    case .share: return Display.percent(number, rounding: rounding, places: places)
    case .plain: return Display.grouped(number.fixedText(places: places, rounding: rounding))
    }
  }
}
