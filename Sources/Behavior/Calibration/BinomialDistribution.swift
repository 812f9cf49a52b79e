import Simulation

/// How many of several independent tries succeed.
public struct BinomialDistribution: Hashable, Sendable {
  public let tries: Int
  /// Of one try; from 0 to 1.
  public let probability: Double

  public init(tries: Int, probability: Double) {
    self.tries = tries
    self.probability = probability
  }

  public var mean: Double { Double(tries) * probability }

  /// The chance of so many successes or fewer, to about twelve digits.
  public func probability(ofAtMost successes: Int) -> Double {
    guard successes >= 0 else { return 0 }
    guard successes < tries else { return 1 }
    guard probability > 0, probability < 1 else { return probability == 0 ? 1 : 0 }
    // By logarithms, because the first term can be below any number.
    let logOdds = naturalLogarithm(probability / (1 - probability))
    var logTerm = Double(tries) * naturalLogarithm(1 - probability)
    var sum = exponential(logTerm)
    for success in 0..<successes {
      logTerm += logOdds + naturalLogarithm(Double(tries - success) / Double(success + 1))
      sum += exponential(logTerm)
    }
    return min(1, sum)
  }
}
