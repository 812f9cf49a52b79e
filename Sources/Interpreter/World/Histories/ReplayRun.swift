import FixedPoint
import Lending
import Markets

/// A position that is held through a history and left alone.
struct ReplayRun {
  let track: PriceTrack
  let start: World
  private(set) var end: World
  /// One for the entry and one for each bar behind it.
  private(set) var samples: [HistorySample]
  private(set) var liquidations: [BarLiquidation] = []
  private(set) var stops: [BarStop] = []
  private(set) var lowestHealthFactor: Value
  private(set) var lowestBar: Int
  private(set) var refusal: CommandError?
  /// Whether somebody wanted it to stop before its last bar.
  private(set) var isCut = false

  /// After how many bars it is asked whether to go on.
  private static let barsPerQuestion = 64
  /// About how often the liquidation price is asked for.
  private static let liquidationPrices = 200

  /// Goes through all bars up to `last`, as long as `goesOn`, which is told how many are done, says so.
  init(
    _ track: PriceTrack, through last: Int, in world: World, goesOn: (Int) -> Bool = { _ in true }
  ) throws(CommandError) {
    (self.track, start, end) = (track, world, world)
    let position = world.position
    (lowestHealthFactor, lowestBar) = (position.healthFactor, track.entry)
    samples = [HistorySample(of: world, at: track.entry, on: track)]
    let step = max(1, (last - track.entry) / Self.liquidationPrices)
    for bar in track.entry + 1...last {
      if bar % Self.barsPerQuestion == 0, !goesOn(bar - track.entry - 1) {
        isCut = true
        return
      }
      let passed = try end.pass(bar, of: track)
      liquidations += passed.liquidations
      stops += passed.stops
      refusal = passed.refusal ?? refusal
      if passed.lowestHealthFactor.compared(to: lowestHealthFactor) ?? 0 < 0 {
        (lowestHealthFactor, lowestBar) = (passed.lowestHealthFactor, bar)
      }
      let isAsked = (bar - track.entry) % step == 0 || bar == last || !passed.liquidations.isEmpty
      var sample = HistorySample(of: end, at: bar, on: track, asksLiquidation: isAsked)
      if end.wallets != world.wallets { sample.equity = end.equity(since: world).doubleValue }
      samples.append(sample)
    }
  }

  /// What the equity at the entry would be worth in the largest collateral, without any debt and interest.
  var heldEquity: Rational {
    let equity = start.unmeasuredPosition.equity
    let symbol = start.mainCollateral
    return (try? equity * end.marketPrice(of: symbol) / start.marketPrice(of: symbol)) ?? equity
  }

  /// What liquidations took from the equity.
  var penalty: Rational {
    liquidations.reduce(0) { (try? $0 + ($1.event.equityBefore - $1.event.equityAfter)) ?? $0 }
  }

  /// The largest fall of the equity from one close to a later one, as a share, with both bars; nil where it never fell.
  var largestFall: (share: Double, from: Int, to: Int)? {
    var worst: (share: Double, from: Int, to: Int)?
    var highest = samples[0]
    for sample in samples {
      if sample.equity > highest.equity { highest = sample }
      guard highest.equity > 0, sample.equity < highest.equity else { continue }
      let share = 1 - sample.equity / highest.equity
      if share > worst?.share ?? 0 { worst = (share, highest.bar, sample.bar) }
    }
    return worst
  }
}
