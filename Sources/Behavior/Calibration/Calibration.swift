import Simulation

/// How well a player's price intervals held what happened, and how wide they were.
public struct Calibration: Hashable, Sendable {
  public let game: LeverageGame
  /// What the intervals were asked for: 0.9 for nine of ten.
  public let confidence: Double
  /// Intervals and the prices that came, as ratios to the price before the round.
  public let forecasts: [Forecast]

  /// An interval and what came.
  public struct Forecast: Hashable, Sendable {
    public let interval: PriceInterval
    public let price: Double

    public init(interval: PriceInterval, price: Double) {
      self.interval = interval
      self.price = price
    }
  }

  public init(_ forecasts: [Forecast], in game: LeverageGame, confidence: Double = 0.9) {
    self.game = game
    self.confidence = confidence
    self.forecasts = forecasts
  }

  /// The rounds for which an interval was stated.
  public init(_ records: [RoundRecord], in game: LeverageGame, confidence: Double = 0.9) {
    let forecasts = records.compactMap { record in
      record.choice.interval.map { Forecast(interval: $0, price: record.roundReturn.priceRatio) }
    }
    self.init(forecasts, in: game, confidence: confidence)
  }

  /// How many intervals held the price.
  public var hits: Int { forecasts.count { $0.interval.contains($0.price) } }

  /// How many of a calibrated player's would, on average.
  public var expectedHits: Double { calibrated.mean }

  /// The chance that a calibrated player has as few hits or fewer.
  public var chanceOfSoFewHits: Double { calibrated.probability(ofAtMost: hits) }

  /// The volatility that the intervals' widths imply, as a share of the game's: the median of
  /// ln(high ÷ low) ÷ (2 z σ), with z = 1.645 for a confidence of 0.9. 1 for the true interval; nil without intervals.
  public var volatilityRatio: Double? {
    let width = 2 * NormalDistribution.quantile(0.5 + confidence / 2) * game.sigma
    let ratios = forecasts.map { naturalLogarithm($0.interval.high / $0.interval.low) / width }.sorted()
    guard !ratios.isEmpty else { return nil }
    return (ratios[(ratios.count - 1) / 2] + ratios[ratios.count / 2]) / 2
  }

  /// The mean score of the intervals, as price ratios: width + 2 ÷ (1 - confidence) × the distance by which the price
  /// missed; the smaller, the better, and the true interval's is the smallest to be expected of any. Nil without intervals.
  ///
  /// Source: R. L. Winkler, A decision-theoretic approach to interval estimation, 1972.
  public var winklerScore: Double? { meanScore { $0.interval } }

  /// The score of the true interval in the same rounds.
  public var trueWinklerScore: Double? {
    let interval = game.interval(confidence: confidence)
    return meanScore { _ in interval }
  }

  private var calibrated: BinomialDistribution {
    BinomialDistribution(tries: forecasts.count, probability: confidence)
  }

  private func meanScore(_ interval: (Forecast) -> PriceInterval) -> Double? {
    guard !forecasts.isEmpty else { return nil }
    let penalty = 2 / (1 - confidence)
    return forecasts.map { forecast in
      let interval = interval(forecast)
      return interval.high - interval.low + penalty * interval.distance(to: forecast.price)
    }.mean
  }
}
