public import FixedPoint

/// One asset's side of a pool: its configuration, its indexes and rates, and its totals.
public struct Reserve: Hashable, Sendable {
  public let asset: Asset
  public let configuration: ReserveConfiguration
  /// What one scaled unit of supply has grown to; starts at 1.
  public internal(set) var liquidityIndex: Ray
  /// What one scaled unit of debt has grown to; starts at 1.
  public internal(set) var variableBorrowIndex: Ray
  /// The suppliers' yearly rate.
  public internal(set) var liquidityRate: Ray
  /// The borrowers' yearly rate.
  public internal(set) var variableBorrowRate: Ray
  /// The rates that do not follow the curve.
  public internal(set) var fixedRates = FixedRates()
  /// When the indexes were last brought up to date, in seconds.
  public internal(set) var lastUpdate: UInt64
  /// Scaled units of all accounts; the treasury's are in `accruedToTreasury`.
  public internal(set) var totalScaledSupply: UInt256 = .zero
  public internal(set) var totalScaledDebt: UInt256 = .zero
  /// Token units that can be paid out.
  public internal(set) var availableLiquidity: UInt256 = .zero
  /// Token units of debt that was written off.
  public internal(set) var deficit: UInt256 = .zero
  /// The treasury's claim from interest and fees, in scaled units of supply.
  public internal(set) var accruedToTreasury: UInt256 = .zero

  public var symbol: Symbol { asset.symbol }

  /// Token units supplied, with interest, rounded down as a balance is. Throws an `ArithmeticError`.
  public func totalSupply() throws(ArithmeticError) -> UInt256 {
    try ScaledBalance(.supply, scaled: totalScaledSupply).balance(at: liquidityIndex)
  }

  /// Token units owed, with interest, rounded up as a balance is. Throws an `ArithmeticError`.
  public func totalDebt() throws(ArithmeticError) -> UInt256 {
    try ScaledBalance(.debt, scaled: totalScaledDebt).balance(at: variableBorrowIndex)
  }

  /// Token units of a scaled balance, `.max` for one that has grown beyond a word.
  func balance(_ side: ScaledBalance.Side, scaled: UInt256) -> UInt256 {
    (try? ScaledBalance(side, scaled: scaled).balance(at: index(of: side))) ?? .max
  }

  /// Debt divided by debt and available liquidity, half up; 0 without debt. Throws an `ArithmeticError`.
  public func utilization() throws(ArithmeticError) -> Ray {
    let debt = try totalDebt()
    guard !debt.isZero else { return .zero }
    return Ray(try debt.divided(by: Ray(availableLiquidity + debt), rounding: .halfUp))
  }
}

extension Reserve {
  /// What a pool is made from: an asset and its configuration, with indexes that may already have grown.
  public struct Listing: Hashable, Sendable {
    public var asset: Asset
    public var configuration: ReserveConfiguration
    public var liquidityIndex: Ray
    public var variableBorrowIndex: Ray

    public init(
      asset: Asset, configuration: ReserveConfiguration, liquidityIndex: Ray = .one, variableBorrowIndex: Ray = .one
    ) {
      self.asset = asset
      self.configuration = configuration
      self.liquidityIndex = liquidityIndex
      self.variableBorrowIndex = variableBorrowIndex
    }
  }

  /// A reserve with nothing in it.
  init(_ listing: Listing, time: UInt64) throws(ArithmeticError) {
    asset = listing.asset
    configuration = listing.configuration
    liquidityIndex = listing.liquidityIndex
    variableBorrowIndex = listing.variableBorrowIndex
    liquidityRate = .zero
    variableBorrowRate = .zero
    lastUpdate = time
    try updateRates()
  }

  /// Sets both rates from the totals, as the protocol does at the end of every operation.
  mutating func updateRates() throws(ArithmeticError) {
    let debt = try totalDebt()
    (liquidityRate, variableBorrowRate) = try configuration.rateStrategy.rates(
      totalDebt: debt, availableLiquidity: availableLiquidity, unbacked: deficit,
      reserveFactor: configuration.reserveFactor)
    if let fixed = fixedRates.variableBorrowRate {
      variableBorrowRate = fixed
      liquidityRate = try TwoSlopeRateStrategy.liquidityRate(
        variableBorrowRate: fixed, totalDebt: debt, availableLiquidity: availableLiquidity, unbacked: deficit,
        reserveFactor: configuration.reserveFactor)
    }
    liquidityRate = fixedRates.liquidityRate ?? liquidityRate
  }

  /// Brings the indexes up to a time that is not before `lastUpdate`, and gives the treasury its share of the
  /// borrowers' interest. An index without anybody to pay, or without a rate, stays.
  mutating func accrue(to time: UInt64) throws(ArithmeticError) {
    let seconds = UInt256(time - lastUpdate)
    guard !seconds.isZero else { return }
    lastUpdate = time
    let borrowIndexBefore = variableBorrowIndex
    if liquidityRate != .zero {
      liquidityIndex = try Interest.normalizedIncome(index: liquidityIndex, rate: liquidityRate, seconds: seconds)
    }
    if !totalScaledDebt.isZero {
      variableBorrowIndex = try Interest.normalizedDebt(
        index: variableBorrowIndex, rate: variableBorrowRate, seconds: seconds)
    }
    let interest = try totalScaledDebt.multiplied(by: variableBorrowIndex - borrowIndexBefore, rounding: .down)
    let share = try interest.multiplied(by: configuration.reserveFactor, rounding: .halfUp)
    try accruedToTreasury += share.divided(by: liquidityIndex, rounding: .down)
  }
}
