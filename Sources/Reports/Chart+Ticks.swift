extension Chart.Tick {
  /// Ticks at the round numbers from `lower` to `upper`: multiples of 1 or 5 times a power of ten, from which a
  /// chart can choose steps of 1, 2, 2.5 and 5.
  ///
  /// - Parameters:
  ///   - count: The most to make, at most 200. More than fit may be given, as a chart chooses among them.
  ///   - label: What to write for a number, given with the decimals that tell the ticks apart.
  /// - Returns: The ticks in ascending order; none if the bounds are not finite.
  public static func round(
    from lower: Double, to upper: Double, count: Int = 60, label: (_ number: Double, _ decimals: Int) -> String
  ) -> [Chart.Tick] {
    let (low, high) = (min(lower, upper), max(lower, upper))
    let count = Double(min(max(count, 2), 200))
    guard low.isFinite, high.isFinite else { return [] }
    let least = high / count - low / count
    guard least > 0, let step = RoundStep(atLeast: least) else {
      return [Chart.Tick(at: low, label: label(low, 0))]
    }
    let (first, last) = (step.count(below: low, .up), step.count(below: high, .down))
    guard first <= last, first.magnitude < 1e15, last.magnitude < 1e15 else {
      return [Chart.Tick(at: low, label: label(low, 0))]
    }
    return (Int(first)...Int(last)).map { multiple in
      let at = step.multiple(Double(multiple))
      return Chart.Tick(at: at, label: label(at, step.decimals))
    }
  }
}

/// A step of 1 or 5 times a power of ten, held so that its multiples are the decimals nearest to them.
private struct RoundStep {
  /// 1 or 5.
  private let digit: Double
  /// Ten to the power of something above or equal to 0.
  private let power: Double
  /// Whether the step is divided by the power.
  private let isBelowOne: Bool

  /// The decimals that a multiple may have.
  var decimals: Int {
    guard isBelowOne else { return 0 }
    var (decimals, rest) = (0, power)
    while rest > 1 {
      rest /= 10
      decimals += 1
    }
    return decimals
  }

  /// The smallest step that is not below `least`; nil beyond what powers of ten hold exactly.
  init?(atLeast least: Double) {
    var power = 1.0
    if least > 5 {
      while power * 5 < least {
        power *= 10
        guard power <= 1e22 else { return nil }
      }
      (self.power, isBelowOne) = (power, false)
      digit = least <= power ? 1 : 5
    } else {
      while least * power <= 0.5 {
        power *= 10
        guard power <= 1e22 else { return nil }
      }
      (self.power, isBelowOne) = (power, true)
      let scaled = least * power
      digit = scaled <= 1 ? 1 : 5
    }
  }

  func multiple(_ count: Double) -> Double {
    isBelowOne ? count * digit / power : count * digit * power
  }

  /// How often the step fits into a number, with room for the rounding of the division.
  func count(below number: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let count = isBelowOne ? number * power / digit : number / (digit * power)
    let nearest = count.rounded()
    return (count - nearest).magnitude < 1e-9 ? nearest : count.rounded(rule)
  }
}
