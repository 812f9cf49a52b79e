/// Loops of several leverages that are entered at the close of every bar of a history and held for a number of bars.
///
/// With interest folded into the logarithm of the price, y(i) = ln p(i) − i (debt growth − collateral growth), a loop of
/// leverage L that was entered at bar a is liquidated at the first bar behind it with y(i) < y(a) + ln((L − 1) ÷ (L T)), for
/// the threshold T. So one row of record lows per entry answers for all leverages, in place of one walk through the bars
/// for each.
public struct ReplayLadder: Sendable {
  public let prices: BarPrices
  public let terms: LoopTerms
  /// How many bars a loop is held.
  public let hold: Int

  /// `hold` is at least 1 and less than the number of bars.
  public init(prices: BarPrices, terms: LoopTerms, hold: Int) {
    self.prices = prices
    self.terms = terms
    self.hold = hold
  }

  /// The number of entries: every bar with enough bars behind it.
  public var entries: Int { prices.closes.count - hold }

  /// The most equities that are held in memory at a time.
  private static let mostEquities = 4_000_000
  /// After how many entries it is asked whether to go on.
  private static let entriesPerQuestion = 65_536

  /// What became of each leverage, in the given order; nil when `goesOn`, which is told how many entries are done, says no.
  ///
  /// Leverages are above 1 and below 1 ÷ (1 − threshold), so that no loop is liquidated at its entry.
  public func outcomes(of leverages: [Double], goesOn: (Int) -> Bool = { _ in true }) -> [LeverageOutcome]? {
    let logarithms = logarithms
    // From the nearest level to the farthest.
    let order = leverages.indices.sorted { leverages[$0] > leverages[$1] }
    let chunk = max(1, Self.mostEquities / max(1, entries))
    var outcomes = [LeverageOutcome?](repeating: nil, count: leverages.count)
    for start in stride(from: 0, to: order.count, by: chunk) {
      let part = Array(order[start..<min(start + chunk, order.count)])
      var walk = EntryWalk(self, leverages: part.map { leverages[$0] })
      for last in stride(from: entries - 1, through: 0, by: -Self.entriesPerQuestion) {
        let first = max(0, last - Self.entriesPerQuestion + 1)
        walk.visit(first...last, logarithms)
        guard goesOn(entries - first) else { return nil }
      }
      for (place, outcome) in zip(part, walk.outcomes) { outcomes[place] = outcome }
    }
    return outcomes.compactMap { $0 }
  }

  /// Logarithms of prices with the interest folded in.
  struct Logarithms {
    var closes: [Double]
    /// Those of the prices by which a loop is liquidated.
    var lows: [Double]
  }

  private var logarithms: Logarithms {
    let growth = terms.debtGrowth - terms.collateralGrowth
    let folded = { (prices: [Double]) in
      prices.enumerated().map { naturalLogarithm($1) - growth * Double($0) }
    }
    let closes = folded(prices.closes)
    return Logarithms(closes: closes, lows: prices.lows.map(folded) ?? closes)
  }
}

/// What became of one leverage over all entries. Equities are shares of that at the entry.
public struct LeverageOutcome: Hashable, Sendable {
  public let leverage: Double
  /// How many entries ended in liquidation.
  public let liquidations: Int
  public let entries: Int
  public let meanEquity: Double
  /// The equity that half of the entries do not exceed.
  public let medianEquity: Double
  public let lowestEquity: Double
  /// The first entry with that equity.
  public let worstEntry: Int

  public var liquidatedShare: Double { Double(liquidations) / Double(max(1, entries)) }
}
