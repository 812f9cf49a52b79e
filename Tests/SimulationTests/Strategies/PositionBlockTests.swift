import Testing

@testable import Simulation

/// A position along prices that were written down.
struct PositionBlockTests {
  /// $100 of equity in a loop without interest: a threshold of 82.5% and a penalty of 5%.
  private static func loop(
    leverage: Double, supplyRate: Double = 0, borrowRate: Double = 0, isShort: Bool = false
  ) -> EquityModel {
    EquityModel(
      items: [
        EquityModel.Item(value: 100 * leverage, rate: supplyRate, followsPrice: !isShort, threshold: 0.825),
        EquityModel.Item(value: 100 - 100 * leverage, rate: borrowRate, followsPrice: isShort),
      ], penalty: 0.05, levelGrowth: borrowRate - supplyRate, isRise: isShort)
  }

  private static func outcome(
    _ model: EquityModel, _ strategy: Strategy, prices: [Double], stepYears: Double = 1 / 365.0
  ) -> PositionOutcome {
    var block = PositionBlock(
      model: model, strategy: strategy, stepYears: stepYears, returns: ScriptedReturns(prices: prices))
    for _ in 1..<prices.count { block.advance() }
    #expect(block.outcome(0) == block.outcome(255))
    return block.outcome(0)
  }

  private static func constant(_ leverage: Double, band: Double = 0, cost: Double = 0) -> Strategy {
    Strategy(rebalancing: Strategy.Rebalancing(leverage: leverage, band: band), tradeCost: cost)
  }

  private static func stop(at ratio: Double, slippage: Double = 0) -> Strategy {
    Strategy(stop: .price(ratio: ratio), tradeCost: slippage)
  }

  /// Equity, of $100 at the start, at 2x.
  @Test(arguments: [
    ([100.0, 80, 100], 90.0, 100.0), ([100, 110, 121], 144, 142), ([100, 80], 60, 60), ([100, 120], 140, 140),
  ])
  func `constant leverage buys high and sells low`(prices: [Double], rebalanced: Double, held: Double) {
    let model = Self.loop(leverage: 2)
    #expect(abs(Self.outcome(model, .hold, prices: prices).equity - held) < 1e-10)
    #expect(abs(Self.outcome(model, Self.constant(2), prices: prices).equity - rebalanced) < 1e-10)
  }

  @Test func `after a fall by a fifth 2x has become 2.67x, and its health factor 1.32`() {
    var block = PositionBlock(
      model: Self.loop(leverage: 2), strategy: .hold, stepYears: 1, returns: ScriptedReturns(prices: [100, 80]))
    block.advance()
    #expect(abs(160 / block.equity(0) - 8 / 3.0) < 1e-12)
    #expect(abs(block.healthFactor(0) - 1.32) < 1e-12)
    var rebalanced = PositionBlock(
      model: Self.loop(leverage: 2), strategy: Self.constant(2), stepYears: 1,
      returns: ScriptedReturns(prices: [100, 80]))
    rebalanced.advance()
    #expect(abs(rebalanced.healthFactor(0) - 1.65) < 1e-12)
    #expect(abs(rebalanced.priceRatio(0) - 0.8) < 1e-12)
  }

  @Test func `a band spares trades`() {
    let prices = [100.0, 101, 103, 99, 115, 108, 80]
    let always = Self.outcome(Self.loop(leverage: 2), Self.constant(2, cost: 0.003), prices: prices)
    let seldom = Self.outcome(Self.loop(leverage: 2), Self.constant(2, band: 0.1, cost: 0.003), prices: prices)
    let never = Self.outcome(Self.loop(leverage: 2), Self.constant(2, band: 10, cost: 0.003), prices: prices)
    #expect(always.trades == 6 && seldom.trades == 2 && never.trades == 0)
    #expect(always.costs > seldom.costs && never.costs == 0)
    #expect(abs(never.equity - 60) < 1e-10)
  }

  @Test(arguments: [(2.0, 3.0), (3, 2), (2, 1)])
  func `a trade costs its share and leads to the leverage`(from: Double, to: Double) {
    let model = Self.loop(leverage: from)
    let block = PositionBlock(
      model: model, strategy: Self.constant(to, cost: 0.01), stepYears: 1, returns: ScriptedReturns([]))
    // What is traded: the change of the side that the cost does not touch.
    let equity = block.equity(0)
    let traded = to < from ? 100 * from - to * equity : to * equity - equity - (100 * from - 100)
    #expect(abs(equity - (100 - 0.01 * traded)) < 1e-10)
    #expect(abs(block.outcome(0).costs - 0.01 * traded) < 1e-10)
    #expect(block.outcome(0).trades == 1)
  }

  @Test func `a stop sells at the price of its step, not at its own`() {
    let held = Self.outcome(Self.loop(leverage: 2), Self.stop(at: 0.85), prices: [100, 86, 84, 100])
    #expect(held.ending == .stopped && held.step == 2 && held.trades == 1)
    #expect(abs(held.equity - 68) < 1e-10)
    let slipped = Self.outcome(Self.loop(leverage: 2), Self.stop(at: 0.85, slippage: 0.01), prices: [100, 86, 84, 100])
    #expect(abs(slipped.equity - 66.32) < 1e-10)
    #expect(abs(slipped.costs - 1.68) < 1e-10)
  }

  /// At 3x the threshold is reached after a fall by 19.2%, so a gap through both leaves it to the liquidators.
  @Test func `liquidators come before a stop that the price has jumped over`() {
    let gap = Self.outcome(Self.loop(leverage: 3), Self.stop(at: 0.85), prices: [100, 80])
    #expect(gap.ending == .liquidated && gap.trades == 0)
    #expect(abs(gap.equity - (240 - 200 - 10)) < 1e-10)
    #expect(Self.outcome(Self.loop(leverage: 3), Self.stop(at: 0.85), prices: [100, 84, 70]).ending == .stopped)
  }

  @Test func `a health factor stops a position too`() {
    let strategy = Strategy(stop: .healthFactor(1.1))
    let stopped = Self.outcome(Self.loop(leverage: 3), strategy, prices: [100, 90, 88, 50])
    // 264 × 0.825 ÷ 200 = 1.089
    #expect(stopped.ending == .stopped && stopped.step == 2)
    #expect(abs(stopped.equity - 64) < 1e-10)
  }

  @Test func `interest alone liquidates`() {
    // ln 1.2375 ÷ 0.4 of a year
    let model = Self.loop(leverage: 3, borrowRate: 0.4)
    let outcome = Self.outcome(
      model, .hold, prices: [Double](repeating: 100, count: 366))
    #expect(outcome.ending == .liquidated && outcome.step == 195)
  }

  @Test func `a short is liquidated and stopped by a rise`() {
    let short = Self.loop(leverage: 2, isShort: true)
    #expect(abs(Self.outcome(short, .hold, prices: [100, 80]).equity - 120) < 1e-10)
    #expect(Self.outcome(short, .hold, prices: [100, 166]).ending == .liquidated)
    let stopped = Self.outcome(short, Self.stop(at: 1.15, slippage: 0.01), prices: [100, 110, 120, 90])
    #expect(stopped.ending == .stopped && stopped.step == 2)
    // $120 are bought back, at a loss of 1%.
    #expect(abs(stopped.equity - (200 - 120 - 1.2)) < 1e-10)
    #expect(abs(Self.outcome(short, Self.constant(2), prices: [100, 80, 100]).equity - 90) < 1e-10)
  }

  @Test func `a gap takes all and no more`() {
    #expect(Self.outcome(Self.loop(leverage: 3), .hold, prices: [100, 30]).equity == 0)
    #expect(Self.outcome(Self.loop(leverage: 3), Self.stop(at: 0.85), prices: [100, 1e-200, 100]).equity == 0)
  }
}
