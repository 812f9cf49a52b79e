/// How one path went, measured by the logarithm of the price less that of the moving level, from 0 at the start.
///
/// For a level above the price, as a short has it, all signs are turned over.
public struct PathOutcome: Hashable, Sendable {
  /// Where the path ended.
  public let last: Double
  /// The lowest value at any step, 0 if none was below: what decides for every leverage at once.
  public let lowest: Double
  /// The value at the first step below the level; 0 without one.
  public let crossing: Double
  /// The number of that step, from 1 on; 0 without one.
  public let crossingStep: Int
}
