/// Reaching a collateral ratio in one step with a flash loan, at an oracle price and at another price in the market.
///
/// Derived from the ratio after the step, collateral * oraclePrice = collateralRatio * debt (the parameters of Oasis'
/// multiply proxy actions).
public struct FlashLoop: Hashable, Sendable {
  /// The value of one unit of collateral to the protocol.
  public var oraclePrice: Double
  /// The price of a swap before slippage.
  public var marketPrice: Double
  /// Fraction by which the swap is worse than `marketPrice`.
  public var slippage: Double
  /// Fraction of the swapped amount.
  public var swapFee: Double
  /// Fraction of the flash loan.
  public var flashFee: Double
  /// Units.
  public var collateral: Double
  /// Value; negative is cash held.
  public var debt: Double

  public init(
    oraclePrice: Double, marketPrice: Double, slippage: Double, swapFee: Double, flashFee: Double,
    collateral: Double, debt: Double
  ) {
    self.oraclePrice = oraclePrice
    self.marketPrice = marketPrice
    self.slippage = slippage
    self.swapFee = swapFee
    self.flashFee = flashFee
    self.collateral = collateral
    self.debt = debt
  }

  /// A step's amounts and the position after it.
  public struct Step: Hashable, Sendable {
    /// The flash loan: drawn as new debt when opening, repaid debt when reducing.
    public let debtMoved: Double
    /// Units bought or sold.
    public let collateralMoved: Double
    public let totalCollateral: Double
    public let totalDebt: Double
    /// `totalDebt / (totalCollateral * oraclePrice)`; 0 without debt.
    public let ltv: Double

    init(debtMoved: Double, collateralMoved: Double, totalCollateral: Double, totalDebt: Double, oraclePrice: Double) {
      self.debtMoved = debtMoved
      self.collateralMoved = collateralMoved
      self.totalCollateral = totalCollateral
      self.totalDebt = totalDebt
      ltv = totalDebt == 0 ? 0 : totalDebt / (totalCollateral * oraclePrice)
    }
  }

  /// Borrows and buys collateral until collateral value / debt is `collateralRatio`, with own debt tokens added to the
  /// swap. Throws `unreachableTarget` when each borrowed unit adds more collateral than the ratio asks for, or when the
  /// ratio is already lower.
  public func open(toCollateralRatio collateralRatio: Double, deposit: Double = 0) throws(LoopError) -> Step {
    let price = marketPrice * (1 + slippage)
    let kept = 1 - swapFee
    let divisor = difference(price * collateralRatio * (1 + flashFee), oraclePrice * kept)
    guard divisor > 0 else { throw .unreachableTarget }
    let own = price * collateral * oraclePrice + oraclePrice * deposit * kept
    let drawn = difference(own, price * collateralRatio * debt) / divisor
    guard drawn >= 0 else { throw .unreachableTarget }
    let bought = (drawn + deposit) * kept / price
    return Step(
      debtMoved: drawn, collateralMoved: bought, totalCollateral: collateral + bought,
      totalDebt: difference(drawn * (1 + flashFee), -debt), oraclePrice: oraclePrice)
  }

  /// Sells collateral and repays until collateral value / debt is `collateralRatio`. Throws `unreachableTarget` when
  /// selling lowers the ratio, when it is already higher, or when more would be sold than there is.
  public func reduce(toCollateralRatio collateralRatio: Double) throws(LoopError) -> Step {
    let price = marketPrice * (1 - slippage)
    let cost = (1 + swapFee) * (1 + flashFee)
    let divisor = difference(oraclePrice * cost, price * collateralRatio)
    guard divisor < 0 else { throw .unreachableTarget }
    let repaid = price * difference(collateral * oraclePrice, collateralRatio * debt) / divisor
    let sold = repaid * cost / price
    let left = difference(collateral, sold)
    guard repaid >= 0, left >= 0 else { throw .unreachableTarget }
    return Step(
      debtMoved: repaid, collateralMoved: sold, totalCollateral: left, totalDebt: difference(debt, repaid),
      oraclePrice: oraclePrice)
  }
}
