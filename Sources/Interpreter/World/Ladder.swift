public import FixedPoint
public import Markets

/// The rungs by which a position was built: the deposit, then one for each loop.
public struct Ladder: Equatable, Sendable {
  /// One loop: what was borrowed, what it bought, and what the account had then.
  public struct Rung: Equatable, Sendable {
    /// What was borrowed for this rung; nil for a deposit of one's own.
    public var borrowed: Holding?
    /// What was bought and deposited; nil for a deposit of one's own.
    public var bought: Holding?
    /// The account's balances after it.
    public var balances: Balances
  }

  public internal(set) var rungs: [Rung] = []

  /// The newest loop's loan as a share of the collateral before it, debts included: what the next loops converge by.
  public internal(set) var share: Rational?

  /// How many loops there are: rungs that were borrowed for.
  public var loops: Int { rungs.count { $0.borrowed != nil } }
}
