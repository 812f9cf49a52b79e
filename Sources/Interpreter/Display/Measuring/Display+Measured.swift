import FixedPoint

/// Figures that people chose, or that follow from what they chose.
extension Display {
  /// A leverage that was chosen: `1.5x`, `0x`.
  static func chosen(_ leverage: Rational) -> String { plain(leverage) + "x" }

  /// A leverage that came about by itself, to the nearest hundredth: `1.83x`.
  static func leverage(_ leverage: Double) -> String {
    (Rational(exactly: leverage)?.fixedText(places: 2) ?? "–") + "x"
  }

  /// A number with its sign: `+0.35`, `-0.20`, `0.00`.
  static func signed(_ number: Double, places: Int = 2) -> String {
    guard let text = Rational(exactly: number)?.fixedText(places: places) else { return "–" }
    return text.contains { ("1"..."9").contains($0) } && !text.hasPrefix("-") ? "+" + text : text
  }

  /// A change as a share with its sign: `-5.4%`.
  static func change(_ share: Double) -> String { Rational(exactly: share).map(signedPercent) ?? "–" }

  /// `1 round`, `40 rounds`.
  static func rounds(_ count: Int) -> String { count == 1 ? "1 round" : "\(count) rounds" }

  /// How many times as much: `5.9x`.
  static func times(_ factor: Double) -> String { (Rational(exactly: factor)?.fixedText(places: 1) ?? "–") + "x" }

  /// What is left of 1: `1.23`.
  static func factor(_ factor: Double) -> String { Rational(exactly: factor)?.fixedText(places: 2) ?? "–" }
}
