import Simulation

/// Student's t, central and shifted: (Z + shift) ÷ s with Z standard normal and s² a chi-square number divided by its
/// degrees of freedom.
struct StudentTest {
  private let freedom: Double

  /// Nil without a degree of freedom.
  init?(freedom: Int) {
    guard freedom > 0 else { return nil }
    self.freedom = Double(freedom)
  }

  /// The chance that t is above a limit: the mean of Φ(shift - limit × s) over s, by quadrature.
  func chance(above limit: Double, shift: Double) -> Double {
    // The density of s is as s^(n-1) exp(-n s² ÷ 2); relative to s = 1 it neither overflows nor vanishes. s stays within
    // twelve standard deviations of it, 1 ÷ √(2n).
    let reach = 12 / (2 * freedom).squareRoot()
    let mean = { (function: (Double) -> Double) in
      Quadrature.integral(from: max(0, 1 - reach), to: 1 + reach, panels: 96) { s in
        exponential((freedom - 1) * naturalLogarithm(s) - freedom * (s * s - 1) / 2) * function(s)
      }
    }
    return mean { NormalDistribution.probability(below: shift - limit * $0) } / mean { _ in 1 }
  }

  /// The limit that unshifted t is above with a stated chance, below one half.
  func limit(exceededWith chance: Double) -> Double {
    Self.root(from: 0) { self.chance(above: $0, shift: 0) <= chance }
  }

  /// The smallest shift, from 0 on, with which t is above a limit with a stated chance.
  func shift(exceeding limit: Double, with chance: Double) -> Double {
    Self.root(from: 0) { self.chance(above: limit, shift: $0) >= chance }
  }

  /// The first number from which on something holds, by doubling and halving to about ten digits.
  private static func root(from start: Double, _ holds: (Double) -> Bool) -> Double {
    var (low, high) = (start, start + 1)
    while !holds(high), high < 1e9 { (low, high) = (high, 2 * high) }
    while high - low > 1e-10 * high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
