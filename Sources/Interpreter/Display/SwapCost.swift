import FixedPoint
import Lending
import Markets

/// What a swap lost to the pool's fee and to its own impact on the price.
enum SwapCost {
  /// ` It cost $7.00 in fees and $12.34 in price impact.`, with a leading blank; empty when it cost nothing or nothing was
  /// swapped.
  static func sentence(_ quote: SwapQuote?, in world: World) -> String {
    guard let quote, let input = quote.route.first, let output = quote.route.last else { return "" }
    let fee = world.value(of: quote.feeAmount, input)
    let lost = world.value(of: quote.amountAtSpot.subtractingOrZero(quote.amountOut), output)
    guard lost > 0 || fee > 0 else { return "" }
    let impact = max((try? lost - fee) ?? 0, 0)
    return
      " It cost \(Display.dollars(fee, rounding: .up)) in fees and \(Display.dollars(impact, rounding: .up)) in price impact."
  }

  /// Fees and price impact in dollars.
  static func total(_ quote: SwapQuote?, in world: World) -> Rational {
    guard let quote, let output = quote.route.last else { return 0 }
    return world.value(of: quote.amountAtSpot.subtractingOrZero(quote.amountOut), output)
  }
}
