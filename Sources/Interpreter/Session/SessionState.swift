import FixedPoint
import Lending
import Markets

/// The figures of a session after a command, exact and as decimal text, for programs that read them.
public struct SessionState: Equatable, Sendable, Encodable {
  /// The health factor; `infinity` without debt.
  public var hf: String
  /// `infinity` when nothing of one's own is left.
  public var leverage: String
  public var ltv: String
  public var buffer: String
  public var equity: String
  public var collateral: String
  public var debt: String
  /// 0 when no price leads to liquidation.
  public var liquidationPrice: String
  public var day: String
  /// The oracle price of each asset.
  public var prices: [String: String]

  enum CodingKeys: String, CodingKey {
    case hf, leverage, ltv, buffer, equity, collateral, debt, day, prices
    case liquidationPrice = "liquidation_price"
  }

  public init(of world: World) {
    let position = world.position
    let text = { (name: String) in world.quantity(name, of: position)?.text ?? "0" }
    hf = text("hf")
    leverage = text("leverage")
    ltv = text("ltv")
    buffer = text("buffer")
    equity = text("equity")
    collateral = text("collateral")
    debt = text("debt")
    liquidationPrice = text("liquidation_price")
    day = text("day")
    prices = Dictionary(
      world.market.assets.map { ($0.asset.symbol.text, world.price(of: $0.asset.symbol).decimalText(places: 8)) },
      uniquingKeysWith: { first, _ in first })
  }
}
