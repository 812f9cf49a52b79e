public import Simulation

/// One round of the game with a chosen leverage: what is to be expected of it.
///
/// With an equity of 1 it holds the leverage in the asset and owes the leverage less 1; below a leverage of 1 there is no
/// debt, and the rest is idle cash. Results are multiples of the equity before the round.
public struct LeveragedRound: Hashable, Sendable {
  public let game: LeverageGame
  /// From 0 and below the game's limit.
  public let leverage: Double

  /// Throws when the leverage is below 0 or so high that the position is liquidated at once.
  public init(game: LeverageGame, leverage: Double) throws(LeverageGameError) {
    guard leverage >= 0 else { throw .notALeverage(leverage) }
    self.init(unchecked: leverage, in: game)
    guard liquidationRatio < 1 else {
      throw .liquidatedAtOnce(leverage: leverage, limit: game.leverageLimit)
    }
  }

  /// For a leverage that is known to be in the range.
  init(unchecked leverage: Double, in game: LeverageGame) {
    self.game = game
    self.leverage = leverage
  }

  /// In units of the equity.
  public var debt: Double { max(0, leverage - 1) }

  /// The price of liquidation as a ratio to the price before the round: (1 - 1/L) ÷ liquidation threshold; 0 without debt.
  public var liquidationRatio: Double {
    leverage > 1 ? (1 - 1 / leverage) / game.liquidationThreshold : 0
  }

  /// By how much the price may fall until liquidation, as a fraction; nil without debt.
  public var buffer: Double? { leverage > 1 ? 1 - liquidationRatio : nil }

  /// The buffer in standard deviations of a round, -ln(1 - buffer) ÷ σ; nil without debt.
  public var bufferSigmas: Double? { liquidation?.sigmas(years: game.roundLength) }

  /// The way of the price to liquidation; nil without debt.
  public var liquidation: FirstPassage? {
    leverage > 1 ? FirstPassage(to: liquidationRatio, of: game.process) : nil
  }

  /// What a liquidation leaves: the collateral at the touched price, less the debt and the penalty on it, which is
  /// debt × (1 ÷ liquidation threshold - 1 - penalty), and not below 0. 1 without debt.
  public var liquidatedEquity: Double {
    leverage > 1 ? max(0, debt * (1 / game.liquidationThreshold - 1 - game.penalty)) : 1
  }

  /// What a round leaves that was not liquidated, at the logarithm of the price's ratio: 1 + L (e^x - 1).
  public func equity(atLogReturn logReturn: Double) -> Double { 1 + leverage * (exponential(logReturn) - 1) }

  /// The chance that the round ends in a liquidation.
  public var liquidationChance: Double { liquidation?.touchProbability(years: game.roundLength) ?? 0 }

  /// The chance of at least one liquidation in so many rounds.
  public func liquidationChance(rounds: Int) -> Double {
    // 1 - (1 - p)^n, with its digits where p is small.
    let chance = liquidationChance
    guard chance < 1 else { return rounds > 0 ? 1 : 0 }
    return (0..<rounds).reduce(0) { soFar, _ in soFar + (1 - soFar) * chance }
  }

  /// The mean of the equity after the round, less 1.
  public var meanReturn: Double {
    let survivors = survivorsExpectation { equity(atLogReturn: $0) }
    let liquidated = liquidationChance * liquidatedEquity
    return survivors + liquidated - 1
  }

  /// The mean of the logarithm of the equity after the round; minus infinity if a liquidation can leave nothing.
  public var growth: Double {
    let survivors = survivorsExpectation { naturalLogarithm(equity(atLogReturn: $0)) }
    let chance = liquidationChance
    return chance > 0 ? survivors + chance * naturalLogarithm(liquidatedEquity) : survivors
  }

  /// The mean growth of the logarithm in a year.
  public var yearlyGrowth: Double { growth * game.roundsPerYear }

  /// The multiple of the equity after so many rounds at this leverage whose logarithm is the expected one; close to the
  /// median, and far below the mean.
  public func typicalMultiple(rounds: Int) -> Double { exponential(Double(rounds) * growth) }

  /// The expectation of a function of the log return over the rounds without liquidation (0 counts for the others), to
  /// about 1e-13.
  ///
  /// By quadrature over the joint law of the end x and of no touch of the level β < 0, which the reflection principle
  /// gives: φ((x - ν) ÷ σ) ÷ σ × (1 - exp(-2 β (β - x) ÷ σ²)) for x above β (Borodin and Salminen, Handbook of Brownian
  /// Motion, part II, 2.1.2.8).
  private func survivorsExpectation(_ function: (Double) -> Double) -> Double {
    let (sigma, mean) = (game.sigma, game.meanLogReturn)
    let level = leverage > 1 ? naturalLogarithm(liquidationRatio) : -.infinity
    // Beyond twelve deviations lies less than 1e-32.
    let reach = 12 * sigma
    let low = max(level, mean - reach)
    guard low < mean + reach else { return 0 }
    let scale = 1 / (sigma * Self.rootOfTurn)
    return Quadrature.integral(from: low, to: mean + reach, panels: 48) { x in
      let deviations = (x - mean) / sigma
      let density = exponential(-deviations * deviations / 2) * scale
      let untouched = leverage > 1 ? 1 - exponential(-2 * level * (level - x) / (sigma * sigma)) : 1
      return density * untouched * function(x)
    }
  }

  /// √(2π).
  private static let rootOfTurn = 2.506_628_274_631_000_5
}
