import FixedPoint
import Lending
import Markets

/// The way of an asset's price along a history, from an entry on.
///
/// The file's price at the close of the entry counts as the price that the asset had there, and from then on the price moves
/// by the file's ratios.
struct PriceTrack: Equatable, Sendable {
  /// How the history was named.
  let name: String
  let history: PriceHistory
  let symbol: Symbol
  /// The bar at whose close the way begins.
  let entry: Int
  /// The market price there, in units of the ledger.
  private let anchor: UInt256

  /// The way that begins at today's price.
  init(_ name: String, _ history: PriceHistory, of symbol: Symbol, from entry: Int, in world: World) {
    (self.name, self.history, self.symbol, self.entry) = (name, history, symbol, entry)
    anchor = world.feeds.market[symbol] ?? .one
  }

  var last: Int { history.count - 1 }

  /// What a price of the file stands for, in units of the ledger: to the nearest, and never 0.
  func units(_ price: Double) -> UInt256 {
    let units = (anchor.doubleValue * (price / history.closes[entry])).rounded()
    // Anchors and ratios are at most 10^20 and 10^24.
    guard units < 0x1p127 else { return UInt256(UInt128(0x1p127)) }
    return price == history.closes[entry] ? anchor : max(.one, UInt256(UInt128(units)))
  }

  /// What a price of the file stands for, in dollars.
  func price(_ price: Double) -> Rational { Self.dollars(units(price)) }

  /// The file's price that stands for dollars: for showing it.
  func filePrice(_ price: Rational) -> Double {
    price.doubleValue / Self.dollars(anchor).doubleValue * history.closes[entry]
  }

  static func dollars(_ units: UInt256) -> Rational {
    (try? Rational(units, over: World.unitsPerDollar)) ?? 0
  }
}
