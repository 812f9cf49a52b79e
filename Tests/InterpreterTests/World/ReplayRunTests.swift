import FixedPoint
import Lending
import Markets
import Simulation
import TestSupport
import Testing

@testable import Interpreter

/// A position that goes through a history on the exact ledger.
struct ReplayRunTests {
  private func world(_ line: String) throws -> World {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    try #require(succeeded, Comment(rawValue: output))
    return session.world
  }

  private func run(_ csv: String, in world: World, interval: Int? = nil) throws -> ReplayRun {
    let history = try PriceFile.parse(csv, file: "a.csv", interval: interval)
    let track = PriceTrack("a.csv", history, of: "ETH", from: 0, in: world)
    return try ReplayRun(track, through: track.last, in: world)
  }

  private let atStandingRates = "rate USDC 0%; rate USDC supply 0%; rate ETH supply 0%; "

  @Test func `the price moves by the file's ratios`() throws {
    let run = try run("date,close\n2020-01-01,50\n2020-01-02,55\n2020-01-03,40\n", in: world("deposit 10 ETH"))
    #expect(run.samples.map(\.price) == [2_000, 2_200, 1_600])
    #expect(run.end.day == 2)
    #expect(run.liquidations.isEmpty)
  }

  /// 10 ETH and 13,200 USDC of debt: liquidation at $1,600.
  @Test func `keepers act at the close where the file has no lows`() throws {
    let run = try run(
      "close\n2000\n1601\n1500\n1900\n", in: world(atStandingRates + "deposit 10 ETH; borrow 13200 USDC"),
      interval: BarInterval.day)
    #expect(run.liquidations.map(\.bar) == [2])
    #expect(run.liquidations.map(\.price) == [1_500])
    #expect(run.lowestBar == 2)
    #expect(Display.healthFactor(run.lowestHealthFactor) == "0.93")
  }

  @Test func `keepers act at the first price within a bar at which they can`() throws {
    let world = try world(atStandingRates + "deposit 10 ETH; borrow 13200 USDC")
    let run = try run("open,low,close\n2000,2000,2000\n2000,1550,1900\n", in: world, interval: BarInterval.day)
    let liquidation = try #require(run.liquidations.first)
    // One hundred-millionth below $1,600, at which the health factor is exactly 1.
    #expect(liquidation.price == Rational(decimal: "1599.99999999"))
    #expect(run.liquidations.count == 1)
    #expect(run.end.marketPrice(of: "ETH") == 1_900)
  }

  @Test func `a bar that opens below the level is sold at its open`() throws {
    let world = try world(atStandingRates + "deposit 10 ETH; borrow 13200 USDC")
    let run = try run("open,low,close\n2000,2000,2000\n1580,1570,1900\n", in: world, interval: BarInterval.day)
    #expect(run.liquidations.map(\.price) == [1_580])
  }

  @Test func `a low that is not reached by the close shows in the lowest health factor`() throws {
    let world = try world(atStandingRates + "deposit 10 ETH; borrow 13200 USDC")
    let run = try run("low,close\n2000,2000\n1601,1900\n", in: world, interval: BarInterval.day)
    #expect(run.liquidations.isEmpty)
    #expect(run.lowestHealthFactor.compared(to: .exact(try Rational(1_601, over: 1_600))) == 0)
  }

  @Test func `a short is in danger at the highs`() throws {
    let world = try world(
      atStandingRates + "rate ETH 0%; swap 10 ETH to USDC; deposit 20000 USDC; borrow 5 ETH")
    let history = try PriceFile.parse(
      "high,low,close\n2000,2000,2000\n4000,1900,2000\n", file: "a.csv", interval: BarInterval.day)
    let track = PriceTrack("a.csv", history, of: "ETH", from: 0, in: world)
    let run = try ReplayRun(track, through: 1, in: world)
    let position = world.position
    let level = try #require(position.liquidation).price
    let liquidation = try #require(run.liquidations.first)
    #expect(liquidation.price > level)
    #expect(try liquidation.price - level <= Rational(2, over: 100_000_000))
  }

  @Test func `nobody acts with keepers off`() throws {
    let run = try run(
      "low,close\n2000,2000\n1000,1100\n", in: world("deposit 10 ETH; borrow 13200 USDC; keepers off"),
      interval: BarInterval.day)
    #expect(run.liquidations.isEmpty)
    #expect(Display.healthFactor(run.lowestHealthFactor) == "0.62")
  }

  @Test func `a feed that lags hides what happens within bars`() throws {
    let run = try run(
      "low,close\n2000,2000\n1000,1900\n1850,1900\n",
      in: world("deposit 10 ETH; borrow 13200 USDC; oracle lag 12 hours"), interval: BarInterval.day)
    #expect(run.liquidations.isEmpty)
  }

  @Test func `the largest fall of the equity, and what holding would have been`() throws {
    let run = try run(
      "close\n1000\n1200\n600\n900\n", in: world(atStandingRates + "deposit 10 ETH"), interval: BarInterval.day)
    let fall = try #require(run.largestFall)
    #expect(fall.share == 0.5)
    #expect([fall.from, fall.to] == [1, 2])
    #expect(run.heldEquity == 18_000)
    #expect(run.end.position.equity == 18_000)
  }

  @Test func `a stop is sent within the bar, before the keepers`() throws {
    let world = try world(atStandingRates + "deposit 10 ETH; borrow 13200 USDC; swap 13200 USDC to ETH; stop 1700")
    let run = try run("open,low,close\n2000,2000,2000\n2000,1500,1900\n", in: world, interval: BarInterval.day)
    let stop = try #require(run.stops.first)
    #expect(run.liquidations.isEmpty)
    #expect(stop.isFilled && stop.outcome.nextTrade.price == 1_700)
    // What was sold is in the wallet and counts; the 6.6 ETH beside the collateral are no part of the position.
    #expect(run.end.unmeasuredPosition.equity == 0)
    #expect(run.end.equity(since: world) == 3_800)
  }

  @Test func `a stop is sent at the open where that is beyond it`() throws {
    let world = try world(atStandingRates + "deposit 10 ETH; borrow 10000 USDC; stop 1700")
    let run = try run("open,low,close\n2000,2000,2000\n1650,1600,1900\n", in: world, interval: BarInterval.day)
    #expect(run.stops.map(\.outcome.nextTrade.price) == [1_650])
  }

  /// Loops at standing rates along random prices: the ledger, rounded to whole units in every step, and the kernel in
  /// floating-point numbers say the same.
  @Test func `the kernel agrees with the ledger`() throws {
    let compared = try (0..<40).map { try agreement(round: $0) }
    // Loops that were held to the end, and loops that a liquidation closed as a whole.
    #expect(compared.count { $0 == 0 } > 5)
    #expect(compared.count { $0 == 1 } > 2)
  }

  /// Compares one loop; gives how often it was liquidated, and nil where half of the debt was repaid, of which the kernel
  /// knows nothing.
  private func agreement(round: Int) throws -> Int? {
    var random = SeededGenerator(seed: 900 + UInt64(round))
    let leverage = Double(Int.random(in: 12...48, using: &random)) / 10
    let rate = Int.random(in: 0...40, using: &random)
    let world = try world(
      "rate USDC \(rate)%; rate ETH supply \(rate / 4)%; deposit 10 ETH; flash to \(leverage)x")
    // Without lows the steps are large, so that many a fall goes below the health factor at which all may be repaid.
    let hasLows = Bool.random(using: &random)
    let step = hasLows ? 0.05 : 0.15
    var closes = [2_000.0]
    for _ in 0..<80 {
      closes.append(closes[closes.count - 1] * (1 + Double.random(in: -step...step, using: &random)))
    }
    let lows = closes.map { $0 * Double.random(in: 0.98...1, using: &random) }
    let rows = zip(closes, lows).map { hasLows ? "\($0),\($1)" : "\($0)" }
    let run = try run(
      ([hasLows ? "close,low" : "close"] + rows).joined(separator: "\n"), in: world,
      interval: Bool.random(using: &random) ? BarInterval.hour : BarInterval.day)

    let position = world.position
    let exact = try #require(position.leverage.doubleValue)
    let terms = LoopTerms(
      threshold: world.riskLimits(of: "ETH").liquidationThreshold, penalty: 500,
      supplyRate: world.supplyRate(of: "ETH"),
      borrowRate: world.borrowRate(of: "USDC"), interval: run.track.history.interval)
    let hold = run.liquidations.first.map(\.bar) ?? run.track.last
    let prices = BarPrices(closes: Array(closes[...hold]), lows: hasLows ? Array(lows[...hold]) : nil)
    let outcome = try #require(
      ReplayLadder(prices: prices, terms: terms, hold: hold).outcomes(of: [exact])?.first)
    let comment: Comment = "\(random), \(leverage)x, \(rate)%, lows \(hasLows), \(hold) bars"
    #expect((outcome.liquidations == 1) == !run.liquidations.isEmpty, comment)
    // Where half of the debt is repaid, the kernel's figure is not the ledger's.
    let isWhole = run.liquidations.allSatisfy { $0.event.closeFactor == 10_000 }
    guard run.liquidations.isEmpty || (run.liquidations.count == 1 && isWhole) else { return nil }
    let start = position.equity.doubleValue
    let end = run.liquidations.last?.event.equityAfter.doubleValue ?? run.end.unmeasuredPosition.equity.doubleValue
    let scale = max(position.exposure.doubleValue, start)
    #expect(abs(outcome.meanEquity * start - end) / scale < 1e-9, comment)
    return run.liquidations.count
  }
}
