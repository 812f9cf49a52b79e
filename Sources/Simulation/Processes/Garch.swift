/// GARCH(1,1): a variance that remembers. That of the next step is omega + alpha × (return less its mean)² + beta × variance
/// (Bollerslev, Generalized autoregressive conditional heteroskedasticity, 1986).
public struct Garch: Hashable, Sendable {
  /// What every step adds.
  public let omega: Double
  /// How much of a step's squared return goes into the next variance; 0 or more.
  public let alpha: Double
  /// How much of the variance stays; 0 or more, and alpha + beta below 1.
  public let beta: Double

  public init(omega: Double, alpha: Double, beta: Double) {
    self.omega = omega
    self.alpha = alpha
    self.beta = beta
  }

  /// The variance of a step in the long run: omega ÷ (1 - alpha - beta).
  public var unconditionalVariance: Double { omega / (1 - beta - alpha) }

  /// How fat the tails of one step's returns are, 3 being those of the normal distribution; nil where alpha is so large that
  /// it has no bound.
  public var kurtosis: Double? {
    let rest = (1 - beta - alpha) * (1 + (alpha + beta))
    let denominator = rest - 2 * alpha * alpha
    return denominator > 0 ? 3 * rest / denominator : nil
  }

  /// After how many steps half of an excitement is gone: ln ½ ÷ ln (alpha + beta); 0 where nothing is remembered.
  public var halfLife: Double {
    let sum = alpha + beta
    guard sum > 0 else { return 0 }
    // What the sum has lost by rounding counts where it is near 1.
    let lost = (max(alpha, beta) - sum) + min(alpha, beta)
    return -0.693_147_180_559_945_3 / (naturalLogarithm(sum) + lost / sum)
  }
}
