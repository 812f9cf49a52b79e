/// What a position is worth along a path: collateral and debt that grow with interest, some of it with a price.
public struct EquityModel: Hashable, Sendable {
  /// One collateral or debt.
  public struct Item: Hashable, Sendable {
    /// Dollars now; a debt is negative.
    let value: Double
    /// Continuously compounded, per year, as a fraction.
    let rate: Double
    let followsPrice: Bool
    /// The liquidation threshold of a collateral, as a fraction; of no account for a debt.
    let threshold: Double

    public init(value: Double, rate: Double, followsPrice: Bool, threshold: Double = 0) {
      self.value = value
      self.rate = rate
      self.followsPrice = followsPrice
      self.threshold = threshold
    }
  }

  public let items: [Item]
  /// What a liquidation costs, as a share of the debt repaid.
  public let penalty: Double
  /// How fast the level moves, by which paths are measured; per year.
  public let levelGrowth: Double
  /// Whether a rising price is the danger, so that paths are turned over.
  public let isRise: Bool

  public init(items: [Item], penalty: Double, levelGrowth: Double, isRise: Bool) {
    self.items = items
    self.penalty = penalty
    self.levelGrowth = levelGrowth
    self.isRise = isRise
  }

  /// How far the logarithm of the price is from liquidation now; infinite without debt. For one collateral and one debt, of
  /// which one follows the price.
  public var distance: Double {
    let sums = PositionSums(of: self, years: 0)
    let (weighted, debt) = (sums.weighted, sums.debt)
    return naturalLogarithm((weighted.moving + weighted.standing) / (debt.moving + debt.standing))
  }

  /// The equity at the end of a path of so many equal steps, in dollars.
  ///
  /// A liquidation closes the whole position at the price of its step: the debt is repaid with the penalty, and what is left
  /// of the collateral stays as it is. It is never below 0, because nobody has to pay what no collateral covers.
  public func equity(after outcome: PathOutcome, years: Double, steps: Int) -> Double {
    guard outcome.crossingStep > 0 else { return sums(at: outcome.last, years: years).equity }
    let sums = sums(at: outcome.crossing, years: years / Double(steps) * Double(outcome.crossingStep))
    return max(0, sums.equity - penalty * sums.debt)
  }

  private func sums(at place: Double, years: Double) -> (equity: Double, debt: Double) {
    let price = exponential((isRise ? -place : place) + levelGrowth * years)
    var (equity, debt) = (0.0, 0.0)
    for item in items {
      let value = item.value * exponential(item.rate * years) * (item.followsPrice ? price : 1)
      equity += value
      if value < 0 { debt -= value }
    }
    return (equity, debt)
  }
}
