public import FixedPoint

/// A lending market with the rules of Aave v3.7: a value whose operations either succeed or throw a `LendingError` and
/// leave it equal to what it was.
///
/// Amounts are token units, prices base currency per whole token (1e8), times seconds. Every supply whose reserve has
/// a liquidation threshold is collateral. Interest is brought up to date for all reserves by `accrue(to:)`; the
/// operations happen at `time`.
public struct LendingPool: Equatable, Sendable {
  /// In the order in which they were listed.
  public internal(set) var reserves: [Reserve]
  public let efficiencyModes: [EfficiencyMode]
  /// Accounts that have or had a balance or chose an efficiency mode.
  public internal(set) var accounts: [AccountID: Account] = [:]
  /// The time of all indexes, in seconds.
  public internal(set) var time: UInt64

  /// A pool with nothing in it. Throws `duplicateAsset`, or `arithmetic` for rates that do not fit.
  public init(
    reserves listings: [Reserve.Listing], efficiencyModes: [EfficiencyMode], time: UInt64
  ) throws(LendingError) {
    var reserves: [Reserve] = []
    for listing in listings {
      guard !reserves.contains(where: { $0.symbol == listing.asset.symbol }) else {
        throw .duplicateAsset(listing.asset.symbol)
      }
      reserves.append(try exact { () throws(ArithmeticError) in try Reserve(listing, time: time) })
    }
    self.reserves = reserves
    self.efficiencyModes = efficiencyModes
    self.time = time
  }

  /// The reserve of an asset; throws `unknownAsset`.
  public func reserve(_ symbol: Symbol) throws(LendingError) -> Reserve {
    reserves[try position(of: symbol)]
  }

  /// What an account has supplied, with interest until now, in token units; 0 for an unknown account or asset, `.max` for a
  /// balance that has grown beyond a word.
  public func supplyBalance(of symbol: Symbol, account: AccountID) -> UInt256 {
    guard let scaled = accounts[account]?.scaledSupply[symbol], let place = try? position(of: symbol) else {
      return .zero
    }
    return reserves[place].balance(.supply, scaled: scaled)
  }

  /// What an account owes, with interest until now, in token units; 0 for an unknown account or asset, `.max` for a debt that has
  /// grown beyond a word.
  public func debtBalance(of symbol: Symbol, account: AccountID) -> UInt256 {
    guard let scaled = accounts[account]?.scaledDebt[symbol], let place = try? position(of: symbol) else {
      return .zero
    }
    return reserves[place].balance(.debt, scaled: scaled)
  }

  /// All that an account has supplied and owes, as by the two functions above, in the order of the reserves; balances of 0
  /// included where a scaled balance is worth less than a unit.
  public func balances(
    of account: AccountID
  ) -> (supplied: [(symbol: Symbol, amount: UInt256)], owed: [(symbol: Symbol, amount: UInt256)]) {
    guard let account = accounts[account] else { return ([], []) }
    return (balances(.supply, account.scaledSupply), balances(.debt, account.scaledDebt))
  }

  private func balances(
    _ side: ScaledBalance.Side, _ scaled: [Symbol: UInt256]
  ) -> [(symbol: Symbol, amount: UInt256)] {
    guard !scaled.isEmpty else { return [] }
    return reserves.indices.compactMap { place in
      let symbol = reserves[place].symbol
      return scaled[symbol].map { (symbol, reserves[place].balance(side, scaled: $0)) }
    }
  }

  /// Lets time pass: interest is added to every index, then every rate is set anew, as if somebody had touched each
  /// reserve. Throws `timeInThePast` or `arithmetic`.
  public mutating func accrue(to time: UInt64) throws(LendingError) {
    guard time >= self.time else { throw .timeInThePast(now: self.time, requested: time) }
    let now = time
    try transaction { (pool) throws(LendingError) in
      for position in pool.reserves.indices {
        try exact { () throws(ArithmeticError) in
          try pool.reserves[position].accrue(to: now)
          try pool.reserves[position].updateRates()
        }
      }
      pool.time = now
    }
  }

  /// Runs the body on a copy, which replaces the pool only when nothing was thrown.
  mutating func transaction<Result>(
    _ body: (inout LendingPool) throws(LendingError) -> Result
  ) throws(LendingError) -> Result {
    var next = self
    let result = try body(&next)
    self = next
    return result
  }

  func position(of symbol: Symbol) throws(LendingError) -> Int {
    guard let position = reserves.firstIndex(where: { $0.symbol == symbol }) else { throw .unknownAsset(symbol) }
    return position
  }
}

/// Runs exact arithmetic and reports its failure as the pool's.
func exact<Result>(_ body: () throws(ArithmeticError) -> Result) throws(LendingError) -> Result {
  do { return try body() } catch { throw .arithmetic(error) }
}
