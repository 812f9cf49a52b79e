import Behavior
import Simulation
import Testing

/// What is to be expected of a round, with the figures of the lesson on behaviour.
struct LeveragedRoundTests {
  private static let game = LeverageGame()

  /// A row of the lesson's table: percentages as they are printed there.
  struct Row: Sendable {
    let leverage: Double
    let sigmas: Double?
    let yearlyGrowth: Double
    let mean: Double
    let chance: Double
  }

  @Test(arguments: [
    Row(leverage: 1, sigmas: nil, yearlyGrowth: 64, mean: 1.9, chance: 0),
    Row(leverage: 1.5, sigmas: 8.18, yearlyGrowth: 72, mean: 2.8, chance: 0),
    Row(leverage: 2, sigmas: 4.52, yearlyGrowth: 63, mean: 3.7, chance: 0),
    Row(leverage: 2.5, sigmas: 2.87, yearlyGrowth: 31, mean: 4.6, chance: 0.3),
    Row(leverage: 3, sigmas: 1.92, yearlyGrowth: -72, mean: 5.1, chance: 4.4),
    Row(leverage: 4, sigmas: 0.86, yearlyGrowth: -585, mean: 0.9, chance: 35.3),
    Row(leverage: 5, sigmas: 0.28, yearlyGrowth: -1133, mean: -11.3, chance: 75.7),
  ])
  func `the table of the lesson`(row: Row) throws {
    let round = try Self.game.round(at: row.leverage)
    #expect(round.bufferSigmas.map { rounded($0, 2) } == row.sigmas)
    #expect(rounded(100 * round.yearlyGrowth, 0) == row.yearlyGrowth)
    #expect(rounded(100 * round.meanReturn, 1) == row.mean)
    #expect(rounded(100 * round.liquidationChance, 1) == row.chance)
  }

  @Test(arguments: [(1.5, 1.74, 0.0), (3, 0.58, 83), (2.5, 1.27, 11)])
  func `forty rounds`(leverage: Double, multiple: Double, chance: Double) throws {
    let round = try Self.game.round(at: leverage)
    #expect(rounded(round.typicalMultiple(rounds: 40), 2) == multiple)
    #expect(rounded(100 * round.liquidationChance(rounds: 40), 0) == chance)
  }

  /// Against quadrature with 30 digits.
  @Test(arguments: [
    (0.5, 0.007_687_662_284_048_210_5, 0.009_290_742_759_956_267, 0),
    (1, 0.012_273_972_602_739_726, 0.018_581_485_519_912_534, 0),
    (1.5, 0.013_786_387_634_877_631, 0.027_872_228_279_868_799, 1.140_461_010_777_491_9e-16),
    (2.5, 0.005_931_575_354_012_800_8, 0.046_218_345_620_916_79, 0.002_928_432_084_457_441_3),
    (3, -0.013_785_632_125_204_248, 0.050_846_203_021_287_021, 0.043_782_449_229_161_604),
    (5.5, -0.255_619_406_387_416_92, -0.196_544_288_312_125_62, 0.932_187_402_346_593_52),
  ])
  func `growth, mean and chance to thirteen digits`(
    leverage: Double, growth: Double, mean: Double, chance: Double
  ) throws {
    let round = try Self.game.round(at: leverage)
    #expect(abs(round.growth - growth) < 1e-13)
    #expect(abs(round.meanReturn - mean) < 1e-13)
    #expect(abs(round.liquidationChance - chance) <= 1e-11 * chance)
  }

  @Test func `another game, monthly and falling`() throws {
    let round = try LeverageGame(volatility: 0.5, drift: -0.3, roundsPerYear: 12).round(at: 2)
    #expect(abs(round.growth + 0.097_737_415_750_575_658) < 1e-13)
    #expect(abs(round.meanReturn + 0.049_435_278_006_776_969) < 1e-13)
    #expect(abs(round.liquidationChance / 0.001_189_817_297_335_085_1 - 1) < 1e-11)
  }

  /// The closed form of a loop's surviving collateral is another way to the mean.
  @Test(arguments: [1.01, 1.7, 2.4, 3.3, 4.6, 5.7])
  func `the mean is that of the closed form`(leverage: Double) throws {
    let round = try Self.game.round(at: leverage)
    let loop = LeveragedLoop(leverage: leverage, liquidationThreshold: Self.game.liquidationThreshold)
    let collateral = loop.survivingCollateral(by: Self.game.process, years: Self.game.roundLength)
    let chance = round.liquidationChance
    let survivors = leverage * collateral - (leverage - 1) * (1 - chance)
    #expect(abs(round.meanReturn - (survivors + chance * round.liquidatedEquity - 1)) < 1e-12)
  }

  @Test func `a liquidation leaves the collateral at that price less debt and penalty`() throws {
    let round = try Self.game.round(at: 3)
    let collateral = 3 * round.liquidationRatio
    #expect(abs(round.liquidatedEquity - (collateral - 2 - 0.05 * 2)) < 1e-15)
    #expect(try LeverageGame(penalty: 0.3).round(at: 3).liquidatedEquity == 0)
    #expect(try LeverageGame(penalty: 0.3).round(at: 3).growth == -.infinity)
    #expect(try LeverageGame(penalty: 0.3).round(at: 3).typicalMultiple(rounds: 40) == 0)
  }

  @Test(arguments: [0, 0.5, 1])
  func `without debt there is nothing to liquidate`(leverage: Double) throws {
    let round = try Self.game.round(at: leverage)
    #expect(round.buffer == nil && round.bufferSigmas == nil && round.liquidation == nil)
    #expect(round.debt == 0 && round.liquidatedEquity == 1 && round.liquidationRatio == 0)
    #expect(round.liquidationChance == 0 && round.liquidationChance(rounds: 1_000) == 0)
  }

  @Test func `buffers and chances at the edge`() throws {
    #expect(try Self.game.round(at: 2).buffer.map { rounded($0, 6) } == 0.393_939)
    let edge = try Self.game.round(at: Self.game.leverageLimit * (1 - 1e-12))
    #expect(edge.liquidationChance > 0.999_999_99 && edge.liquidationChance(rounds: 0) == 0)
    #expect(edge.growth.isFinite && abs(edge.meanReturn - (edge.liquidatedEquity - 1)) < 1e-6)
  }
}
