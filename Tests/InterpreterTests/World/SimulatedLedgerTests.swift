import FixedPoint
import Lending
import TestSupport
import Testing

@testable import Interpreter
@testable import Simulation

/// The kernels of simulations against the exact ledger: random positions along random prices.
struct SimulatedLedgerTests {
  /// Returns that lead from price to price, the same for all paths of a block.
  @safe private final class Script: StepReturns {
    private var moves: ArraySlice<Double>

    init(prices: [Double]) {
      let logarithms = prices.map(naturalLogarithm)
      moves = zip(logarithms.dropFirst(), logarithms).map { $0 - $1 }[...]
    }

    func fill(_ returns: UnsafeMutablePointer<Double>) {
      let move = moves.removeFirst()
      for lane in 0..<LaneWords.lanes { unsafe returns[lane] = move }
    }
  }

  /// A position of a random kind and the prices that it meets, day by day.
  private struct Scenario {
    let lines: String
    var world: World
    let prices: [Rational]
    let model: EquityModel
    let path: LiquidationPath

    init(_ generator: inout SeededGenerator) throws {
      func percent(_ range: ClosedRange<Int>) -> String {
        "\(Int.random(in: range, using: &generator)).\(Int.random(in: 0...99, using: &generator))%"
      }
      var lines =
        "keepers off; rate ETH \(percent(0...20)); rate ETH supply \(percent(0...9)); rate USDC \(percent(0...40)); "
        + "rate USDC supply \(percent(0...9)); "
      switch Int.random(in: 0...2, using: &generator) {
      case 0:
        let leverage = Int.random(in: 150...440, using: &generator)
        lines += "deposit \(percent(50...99)) ETH; loop to (\(leverage)/100)x"
      case 1:
        lines += "swap max ETH to USDC; deposit max USDC; borrow \(percent(30...78)) ETH"
      default:
        lines += "deposit \(percent(60...85)) ETH; swap max ETH to USDC; deposit max USDC; "
        lines += "borrow \(percent(45...64)) USDC; borrow \(percent(66...76)) ETH"
      }
      var session = try ClassroomSession.make()
      let (output, succeeded) = session.output(of: lines)
      try #require(succeeded, "\(lines)\n\(output)")
      self.lines = lines
      world = session.world
      var price = 2_000.0
      let drift = Double.random(in: -0.015...0.015, using: &generator)
      prices = try (0...Int.random(in: 5...60, using: &generator)).map { day in
        if day > 0 { price *= exponential(Double.random(in: -0.06...0.06, using: &generator) + drift) }
        return try Rational(UInt256(UInt64(price * 1e8)), over: 100_000_000)
      }
      path = try LiquidationPath(in: world, under: .usual, namesVolatility: true, command: "simulate")
      model = world.equityModel(
        of: path.position, liquidation: path.liquidation, levelGrowth: path.levelGrowth)
    }

    var steps: Int { prices.count - 1 }
    var script: Script { Script(prices: prices.map(\.doubleValue)) }

    /// Lets a day pass and the price move, without keepers.
    mutating func advance(to day: Int) throws {
      world.keepersAreOn = false
      _ = try world.wait(World.secondsPerDay)
      try world.setPrice(of: "ETH", to: prices[day])
    }
  }

  private static func isNear(_ kernel: Double, _ ledger: Double) -> Bool { abs(kernel - ledger) <= 1e-9 * abs(ledger) }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `equity, health factor and the day of liquidation are those of the ledger`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var scenario = try Scenario(&generator)
    let comment = Comment(rawValue: "\(generator): \(scenario.lines)")
    var block = PositionBlock(
      model: scenario.model, strategy: .hold, stepYears: 1 / 365.0, returns: scenario.script)
    var liquidationDay = 0
    for day in 1...scenario.steps {
      try scenario.advance(to: day)
      block.advance()
      let position = scenario.world.position
      #expect(Self.isNear(block.priceRatio(0), scenario.prices[day].doubleValue / 2_000), comment)
      if position.isLiquidatable {
        liquidationDay = day
        // What the penalty leaves of the equity that the ledger has at this step.
        let left = position.equity.doubleValue - 0.05 * position.debt.doubleValue
        #expect(abs(block.equity(0) - max(0, left)) <= 1e-9 * position.collateral.doubleValue, comment)
        break
      }
      guard case .exact(let factor) = position.healthFactor else { continue }
      #expect(Self.isNear(block.healthFactor(0), factor.doubleValue), comment)
      #expect(Self.isNear(block.equity(0), position.equity.doubleValue), comment)
    }
    #expect(block.outcome(0).step == liquidationDay, comment)
    #expect((block.outcome(0).ending == .liquidated) == (liquidationDay > 0), comment)
  }

  /// The kernel that holds follows one moving level, which is exact for one collateral and one debt.
  @Test(arguments: 101...140 as ClosedRange<UInt64>)
  func `the running minimum finds the ledger's day too`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var scenario = try Scenario(&generator)
    guard scenario.model.items.count == 2 else { return }
    let comment = Comment(rawValue: "\(generator): \(scenario.lines)")
    let paths = LevelBlock(
      returns: scenario.script, steps: scenario.steps, growth: scenario.path.levelGrowth / 365,
      isRise: scenario.path.liquidation.isRise, distances: [scenario.path.passage.distance])
    let outcome = paths.outcome(0, level: 0)
    var liquidationDay = 0
    for day in 1...scenario.steps where liquidationDay == 0 {
      try scenario.advance(to: day)
      if scenario.world.position.isLiquidatable { liquidationDay = day }
    }
    #expect(outcome.crossingStep == liquidationDay, comment)
    let position = scenario.world.position
    let left = position.equity.doubleValue - (liquidationDay > 0 ? 0.05 * position.debt.doubleValue : 0)
    let equity = scenario.model.equity(
      after: outcome, years: Double(scenario.steps) / 365, steps: scenario.steps)
    #expect(abs(equity - max(0, left)) <= 1e-9 * position.collateral.doubleValue, comment)
  }

  /// With keepers the ledger sells on the same day; where it sells all, what is left is what the kernel says.
  @Test(arguments: 201...240 as ClosedRange<UInt64>)
  func `keepers come on the day of the kernel`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var scenario = try Scenario(&generator)
    let comment = Comment(rawValue: "\(generator): \(scenario.lines)")
    var block = PositionBlock(
      model: scenario.model, strategy: .hold, stepYears: 1 / 365.0, returns: scenario.script)
    for day in 1...scenario.steps {
      try scenario.advance(to: day)
      block.advance()
      scenario.world.keepersAreOn = true
      guard let event = scenario.world.settleKeepers().events.first else {
        #expect(block.outcome(0).ending == .held, comment)
        continue
      }
      #expect(block.outcome(0).step == day, comment)
      if event.closeFactor == .hundredPercent, scenario.model.items.count == 2 {
        #expect(abs(block.equity(0) - event.equityAfter.doubleValue) <= 1e-9 * 20_000, comment)
      }
      return
    }
  }
}
