import FixedPoint
import Lending
import Markets

/// What swaps lost against the market price: to the pools' fees, and to the price giving way.
///
/// A pool that earlier trades have moved may also pay more than the market price; then the loss is a gain.
enum SwapCost {
  /// ` It cost $7.00 in fees and $12.34 in price impact.`, with a leading blank; empty when nothing was lost or gained.
  static func sentence(_ quote: SwapQuote?, in world: World) -> String {
    guard let quote else { return "" }
    let (fee, impact) = world.tradingCost(of: quote)
    let isFree = fee.isBelowACent
    if impact.isBelowACent { return isFree ? "" : " It cost \(Display.dollars(fee, rounding: .up)) in fees." }
    if impact.isNegative {
      let gain = "the pool paid \(Display.dollars(impact.magnitude, rounding: .down)) more than the market price"
      return isFree
        ? " " + gain.prefix(1).uppercased() + gain.dropFirst() + "."
        : " It cost \(Display.dollars(fee, rounding: .up)) in fees; \(gain)."
    }
    let lost = "\(Display.dollars(impact, rounding: .up)) in price impact"
    return isFree ? " It cost \(lost)." : " It cost \(Display.dollars(fee, rounding: .up)) in fees and \(lost)."
  }

  /// ` The swaps cost $19.34 in fees and price impact.` for several swaps; empty when nothing was lost or gained.
  static func sentence(ofAll quotes: [SwapQuote?], in world: World) -> String {
    let total = quotes.compactMap { $0 }.reduce(Rational.zero) { sum, quote in
      let cost = world.tradingCost(of: quote)
      return (try? sum + cost.fee + cost.impact) ?? sum
    }
    if total.isBelowACent { return "" }
    return total.isNegative
      ? " The pools paid \(Display.dollars(total.magnitude, rounding: .down)) more than the market price."
      : " The swaps cost \(Display.dollars(total, rounding: .up)) in fees and price impact."
  }
}

extension Rational {
  /// Whether rounding alone can explain the amount of dollars.
  var isBelowACent: Bool {
    guard let cents = try? magnitude * 100 else { return false }
    return cents < 1
  }
}
