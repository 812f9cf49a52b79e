import FixedPoint
import Reports

/// Axes with round ticks in the units of the field.
extension Chart.Axis {
  /// The unit in which an axis counts.
  enum Unit: Equatable {
    case dollars
    /// Shares, of which 1 is 100 %.
    case percent
    /// Numbers without a unit, or with one that the title names.
    case number
    /// What is counted in whole numbers, such as days.
    case whole
    /// Numbers with an `x`, as for leverages.
    case multiple
  }

  /// An axis with the round ticks between two numbers, which need not be its ends.
  ///
  /// - Parameter isBound: Whether the axis starts and ends there, whatever lies beyond.
  static func measuring(
    _ title: String, in unit: Unit, from lower: Double, to upper: Double, isBound: Bool = false
  ) -> Chart.Axis {
    // Where the axis is not bound it goes on to the next tick.
    let margin = isBound ? 0 : (upper / 4 - lower / 4)
    let most = unit == .whole ? min(60, max(2, Int(min((upper - lower).magnitude, 60)))) : 60
    let ticks = Chart.Tick.round(from: lower - margin, to: upper + margin, count: most) { number, decimals in
      label(number, decimals, unit)
    }
    return Chart.Axis(title, from: isBound ? lower : nil, to: isBound ? upper : nil, ticks: ticks)
  }

  private static func label(_ number: Double, _ decimals: Int, _ unit: Unit) -> String {
    guard let exact = Rational(exactly: number) else { return "" }
    let text = { (places: Int) in Display.grouped(exact.magnitude.fixedText(places: places)) }
    let sign = exact.isNegative ? "-" : ""
    switch unit {
    case .dollars: return sign + "$" + text(decimals == 1 ? 2 : decimals)
    case .percent: return Display.percent(exact, places: max(0, decimals - 2))
    case .number, .whole: return sign + text(decimals)
    case .multiple: return sign + text(decimals) + "x"
    }
  }
}
