/// The log returns of a real price, to be drawn from in blocks.
public struct ReturnSample: Hashable, Sendable {
  /// The mean of a step's log return.
  public let mean: Double
  /// The standard deviation of a step's log return; above 0.
  public let deviation: Double
  /// How many returns follow each other on average before the next block begins; at least 1.
  public let meanBlock: Double
  /// The returns less their mean, in standard deviations.
  let standardised: [Double]

  /// The returns between prices that follow each other at equal intervals. Nil with fewer than two returns, with a price that
  /// is no number above 0, or when all returns are the same.
  public init?(prices: [Double], meanBlock: Double) {
    guard prices.count > 2, prices.allSatisfy({ $0 > 0 && $0 < .infinity }), meanBlock >= 1 else { return nil }
    let logarithms = prices.map(naturalLogarithm)
    let returns = zip(logarithms.dropFirst(), logarithms).map { $0 - $1 }
    let count = Double(returns.count)
    let mean = returns.reduce(0, +) / count
    let variance = returns.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    guard variance > 1e-24 else { return nil }
    let deviation = variance.squareRoot()
    self.mean = mean
    self.deviation = deviation
    self.meanBlock = meanBlock
    standardised = returns.map { ($0 - mean) / deviation }
  }

  /// How many returns there are to draw from.
  public var count: Int { standardised.count }

  /// The fourth moment of the returns: 3 for normal ones.
  public var kurtosis: Double { standardised.reduce(0) { $0 + $1 * $1 * $1 * $1 } / Double(count) }

  /// ln of the mean of e^(deviation × return): what compensates a mean price for one step.
  func logMeanGrowth(deviation: Double) -> Double {
    naturalLogarithm(standardised.reduce(0) { $0 + exponential(deviation * $1) } / Double(count))
  }
}
