import FixedPoint
import Lending
import Markets
import Simulation

/// Loops of every leverage that a market allows, entered at every bar of a history.
struct LadderStudy {
  let name: String
  let history: PriceHistory
  /// The first bar at which a loop is entered.
  let entry: Int
  /// How long a loop is held, in bars.
  let hold: Int
  let collateral: Symbol
  let loan: Symbol
  let threshold: BasisPoints
  let penalty: BasisPoints
  /// What the collateral earns and the loan costs in a year, as fractions.
  let supplyRate: Rational
  let borrowRate: Rational
  let leverages: [Double]
  let ladder: ReplayLadder

  /// How long a loop is held where nothing is said: 30 days.
  private static let usualHold = 30 * Moment.secondsPerDay
  private static let step = 0.25
  private static let mostLeverages = 16

  /// Refuses where the history is too short, or the market lends nothing against the collateral.
  init(terms: HistoryTerms, history: PriceHistory, in world: World) throws(CommandError) {
    (name, self.history) = (terms.name, history)
    entry = try terms.entry(in: history)
    let hold = history.bars(in: terms.seconds ?? Self.usualHold)
    guard entry + hold < history.count else {
      let left = (history.count - 1 - entry) * history.interval
      throw CommandError(
        .refused,
        "\(terms.name) goes on for \(PassedTime.text(UInt64(left))) behind \(history.name(of: entry)), and loops are held for "
          + PassedTime.text(UInt64(hold * history.interval)),
        at: terms.seconds == nil ? nil : terms.secondsRange,
        try: ["replay \(terms.name) ladder\(history.start == nil ? terms.intervalWord : "") for \(Self.half(of: left))"]
      )
    }
    self.hold = hold
    let collateral = terms.symbol ?? (world.isStable(world.mainCollateral) ? world.pricedDefault : world.mainCollateral)
    let loan = world.mainDebt == collateral ? world.market.loan : world.mainDebt
    let limits = world.riskLimits(of: collateral)
    // The most leverage that loops come near to, which is before the one at which a loop is liquidated at once.
    let most = 1 / (1 - limits.maxLTV.fraction.doubleValue)
    leverages = (1...Self.mostLeverages).map { 1 + Self.step * Double($0) }.filter {
      $0 <= most && $0 * (1 - limits.liquidationThreshold.fraction.doubleValue) < 1
    }
    guard !leverages.isEmpty else {
      throw CommandError(.refused, "the market lends too little against \(collateral) for a loop")
    }
    (self.collateral, self.loan) = (collateral, loan)
    (threshold, penalty) = (
      limits.liquidationThreshold, BasisPoints(limits.liquidationBonus.raw.subtractingOrZero(10_000))
    )
    (supplyRate, borrowRate) = (world.supplyRate(of: collateral), world.borrowRate(of: loan))
    let loopTerms = LoopTerms(
      threshold: threshold, penalty: penalty, supplyRate: supplyRate, borrowRate: borrowRate,
      interval: history.interval)
    let (closes, opens, lows) = (history.closes[entry...], history.opens?[entry...], history.lows?[entry...])
    ladder = ReplayLadder(
      prices: BarPrices(closes: Array(closes), opens: opens.map { Array($0) }, lows: lows.map { Array($0) }),
      terms: loopTerms, hold: hold)
  }

  /// Half of a time, in whole days or hours where that is possible.
  private static func half(of seconds: Int) -> String {
    let half = max(60, seconds / 2)
    let unit = half >= Moment.secondsPerDay ? Moment.secondsPerDay : half >= 3_600 ? 3_600 : 60
    return PassedTime.text(UInt64(half / unit * unit))
  }
}

extension LoopTerms {
  /// The terms of a loop at standing rates, with interest as the ledger adds it when time passes by days: to the collateral
  /// in proportion to the time, to the debt compounded.
  init(
    threshold: BasisPoints, penalty: BasisPoints, supplyRate: Rational, borrowRate: Rational, interval: Int
  ) {
    let growth = { (factor: (Double) -> Double) -> Double in
      let (days, rest) = interval.quotientAndRemainder(dividingBy: Moment.secondsPerDay)
      let year = 365 * Double(Moment.secondsPerDay)
      let daily = naturalLogarithm(factor(Double(Moment.secondsPerDay) / year))
      return Double(days) * daily + (rest == 0 ? 0 : naturalLogarithm(factor(Double(rest) / year)))
    }
    let (supply, borrow) = (supplyRate.doubleValue, borrowRate.doubleValue)
    self.init(
      liquidationThreshold: threshold.fraction.doubleValue, penalty: penalty.fraction.doubleValue,
      collateralGrowth: growth { 1 + supply * $0 },
      debtGrowth: growth { years in
        let x = borrow * years
        return 1 + x + x * (x / 2 + x * x / 6)
      })
  }
}
