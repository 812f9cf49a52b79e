public import FixedPoint

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How interest grows over a time: yearly rates are rays, times are seconds, growth factors are rays.
public enum Interest {
  /// Seconds in a year of 365 days.
  public static let secondsPerYear: UInt256 = 31_536_000

  /// Growth without compounding, for suppliers: 1 + rate * time, the product rounded down. Throws `overflow`.
  public static func linear(rate: Ray, seconds: UInt256) throws(ArithmeticError) -> Ray {
    try Ray.one + Ray(rate.raw * seconds / secondsPerYear)
  }

  /// A protocol version's way of compounding a borrower's rate. Each stays below the exponential that it approximates.
  public enum Compounding: Hashable, Sendable, CaseIterable {
    /// Aave v3.5 and later: e^x by the first three powers of x = rate * time.
    case taylor
    /// Aave v3.0: the first three powers of the binomial series of (1 + rate per second)^seconds, every power rounded
    /// down before use, so that part of the third power is lost.
    case binomial

    /// Growth over a time with the rate added every second or continuously, approximated. The rate is below 2^128 and
    /// the time below 2^40. Throws `overflow`.
    public func growth(rate: Ray, seconds: UInt256) throws(ArithmeticError) -> Ray {
      guard !seconds.isZero else { return .one }
      switch self {
      case .taylor: return try Interest.taylorGrowth(rate: rate, seconds: seconds)
      case .binomial: return try Interest.binomialGrowth(rate: rate, seconds: seconds)
      }
    }
  }

  /// 1 + x + x * (x/2 + x * x/6), where x and its divisions are rounded down and its products half up.
  private static func taylorGrowth(rate: Ray, seconds: UInt256) throws(ArithmeticError) -> Ray {
    let x = Ray(try rate.raw * seconds / secondsPerYear)
    let cubic = try x.multiplied(by: Ray(x.raw / 6), rounding: .halfUp)
    let upper = try x.multiplied(by: Ray(x.raw / 2) + cubic, rounding: .halfUp)
    return try Ray.one + x + upper
  }

  /// 1 + n*rate + n(n-1)/2 * rate^2 + n(n-1)(n-2)/6 * rate^3 with the rate per second, every division rounded down.
  private static func binomialGrowth(rate: Ray, seconds: UInt256) throws(ArithmeticError) -> Ray {
    let square = try rate.raw.multiplied(by: rate, rounding: .halfUp) / (secondsPerYear * secondsPerYear)
    let cube = try square.multiplied(by: rate, rounding: .halfUp) / secondsPerYear
    let pairs = try seconds * (seconds - 1)
    let linear = try rate.raw * seconds / secondsPerYear
    let quadratic = try pairs * square / 2
    let cubic = try pairs * seconds.subtractingOrZero(2) * cube / 6
    return try Ray.one + Ray(linear) + Ray(quadratic) + Ray(cubic)
  }

  /// A liquidity index after a time: the growth without compounding times the index, half up. Throws `overflow`.
  public static func normalizedIncome(index: Ray, rate: Ray, seconds: UInt256) throws(ArithmeticError) -> Ray {
    try linear(rate: rate, seconds: seconds).multiplied(by: index, rounding: .halfUp)
  }

  /// A borrow index after a time: the compounded growth times the index, half up. Throws `overflow`.
  public static func normalizedDebt(
    index: Ray, rate: Ray, seconds: UInt256, compounding: Compounding = .taylor
  ) throws(ArithmeticError) -> Ray {
    try compounding.growth(rate: rate, seconds: seconds).multiplied(by: index, rounding: .halfUp)
  }

  /// What a yearly rate yields when it is added every second: (1 + rate / year)^seconds - 1, as a fraction.
  public static func effectiveYield(rate: Ray, seconds: UInt256) -> Double {
    let perSecond = Double(rate.raw) / 1e27 / 31_536_000
    return expm1(Double(seconds) * log1p(perSecond))
  }

  /// What a rate per second yields in a year of continuous compounding: e^(rate * year) - 1, as a fraction.
  public static func continuousYield(ratePerSecond: Wad) -> Double {
    expm1(Double(ratePerSecond.raw) / 1e18 * 31_536_000)
  }
}
