public import FixedPoint

/// A group of assets whose prices move together, with looser limits for accounts that borrow only within it.
///
/// An account is in at most one mode. Collateral inside `collateral` then has the mode's limits and bonus; other
/// collateral keeps its reserve's. Only assets in `borrowable` may be borrowed.
public struct EfficiencyMode: Hashable, Sendable {
  public var id: Int
  public var label: String
  public var maxLTV: BasisPoints
  public var liquidationThreshold: BasisPoints
  /// 10100 is a bonus of 1 %.
  public var liquidationBonus: BasisPoints
  public var collateral: Set<Symbol>
  public var borrowable: Set<Symbol>

  public init(
    id: Int, label: String, maxLTV: BasisPoints, liquidationThreshold: BasisPoints, liquidationBonus: BasisPoints,
    collateral: Set<Symbol>, borrowable: Set<Symbol>
  ) {
    self.id = id
    self.label = label
    self.maxLTV = maxLTV
    self.liquidationThreshold = liquidationThreshold
    self.liquidationBonus = liquidationBonus
    self.collateral = collateral
    self.borrowable = borrowable
  }
}
