/// How positions of a crowd are liquidated.
public struct CascadeRules: Hashable, Sendable {
  /// What is sold of a liquidated position.
  public enum Sale: Hashable, Sendable {
    /// All of its collateral: the position is closed.
    case collateral
    /// As much as is worth the debt and the bonus at the price that the protocol sees; the rest stays with the borrower.
    case debt
  }

  /// The liquidation threshold: a position's debt is this share of its collateral at its liquidation price.
  public let threshold: Double
  /// What liquidators get on top of what they repay, as a share of it.
  public let bonus: Double
  public let sale: Sale
  /// Whether liquidators leave a position alone when selling its collateral gets less than what they repay.
  public let isCareful: Bool
  /// Whether what liquidators leave alone is closed against the lenders, who take the collateral instead of a repayment.
  public let deleverages: Bool

  public init(
    threshold: Double, bonus: Double, sale: Sale = .collateral, isCareful: Bool = false, deleverages: Bool = false
  ) {
    self.threshold = threshold
    self.bonus = bonus
    self.sale = sale
    self.isCareful = isCareful || deleverages
    self.deleverages = deleverages
  }
}
