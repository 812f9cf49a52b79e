public import FixedPoint

/// What an account has in a pool: scaled balances, which grow only when they are multiplied by a reserve's index.
///
/// A balance of 0 has no entry, so two accounts with the same balances are equal.
public struct Account: Hashable, Sendable {
  public internal(set) var scaledSupply: [Symbol: UInt256] = [:]
  public internal(set) var scaledDebt: [Symbol: UInt256] = [:]
  /// The efficiency mode's id; nil outside every mode.
  public internal(set) var efficiencyMode: Int?

  /// An account with nothing in it.
  public init() {}
}
