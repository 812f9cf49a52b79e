/// A position carried along random paths by a strategy.
public struct PositionSimulation: Hashable, Sendable {
  public let process: PriceProcess
  public let model: EquityModel
  public let strategy: Strategy
  /// The horizon.
  public let years: Double
  /// How often the price is looked at within it, and something done; at least 1.
  public let steps: Int
  public let seed: UInt64

  public init(
    process: PriceProcess, model: EquityModel, strategy: Strategy, years: Double, steps: Int, seed: UInt64
  ) {
    self.process = process
    self.model = model
    self.strategy = strategy
    self.years = years
    self.steps = steps
    self.seed = seed
  }

  private func block(_ index: Int) -> PositionBlock {
    let stepYears = years / Double(steps)
    let path = UInt64(index * PathSimulation.pathsPerBlock)
    return PositionBlock(
      model: model, strategy: strategy, stepYears: stepYears,
      returns: process.returns(stepYears: stepYears, seed: seed, path: path))
  }

  /// The outcomes of one block, of at most so many paths.
  public func outcomes(ofBlock index: Int, atMost count: Int = PathSimulation.pathsPerBlock) -> [PositionOutcome] {
    var block = block(index)
    for _ in 0..<steps { block.advance() }
    return (0..<min(count, PositionBlock.lanes)).map { block.outcome($0) }
  }

  /// The equity of one block's paths at some moments: for each of `dates`, which are steps and ascend, that of each path.
  public func equities(
    ofBlock index: Int, atMost count: Int = PathSimulation.pathsPerBlock, dates: [Int]
  ) -> [[Float]] {
    var block = block(index)
    return dates.map { date in
      while block.step < date { block.advance() }
      return (0..<min(count, PositionBlock.lanes)).map { Float(block.equity($0)) }
    }
  }
}
