import FixedPoint

/// The shape of a simulated price's returns, as it was asked for.
enum ProcessChoice: Equatable, Sendable {
  case normal
  /// Jumps a year, the fall or rise of a typical one, and the standard deviation of its logarithm; shares are fractions.
  case jumps(perYear: Rational, size: Rational, deviation: Rational)
  case student(degrees: Rational)
  /// Alpha and beta of one step, and the volatility that counts at first, per year, or nil for the usual one.
  case garch(alpha: Rational, beta: Rational, start: Rational?)
  /// The returns of a price file, in blocks of so many on average.
  case bootstrap(file: String, meanBlock: Rational)

  static let usualJumps = ProcessChoice.jumps(perYear: 6, size: share(-10), deviation: share(10))
  static let usualStudent = ProcessChoice.student(degrees: 4)
  static let usualGarch = ProcessChoice.garch(alpha: share(10), beta: share(88), start: nil)
  static let usualBlock: Rational = 20

  private static func share(_ percent: Int) -> Rational {
    let share = (try? Rational(UInt256(UInt64(percent.magnitude)), over: 100)) ?? 0
    return percent < 0 ? -share : share
  }
}
