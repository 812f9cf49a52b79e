import Simulation

/// What became of a position on many paths.
struct SimulationResult {
  /// How many paths were done.
  let paths: Int
  /// At the end of each path.
  let equity: Distribution
  /// Shares of the paths.
  let liquidated: Double
  let stopped: Double
  /// Trades of a path on average, and the dollars that they lost.
  let trades: Double
  let costs: Double
  /// The paths themselves, whose lowest points decide for every leverage; nil when a strategy changes the leverage.
  let outcomes: [PathOutcome]?

  /// Of a position that was held.
  init(_ outcomes: [PathOutcome], _ model: EquityModel, years: Double, steps: Int) {
    paths = outcomes.count
    equity = Distribution(outcomes.map { model.equity(after: $0, years: years, steps: steps) })
    liquidated = Self.share(outcomes) { $0.crossingStep > 0 }
    (stopped, trades, costs) = (0, 0, 0)
    self.outcomes = outcomes
  }

  /// Of a position that followed a strategy.
  init(_ outcomes: [PositionOutcome]) {
    paths = outcomes.count
    equity = Distribution(outcomes.map(\.equity))
    liquidated = Self.share(outcomes) { $0.ending == .liquidated }
    stopped = Self.share(outcomes) { $0.ending == .stopped }
    trades = Double(outcomes.reduce(0) { $0 + $1.trades }) / Double(max(1, outcomes.count))
    costs = outcomes.reduce(0) { $0 + $1.costs } / Double(max(1, outcomes.count))
    self.outcomes = nil
  }

  private static func share<Outcome>(_ outcomes: [Outcome], where isCounted: (Outcome) -> Bool) -> Double {
    Double(outcomes.count(where: isCounted)) / Double(max(1, outcomes.count))
  }
}
