/// The entries of a ladder from the last to the first, and what became of each leverage on the way.
struct EntryWalk {
  private let ladder: ReplayLadder
  /// From the highest to the lowest.
  private let leverages: [Double]
  /// The logarithms of their liquidation ratios, and these.
  private let levels: [Double]
  private let ratios: [Double]
  /// What collateral and debt have grown to after so many bars.
  private let collateralGrowth: [Double]
  private let debtGrowth: [Double]
  private var lows: RecordLows
  /// For each leverage the final equity of every entry.
  private var equities: [[Double]]
  private var liquidations: [Int]

  init(_ ladder: ReplayLadder, leverages: [Double]) {
    self.ladder = ladder
    self.leverages = leverages
    ratios = leverages.map { ladder.terms.liquidationRatio(leverage: $0) }
    levels = ratios.map { naturalLogarithm($0) }
    collateralGrowth = (0...ladder.hold).map { exponential(ladder.terms.collateralGrowth * Double($0)) }
    debtGrowth = (0...ladder.hold).map { exponential(ladder.terms.debtGrowth * Double($0)) }
    lows = RecordLows(capacity: ladder.prices.closes.count)
    equities = leverages.map { _ in [Double](repeating: 0, count: ladder.entries) }
    liquidations = leverages.map { _ in 0 }
  }

  /// Visits entries, which are those before the ones visited last.
  mutating func visit(_ entries: ClosedRange<Int>, _ logarithms: ReplayLadder.Logarithms) {
    if entries.upperBound == ladder.entries - 1 {
      // The bars behind the last entry.
      for bar in stride(from: ladder.prices.closes.count - 1, to: entries.upperBound + 1, by: -1) {
        lows.enter(logarithms.lows[bar], bar: bar)
      }
    }
    for entry in entries.reversed() {
      lows.enter(logarithms.lows[entry + 1], bar: entry + 1)
      lows.leave(after: entry + ladder.hold)
      settle(entry, at: logarithms.closes[entry])
    }
  }

  private mutating func settle(_ entry: Int, at height: Double) {
    let closes = ladder.prices.closes
    let price = closes[entry]
    let collateral = collateralGrowth[ladder.hold] * (closes[entry + ladder.hold] / price)
    let debt = debtGrowth[ladder.hold]
    var place = lows.start
    for index in leverages.indices {
      guard let bar = lows.firstBar(below: height + levels[index], from: &place) else {
        // Lower leverages have lower levels.
        for rest in index..<leverages.count {
          equities[rest][entry] = leverages[rest] * collateral - (leverages[rest] - 1) * debt
        }
        return
      }
      liquidations[index] += 1
      equities[index][entry] = equity(ofLiquidated: index, entry: entry, bar: bar)
    }
  }

  /// What is left when the whole position is closed: at the bar's close, or where the bar's low is known at the level, or at
  /// its open where that is lower. Never below 0, because nobody has to pay what no collateral covers.
  private func equity(ofLiquidated index: Int, entry: Int, bar: Int) -> Double {
    let held = bar - entry
    let price = ladder.prices.closes[entry]
    let leverage = leverages[index]
    var ratio = ladder.prices.closes[bar] / price
    if ladder.prices.lows != nil {
      ratio = ratios[index] * debtGrowth[held] / collateralGrowth[held]
      if let opens = ladder.prices.opens { ratio = min(ratio, opens[bar] / price) }
    }
    let collateral = leverage * collateralGrowth[held] * ratio
    return max(0, collateral - (leverage - 1) * debtGrowth[held] * (1 + ladder.terms.penalty))
  }

  /// What became of each leverage, once all entries are visited.
  var outcomes: [LeverageOutcome] {
    leverages.indices.map { index in
      var equities = equities[index]
      var (sum, worst) = (0.0, 0)
      for (entry, equity) in equities.enumerated() {
        sum += equity
        if equity < equities[worst] { worst = entry }
      }
      let lowest = equities[worst]
      let count = equities.count
      return LeverageOutcome(
        leverage: leverages[index], liquidations: liquidations[index], entries: count,
        meanEquity: sum / Double(max(1, count)), medianEquity: equities.moveSmallest((count - 1) / 2),
        lowestEquity: lowest, worstEntry: worst)
    }
  }
}

extension [Double] {
  /// Puts the number that stands at a place when all are sorted there, and gives it: Hoare's selection.
  mutating func moveSmallest(_ place: Int) -> Double {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      let pivot = Swift.max(
        Swift.min(self[low], self[middle]), Swift.min(Swift.max(self[low], self[middle]), self[high]))
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        break
      }
    }
    return self[place]
  }
}
