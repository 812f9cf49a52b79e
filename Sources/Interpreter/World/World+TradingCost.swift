import FixedPoint
import Lending
import Markets

extension World {
  /// What a trade lost against the market price, in dollars: to the pools' fees, and to the price giving way. The second is
  /// negative where a pool paid more than the market price.
  func tradingCost(of quote: SwapQuote) -> (fee: Rational, impact: Rational) {
    guard let input = quote.route.first, let output = quote.route.last else { return (0, 0) }
    let fee = marketValue(of: quote.feeAmount, input)
    let given = marketValue(of: quote.amountIn, input)
    let received = marketValue(of: quote.amountOut, output)
    return (fee, (try? given - received - fee) ?? 0)
  }
}
