/// Random paths of a price that is looked at in equal steps.
///
/// A path depends on the seed and its number alone. So the blocks can be computed in any order and on any number of threads,
/// and joined in their order they are the same bytes everywhere.
public struct PathSimulation: Hashable, Sendable {
  /// The level that ends a position, and how the price moves towards it.
  public let passage: FirstPassage
  /// The horizon.
  public let years: Double
  /// How often the price is looked at within it; at least 1.
  public let steps: Int
  public let seed: UInt64

  public init(passage: FirstPassage, years: Double, steps: Int, seed: UInt64) {
    self.passage = passage
    self.years = years
    self.steps = steps
    self.seed = seed
  }

  /// How many paths a block has; the last one may have fewer.
  public static let pathsPerBlock = PathBlock.lanes

  public static func blocks(of paths: Int) -> Int { (paths + pathsPerBlock - 1) / pathsPerBlock }

  /// The outcomes of one block, of at most so many paths.
  public func outcomes(ofBlock block: Int, atMost count: Int = pathsPerBlock) -> [PathOutcome] {
    let step = years / Double(steps)
    return PathBlock(
      drift: passage.drift * step, sigma: passage.volatility * step.squareRoot(), level: -passage.distance,
      steps: steps, seed: seed, path: UInt64(block * Self.pathsPerBlock)
    ).outcomes(count)
  }

  /// The outcomes of so many paths, in their order, computed on several threads.
  ///
  /// `goesOn` is asked from time to time, with the paths that are done; when it says no, the outcomes are those of the first
  /// paths, as many as were done.
  public func outcomes(
    of paths: Int, threads: Int = 1, while goesOn: (_ done: Int) -> Bool = { _ in true }
  ) -> [PathOutcome] {
    var outcomes: [PathOutcome] = []
    outcomes.reserveCapacity(paths)
    PathBlocks.run(
      paths: paths, threads: threads, while: goesOn, { self.outcomes(ofBlock: $0, atMost: $1) }, { outcomes += $0 })
    return outcomes
  }
}

extension Sequence<PathOutcome> {
  /// The share of paths that were below a level a distance away at some step: one run answers for every leverage.
  public func share(below distance: Double) -> Double {
    var (touching, all) = (0, 0)
    for outcome in self {
      all += 1
      if outcome.lowest < -distance { touching += 1 }
    }
    return all == 0 ? 0 : Double(touching) / Double(all)
  }
}
