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
}
