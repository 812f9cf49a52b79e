import Simulation

/// Random paths of a loop, with its equity at the end of each: the work with which simulators of leverage are compared.
struct SimulatedWork {
  private let paths: Int
  private let threads: Int
  private let rounds: Int
  private let leverage: Double
  private let steps: Int
  private let years: Double

  /// Reads `daily|hourly PATHS THREADS ROUNDS`.
  init?(_ words: [String]) {
    guard words.count == 4, let paths = Int(words[1]), let threads = Int(words[2]), let rounds = Int(words[3]) else {
      return nil
    }
    (self.paths, self.threads, self.rounds) = (paths, threads, rounds)
    switch words[0] {
    case "daily": (leverage, steps, years) = (2, 365, 1)
    case "hourly": (leverage, steps, years) = (3, 720, 30 / 365.0)
    default: return nil
    }
  }

  /// `seconds 0.0512 liquidated 0.598770 quantiles 0.0936 0.1518 4.4213`
  var measured: String {
    let loop = LeveragedLoop(leverage: leverage, liquidationThreshold: 0.83, borrowRate: 0.05, supplyRate: 0.02)
    let passage = loop.liquidation(by: GeometricBrownianMotion(volatility: 0.75, meanDrift: 0.05))
    let model = EquityModel(
      items: [
        .init(value: leverage, rate: 0.02, followsPrice: true),
        .init(value: 1 - leverage, rate: 0.05, followsPrice: false),
      ], penalty: 0.05, levelGrowth: 0.03, isRise: false)
    var best = Double.infinity
    var result = ""
    for round in 0..<rounds {
      let start = ContinuousClock.now
      let simulation = PathSimulation(passage: passage, years: years, steps: steps, seed: UInt64(round + 1))
      let outcomes = simulation.outcomes(of: paths, threads: threads)
      let equity = Distribution(outcomes.map { model.equity(after: $0, years: years, steps: steps) })
      let quantiles = [0.05, 0.5, 0.95].map { "\(equity.quantile($0))" }.joined(separator: " ")
      result = "liquidated \(outcomes.share(below: passage.distance)) quantiles \(quantiles)"
      best = min(best, (ContinuousClock.now - start) / .seconds(1))
    }
    return "seconds \(best) \(result)"
  }
}
