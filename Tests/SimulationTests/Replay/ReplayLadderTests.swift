import Foundation
import TestSupport
import Testing

@testable import Simulation

/// Where real prices are, if anywhere.
private let folder = ProcessInfo.processInfo.environment["LEVER_PRICES"]

struct ReplayLadderTests {
  /// What becomes of one loop, bar by bar.
  private func walked(_ ladder: ReplayLadder, _ leverage: Double, from entry: Int) -> (equity: Double, bar: Int?) {
    let (prices, terms) = (ladder.prices, ladder.terms)
    var (collateral, debt) = (leverage, leverage - 1)
    var last = prices.closes[entry]
    for bar in entry + 1...entry + ladder.hold {
      collateral *= exp(terms.collateralGrowth)
      debt *= exp(terms.debtGrowth)
      let tokens = collateral / last
      let lowest = prices.lows?[bar] ?? prices.closes[bar]
      if tokens * lowest * terms.liquidationThreshold < debt {
        let level = debt / terms.liquidationThreshold
        let value =
          prices.lows == nil ? tokens * prices.closes[bar] : min(level, tokens * (prices.opens?[bar] ?? .infinity))
        return (max(0, value - debt * (1 + terms.penalty)), bar)
      }
      collateral = tokens * prices.closes[bar]
      last = prices.closes[bar]
    }
    return (collateral - debt, nil)
  }

  @Test(arguments: 0..<12) func `every entry agrees with a walk bar by bar`(round: Int) throws {
    var random = SeededGenerator(seed: UInt64(round))
    let seed = random.description
    let count = Int.random(in: 3...400, using: &random)
    var closes = [100.0]
    let step = Double.random(in: 0.001...0.2, using: &random)
    while closes.count < count {
      closes.append(closes[closes.count - 1] * exp(Double.random(in: -step...step, using: &random)))
    }
    let opens = zip([closes[0]] + closes.dropLast(), closes).map {
      min($0, $1) * Double.random(in: 0.9...1, using: &random)
    }
    let lows = zip(opens, closes).map { min($0, $1) * Double.random(in: 0.8...1, using: &random) }
    let prices =
      switch round % 3 {
      case 0: BarPrices(closes: closes)
      case 1: BarPrices(closes: closes, opens: opens, lows: lows)
      default: BarPrices(closes: closes, lows: lows)
      }
    let ladder = ReplayLadder(
      prices: prices,
      terms: LoopTerms(
        liquidationThreshold: Double.random(in: 0.6...0.9, using: &random), penalty: 0.05,
        collateralGrowth: Double.random(in: 0...0.001, using: &random),
        debtGrowth: Double.random(in: 0...0.002, using: &random)),
      hold: Int.random(in: 1..<count, using: &random))
    let leverages = [2, 1.25, 2.4, 1.01, 1.5]
    let outcomes = try #require(ladder.outcomes(of: leverages))
    for (leverage, outcome) in zip(leverages, outcomes) {
      let walks = (0..<ladder.entries).map { walked(ladder, leverage, from: $0) }
      let equities = walks.map(\.equity).sorted()
      let comment: Comment = "\(seed), leverage \(leverage), \(count) bars, held \(ladder.hold)"
      #expect(outcome.leverage == leverage && outcome.entries == walks.count, comment)
      #expect(outcome.liquidations == walks.count { $0.bar != nil }, comment)
      #expect(abs(outcome.meanEquity / (equities.reduce(0, +) / Double(walks.count)) - 1) < 1e-11, comment)
      #expect(abs(outcome.medianEquity - equities[(walks.count - 1) / 2]) < 1e-11, comment)
      #expect(abs(outcome.lowestEquity - equities[0]) < 1e-11, comment)
      #expect(abs(walks[outcome.worstEntry].equity - equities[0]) < 1e-11, comment)
    }
  }

  @Test func `a fall through every level, and equal prices`() throws {
    let terms = LoopTerms(liquidationThreshold: 0.8, penalty: 0.05, collateralGrowth: 0, debtGrowth: 0)
    let ladder = ReplayLadder(prices: BarPrices(closes: [100, 100, 50, 50, 200]), terms: terms, hold: 2)
    let outcomes = try #require(ladder.outcomes(of: [1.5, 3]))
    // At 1.5x the level is at 41.67, which 50 does not reach; at 3x it is at 83.33. Entries are at 100, 100 and 50.
    #expect(outcomes.map(\.liquidations) == [0, 2])
    #expect(outcomes.map(\.lowestEquity) == [0.25, 0])
    #expect(outcomes.map(\.worstEntry) == [0, 0])
    #expect(outcomes.map(\.medianEquity) == [0.25, 0])
    #expect(outcomes.map(\.meanEquity) == [(0.25 + 0.25 + 5.5) / 3, 10.0 / 3])
  }

  @Test func `a run that is stopped gives nothing`() {
    let terms = LoopTerms(liquidationThreshold: 0.8, penalty: 0.05, collateralGrowth: 0, debtGrowth: 0)
    let ladder = ReplayLadder(prices: BarPrices(closes: [1, 2, 3]), terms: terms, hold: 1)
    #expect(ladder.outcomes(of: [2]) { _ in false } == nil)
  }

  @Test func `the median stands in the middle`() {
    var random = SeededGenerator(seed: 5)
    for count in 1...60 {
      var numbers = (0..<count).map { _ in Double(Int.random(in: 0...20, using: &random)) }
      let sorted = numbers.sorted()
      let place = Int.random(in: 0..<count, using: &random)
      #expect(numbers.moveSmallest(place) == sorted[place])
    }
  }

  /// The figures of a loop over every bar, in Python with numpy and numba.
  @Test(.enabled(if: folder != nil, "the environment variable LEVER_PRICES names no folder with prices"))
  func `four years of hourly ether`() throws {
    let path = try #require(folder) + "/eth_usd_hourly_close_2018-05_to_2022-02.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    let hour = 1 / 8_760.0
    let ladder = ReplayLadder(
      prices: BarPrices(closes: lines.dropFirst().compactMap { Double($0) }),
      terms: LoopTerms(
        liquidationThreshold: 0.83, penalty: 0.05, collateralGrowth: 0.02 * hour, debtGrowth: 0.05 * hour),
      hold: 720)
    let outcomes = try #require(ladder.outcomes(of: (0..<16).map { 1.25 + 0.25 * Double($0) }))
    let rounded = { (value: Double, places: Double) in (value * places).rounded() / places }
    #expect(ladder.entries == 31_939)
    #expect(rounded(outcomes[3].liquidatedShare, 1e5) == 0.09427)
    #expect(rounded(outcomes[7].liquidatedShare, 1e5) == 0.32456)
    #expect(rounded(outcomes[3].meanEquity, 1e4) == 1.1547)
  }
}
