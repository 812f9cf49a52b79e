import FixedPoint
import Lending
import Markets

/// The limit of what a trade may lose against the price just before it, fee included.
extension World {
  /// Refuses a trade that gets less than the limit allows.
  func requireWithinSlippageLimit(_ quote: SwapQuote) throws(CommandError) {
    guard let limit = slippageLimit, let input = quote.route.first, let output = quote.route.last,
      let least = leastOutput(of: quote, within: limit), quote.amountOut < least
    else { return }
    let lost = Display.percent(Self.slippage(of: quote), rounding: .up)
    throw CommandError(
      .refused,
      "the slippage limit of \(Display.typedPercent(limit)) reverts the trade: \(text(quote.amountIn, input)) should bring "
        + "\(text(quote.amountAtSpot, output)) at the price before it, at least \(text(least, output)), and would bring "
        + "\(text(quote.amountOut, output)), \(lost) less")
  }

  /// The least that a trade has to bring, rounded up to a token unit.
  private func leastOutput(of quote: SwapQuote, within limit: Rational) -> UInt256? {
    try? (Rational(quote.amountAtSpot) * (1 - limit)).scaled(to: .one, rounding: .up)
  }

  /// How far below the price just before it a trade is, fee included, as a fraction.
  static func slippage(of quote: SwapQuote) -> Rational {
    (try? Rational(quote.priceImpact, over: 1_000_000_000_000_000_000)) ?? 0
  }

  /// The largest part of an amount that trades within a limit, in token units; 0 when nothing worth the name does, because
  /// the fee alone is above the limit.
  func tradable(_ amount: UInt256, of input: Symbol, to output: Symbol, within limit: Rational) -> UInt256 {
    var (low, high) = (UInt256.zero, amount)
    while let gap = try? high - low, gap > 1, let middle = try? low + gap / 2 {
      let quote = try? exchange.quote(middle, of: input, to: output, prices: feeds.market)
      if let quote, let least = leastOutput(of: quote, within: limit), quote.amountOut >= least {
        low = middle
      } else {
        high = middle
      }
    }
    let share = try? low.multipliedDivided(by: 1_000, over: amount, rounding: .down)
    return share?.isZero ?? true ? .zero : low
  }

  /// Carries out trades that may each lose at most `limit`, or what the world's own limit says where that is nil.
  ///
  /// Where nothing but the limit stands in the way, the refusal tells what would work: `retry` gives commands for
  /// the world as it was, the limit in force and a sufficient one as it is typed (`4.8%`).
  mutating func trading<Result>(
    within limit: Rational?, retry: (_ world: World, _ limit: Rational, _ sufficient: String) -> [String],
    quotes: (Result) -> [SwapQuote?],
    do body: (inout World) throws(CommandError) -> Result
  ) throws(CommandError) -> Result {
    guard let limit = limit ?? slippageLimit else { return try body(&self) }
    var next = self
    next.slippageLimit = limit
    do {
      let result = try body(&next)
      next.slippageLimit = slippageLimit
      self = next
      return result
    } catch {
      var free = self
      free.slippageLimit = nil
      guard let result = try? body(&free) else { throw error }
      let needed = quotes(result).compactMap { $0 }.map(Self.slippage).max() ?? 0
      guard needed > limit else { throw error }
      throw CommandError(
        error.kind, error.message, at: error.range, try: retry(self, limit, Self.sufficientLimit(needed)))
    }
  }

  /// A slippage limit that lets a trade pass, in tenths of a percent.
  private static func sufficientLimit(_ needed: Rational) -> String {
    Display.percent(needed, rounding: .up).replacing(",", with: "")
  }
}
