/// The standard normal distribution: mean 0, variance 1.
public enum NormalDistribution {
  /// The probability of a value below x, with a relative error below 1e-14 in both tails' smaller one.
  public static func probability(below x: Double) -> Double {
    if x > 0 { return 1 - probability(below: -x) }
    let scaled = -x * 0.707_106_781_186_547_524
    if scaled <= ErrorFunction.nearRange { return 0.5 - 0.5 * ErrorFunction.near(scaled) }
    return 0.5 * bell(x) * ErrorFunction.scaledComplement(scaled)
  }

  /// exp((y² - x²) / 2) times the probability of a value below y, for y below 0.
  ///
  /// The weight can be beyond any number where the probability is below any, and the product is neither.
  static func weightedProbability(below y: Double, relativeTo x: Double) -> Double {
    0.5 * bell(x) * ErrorFunction.scaledComplement(-y * 0.707_106_781_186_547_524)
  }

  /// exp(-x² / 2). The square is taken in two parts, or its rounding would be the largest error in the tails.
  private static func bell(_ x: Double) -> Double {
    guard abs(x) < 40 else { return 0 }
    let near = nearestWhole(x * 16) / 16
    return exponential(-near * near / 2) * exponential(-(x - near) * (x + near) / 2)
  }
}
