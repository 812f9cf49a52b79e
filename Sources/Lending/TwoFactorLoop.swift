/// The limit of a loop that mints one asset against another and borrows the first against the minted one.
public struct TwoFactorLoop: Hashable, Sendable {
  /// All deposits: equity / (1 - mintRatio * borrowRatio).
  public let total: Double
  public let minted: Double
  public let borrowed: Double

  /// Throws `invalidInput` when each round would be as large as the one before it: mintRatio * borrowRatio >= 1.
  public init(equity: Double, mintRatio: Double, borrowRatio: Double) throws(LoopError) {
    let ratio = mintRatio * borrowRatio
    let share = difference(1, ratio)
    guard share > 0 else { throw .invalidInput }
    total = equity / share
    minted = mintRatio * total
    borrowed = ratio * total
  }
}
