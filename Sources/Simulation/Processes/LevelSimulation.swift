/// Random paths of any process in equal steps, followed to one level or several.
public struct LevelSimulation: Hashable, Sendable {
  public let process: PriceProcess
  /// The horizon.
  public let years: Double
  /// How often the price is looked at within it; at least 1.
  public let steps: Int
  public let seed: UInt64
  /// How far the logarithm of the price has to move to each level: above 0 and ascending.
  public let distances: [Double]
  /// How fast the levels grow, per year, continuously compounded.
  public let levelGrowth: Double
  /// Whether the levels lie above the price.
  public let isRise: Bool

  public init(
    process: PriceProcess, years: Double, steps: Int, seed: UInt64, distances: [Double], levelGrowth: Double,
    isRise: Bool
  ) {
    self.process = process
    self.years = years
    self.steps = steps
    self.seed = seed
    self.distances = distances
    self.levelGrowth = levelGrowth
    self.isRise = isRise
  }

  /// For each level the outcomes of one block, of at most so many paths.
  public func outcomes(
    ofBlock block: Int, atMost count: Int = PathSimulation.pathsPerBlock
  ) -> [[PathOutcome]] {
    let stepYears = years / Double(steps)
    let path = UInt64(block * PathSimulation.pathsPerBlock)
    let paths = LevelBlock(
      returns: process.returns(stepYears: stepYears, seed: seed, path: path), steps: steps,
      growth: levelGrowth * stepYears, isRise: isRise, distances: distances)
    return distances.indices.map { level in
      (0..<min(count, PathSimulation.pathsPerBlock)).map { paths.outcome($0, level: level) }
    }
  }

  /// For each level the outcomes of so many paths, in their order, computed on several threads; fewer when `goesOn`, which is
  /// asked from time to time with the paths that are done, says no.
  public func outcomes(
    of paths: Int, threads: Int = 1, while goesOn: (_ done: Int) -> Bool = { _ in true }
  ) -> [[PathOutcome]] {
    var outcomes = [[PathOutcome]](repeating: [], count: distances.count)
    PathBlocks.run(
      paths: paths, threads: threads, while: goesOn, { self.outcomes(ofBlock: $0, atMost: $1) },
      { block in for (level, part) in block.enumerated() { outcomes[level] += part } })
    return outcomes
  }

  /// What became of one position for each level on so many paths; `models` are those of the levels.
  ///
  /// Each path is made once for all of them. Fewer paths when `goesOn` says no.
  public func samples(
    of paths: Int, models: [EquityModel], threads: Int = 1, while goesOn: (_ done: Int) -> Bool = { _ in true }
  ) -> [LevelSample] {
    var samples = [LevelSample](repeating: LevelSample(), count: models.count)
    PathBlocks.run(
      paths: paths, threads: threads, while: goesOn,
      { block, count in
        zip(self.outcomes(ofBlock: block, atMost: count), models).map { outcomes, model in
          LevelSample(
            equities: outcomes.map { model.equity(after: $0, years: self.years, steps: self.steps) },
            liquidated: outcomes.count { $0.crossingStep > 0 })
        }
      },
      { block in for (level, sample) in block.enumerated() { samples[level].append(sample) } })
    return samples
  }
}

/// What became of a position on many paths.
public struct LevelSample: Hashable, Sendable {
  /// At the end of each path, in dollars.
  public private(set) var equities: [Double] = []
  /// How many paths ended in a liquidation.
  public private(set) var liquidated = 0

  fileprivate mutating func append(_ sample: LevelSample) {
    equities += sample.equities
    liquidated += sample.liquidated
  }
}
