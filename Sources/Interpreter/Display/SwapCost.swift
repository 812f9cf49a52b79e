import FixedPoint
import Lending
import Markets

/// What swaps lost against the market price: to the pools' fees, and to the price giving way.
///
/// A pool that earlier trades have moved may also pay more than the market price; then the loss is a gain.
enum SwapCost {
  /// ` It cost $7.00 in fees and $12.34 in price impact.`, with a leading blank; empty when nothing was lost or gained.
  static func sentence(_ quote: SwapQuote?, in world: World) -> String {
    guard let quote, let input = quote.route.first else { return "" }
    let fee = world.marketValue(of: quote.feeAmount, input)
    let impact = (try? loss(quote, in: world) - fee) ?? 0
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
    let total = quotes.compactMap { $0 }.reduce(Rational.zero) { (try? $0 + loss($1, in: world)) ?? $0 }
    if total.isBelowACent { return "" }
    return total.isNegative
      ? " The pools paid \(Display.dollars(total.magnitude, rounding: .down)) more than the market price."
      : " The swaps cost \(Display.dollars(total, rounding: .up)) in fees and price impact."
  }

  /// What was given less what was received, both at the market price, in dollars.
  private static func loss(_ quote: SwapQuote, in world: World) -> Rational {
    guard let input = quote.route.first, let output = quote.route.last else { return 0 }
    return (try? world.marketValue(of: quote.amountIn, input) - world.marketValue(of: quote.amountOut, output)) ?? 0
  }
}

extension Rational {
  /// Whether rounding alone can explain the amount of dollars.
  fileprivate var isBelowACent: Bool {
    guard let cents = try? magnitude * 100 else { return false }
    return cents < 1
  }
}
