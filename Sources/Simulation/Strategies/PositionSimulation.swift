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

  /// The outcomes of so many paths, in their order, computed on several threads; fewer when `goesOn`, which is asked from
  /// time to time with the paths that are done, says no.
  public func outcomes(
    of paths: Int, threads: Int = 1, while goesOn: (_ done: Int) -> Bool = { _ in true }
  ) -> [PositionOutcome] {
    var outcomes: [PositionOutcome] = []
    outcomes.reserveCapacity(paths)
    PathBlocks.run(
      paths: paths, threads: threads, while: goesOn, { self.outcomes(ofBlock: $0, atMost: $1) }, { outcomes += $0 })
    return outcomes
  }

  /// How the equity of the first so many paths spreads over time: its quantiles for `shares`.
  public func fan(of paths: Int, threads: Int = 1, shares: [Double]) -> EquityFan {
    let dates = EquityFan.dates(steps: steps)
    var equities = [[Float]](repeating: [], count: dates.count)
    PathBlocks.run(
      paths: paths, threads: threads, while: { _ in true },
      { self.equities(ofBlock: $0, atMost: $1, dates: dates) },
      { block in for (date, part) in block.enumerated() { equities[date] += part } })
    return EquityFan(dates: dates, equities: equities, shares: shares)
  }
}
