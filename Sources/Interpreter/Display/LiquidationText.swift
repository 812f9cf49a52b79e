import FixedPoint
import Lending
import Reports

/// Where liquidation is, in words.
enum LiquidationText {
  /// `liquidation when ETH falls to $1,600.00`; nil without debt.
  static func remark(_ position: Position) -> StyledText? {
    guard !position.debt.isZero, let liquidation = position.liquidation else { return nil }
    guard !liquidation.price.isZero else {
      return StyledText("no price of \(liquidation.symbol) alone leads to liquidation", .muted)
    }
    let price = price(liquidation)
    if position.isLiquidatable {
      return StyledText("liquidation price \(liquidation.symbol) \(price): crossed", .danger)
    }
    let verb = liquidation.isRise ? "rises" : "falls"
    let against = liquidation.against.map { " while \($0) stands still" } ?? ""
    return StyledText("liquidation when \(liquidation.symbol) \(verb) to \(price)\(against)", .muted)
  }

  /// The price at health factor 1, rounded towards danger.
  static func price(_ liquidation: Position.Liquidation) -> String {
    Display.price(liquidation.price, rounding: liquidation.isRise ? .down : .up)
  }
}
