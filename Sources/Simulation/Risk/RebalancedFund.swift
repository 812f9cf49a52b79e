/// A fund that restores its leverage all the time, as leveraged tokens do; volatility wears it down.
///
/// Source: Avellaneda and Zhang, Path-dependence of leveraged ETF returns, 2010. Rates are per year, as fractions,
/// compounded continuously. A loop that is left alone is no such fund.
public struct RebalancedFund: Hashable, Sendable {
  public let leverage: Double
  /// Paid on what is borrowed: leverage less 1.
  public let borrowRate: Double
  public let fee: Double

  public init(leverage: Double, borrowRate: Double = 0, fee: Double = 0) {
    self.leverage = leverage
    self.borrowRate = borrowRate
    self.fee = fee
  }

  /// What is left of 1 when the price ends at `priceRatio` times today's after so many years of this volatility:
  /// ratio^L × exp((L - L²) ÷ 2 × σ² × years - interest - fee).
  public func value(atPriceRatio priceRatio: Double, volatility: Double, years: Double) -> Double {
    let drag = (leverage - leverage * leverage) / 2 * volatility * volatility
    return exponential(leverage * naturalLogarithm(priceRatio) + (drag - costs) * years)
  }

  /// What half of all paths leave less of than this.
  public func median(under process: GeometricBrownianMotion, years: Double) -> Double {
    let variance = process.volatility * process.volatility
    return exponential((leverage * process.meanDrift - leverage * leverage * variance / 2 - costs) * years)
  }

  /// What all paths leave on average: few of them reach it.
  public func mean(under process: GeometricBrownianMotion, years: Double) -> Double {
    exponential((leverage * process.meanDrift - costs) * years)
  }

  private var costs: Double { (leverage - 1) * borrowRate + fee }
}

extension RebalancedFund {
  /// What is left of 1 after so many pairs of moves that follow each other, +move and -move: (1 - L² move²) a pair.
  public func value(afterZigzagsOf move: Double, pairs: Int) -> Double {
    let pair = (1 + leverage * move) * (1 - leverage * move)
    return (0..<pairs).reduce(1) { value, _ in value * pair }
  }
}
