/// What happens between two reports of the price: all who have fallen below are liquidated, and their collateral is sold.
public struct CascadeWave: Hashable, Sendable {
  /// The price that the protocol sees.
  public let price: Double
  /// How many positions are liquidated, those that are closed against the lenders included.
  public internal(set) var liquidated = 0
  /// Tokens that liquidators seize and sell.
  public internal(set) var sold = 0.0
  /// Dollars of debt that liquidators repay.
  public internal(set) var repaid = 0.0
  /// Dollars of debt that no collateral covers.
  public internal(set) var badDebt = 0.0
  /// How many positions are closed against the lenders, and the tokens that these take.
  public internal(set) var deleveraged = 0
  public internal(set) var handedOver = 0.0
  /// How many positions have fallen below and are left alone, what they hold, and what they owe beyond its worth.
  public internal(set) var waiting = 0
  public internal(set) var waitingAmount = 0.0
  public internal(set) var waitingShortfall = 0.0

  /// Dollars that liquidators pay for what they seize: who closes a whole position pays for all of its collateral at the
  /// price that the protocol sees, less the bonus.
  public func paid(_ rules: CascadeRules) -> Double {
    rules.sale == .debt ? repaid : sold * price / (1 + rules.bonus)
  }

  /// A wave in which nothing has happened yet.
  public init(price: Double) {
    self.price = price
  }
}

extension CascadeWave {
  /// A position's collateral and debt, what a liquidator seizes and what he repays.
  @inline(__always)
  private func terms(
    _ place: Int, of queue: LiquidationQueue, _ rules: CascadeRules
  ) -> (debt: Double, seized: Double, repaid: Double) {
    let collateral = queue.amounts[place]
    let debt = rules.threshold * queue.prices[place] * collateral
    let wanted = debt * (1 + rules.bonus) / price
    let covers = wanted <= collateral
    return (
      debt, rules.sale == .collateral || !covers ? collateral : wanted,
      covers ? debt : collateral * price / (1 + rules.bonus)
    )
  }

  mutating func take(_ place: Int, of queue: LiquidationQueue, _ rules: CascadeRules) {
    let (debt, seized, paid) = terms(place, of: queue, rules)
    liquidated += 1
    sold += seized
    repaid += paid
    badDebt += debt - paid
  }

  /// The same for a whole stretch of the queue, whose sales are a difference of sums.
  mutating func takeAll(_ range: Range<Int>, of queue: LiquidationQueue, _ rules: CascadeRules) {
    liquidated += range.count
    sold += queue.amount(of: range)
    for place in range {
      let (debt, _, paid) = terms(place, of: queue, rules)
      repaid += paid
      badDebt += debt - paid
    }
  }

  /// Whether a liquidator gains who sells a position's collateral behind all that this wave has sold already.
  func pays(
    _ place: Int, of queue: LiquidationQueue, in pool: ConstantProduct, _ rules: CascadeRules
  ) -> Bool {
    let seized = terms(place, of: queue, rules).seized
    let received = pool.proceeds(of: sold + seized) - pool.proceeds(of: sold)
    return received >= seized * price / (1 + rules.bonus)
  }

  mutating func handOver(_ place: Int, of queue: LiquidationQueue, _ rules: CascadeRules) {
    let collateral = queue.amounts[place]
    let debt = rules.threshold * queue.prices[place] * collateral
    let taken = min(collateral, debt / price)
    liquidated += 1
    deleveraged += 1
    handedOver += taken
    badDebt += max(0, debt - collateral * price)
  }

  mutating func note(_ place: Int, of queue: LiquidationQueue, _ rules: CascadeRules) {
    let collateral = queue.amounts[place]
    waiting += 1
    waitingAmount += collateral
    waitingShortfall += max(0, (rules.threshold * queue.prices[place] - price) * collateral)
  }
}
