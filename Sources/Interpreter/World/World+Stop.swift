import FixedPoint
import Lending
import Markets

/// Stop orders: what they watch, and how they close a position.
extension World {
  /// The one collateral and the one debt that a stop order closes. Refuses any other position.
  private func closable() throws(CommandError) -> (
    collateral: Holding, debt: Holding, liquidation: Position.Liquidation
  ) {
    let (balances, position) = (balances, position)
    guard !balances.owed.isEmpty else {
      throw CommandError(
        .refused, "nothing is owed, so no price forces a sale",
        try: balances.isEmpty ? depositSuggestion : ["borrow 70%"])
    }
    guard balances.supplied.count == 1, balances.owed.count == 1, let liquidation = position.liquidation else {
      throw CommandError(.refused, "a stop closes a position of one collateral and one debt, and this one has more")
    }
    guard liquidation.against == nil else {
      throw CommandError(
        .refused, "both sides of this position move together, and no price of one asset alone decides")
    }
    return (balances.supplied[0], balances.owed[0], liquidation)
  }

  /// The asset whose price a stop watches, and whether it waits for a rise. Refuses where nothing can be closed.
  func stopWatch() throws(CommandError) -> (symbol: Symbol, isRise: Bool) {
    let (collateral, debt, liquidation) = try closable()
    let symbol = liquidation.symbol
    let isRise = leader(of: symbol) == leader(of: debt.symbol) && leader(of: symbol) != leader(of: collateral.symbol)
    return (symbol, isRise)
  }

  /// Collateral less debt at market prices, with the price of one asset, and of those that move with it, changed.
  func marketEquity(at price: Rational, of symbol: Symbol) -> Rational {
    let now = marketPrice(of: symbol)
    let ratio = (try? price / now) ?? 1
    let moving = leader(of: symbol)
    func value(_ holding: Holding) throws(ArithmeticError) -> Rational {
      let worth = marketValue(of: holding.amount, holding.symbol)
      return leader(of: holding.symbol) == moving ? try worth * ratio : worth
    }
    do {
      var equity = Rational.zero
      for holding in balances.supplied { equity = try equity + value(holding) }
      for holding in balances.owed { equity = try equity - value(holding) }
      return equity
    } catch {
      return 0
    }
  }

  /// Sends the stop order if the market price is at its level or beyond; gives what became of it, and nil when it was not
  /// sent. A sale that is reverted leaves the order in place, to be sent again when something has changed for it, and costs
  /// its gas.
  ///
  /// Without a world before, everything may have changed.
  mutating func runStop(since before: World?) -> StopOutcome? {
    guard let order = stop, !balances.owed.isEmpty else { return nil }
    guard let before else { return sendStop(order) }
    guard
      feeds.market != before.feeds.market || exchange != before.exchange || slippageLimit != before.slippageLimit
        || pool.time != before.pool.time
    else { return nil }
    return sendStop(order)
  }

  /// Sends the stop order if its price is reached.
  private mutating func sendStop(_ order: StopOrder) -> StopOutcome? {
    let price = marketPrice(of: order.symbol)
    guard order.isRise ? price >= order.price : price <= order.price else { return nil }
    let marks = [order.price, price].map { StopOutcome.Mark(price: $0, equity: marketEquity(at: $0, of: order.symbol)) }
    var next = self
    let result: Result<StopOutcome.Fill, CommandError>
    do throws(CommandError) {
      next.slippageLimit = order.limit ?? slippageLimit
      result = .success(try next.closePosition(for: order))
      next.slippageLimit = slippageLimit
      next.stop = nil
      self = next
    } catch {
      result = .failure(error)
      costs.send(gas: gasPrice)
    }
    readPools()
    return StopOutcome(order: order, trigger: marks[0], nextTrade: marks[1], result: result)
  }

  /// Closes the position in one transaction: the pool advances what the sale brings (a flash swap), the debt is repaid, and
  /// the collateral is withdrawn and delivered. A long sells all of it, a short as much as buys the debt back.
  private mutating func closePosition(for order: StopOrder) throws(CommandError) -> StopOutcome.Fill {
    let (collateral, debt, _) = try closable()
    let amount =
      order.isRise
      ? try tokensToRaise(debt.amount, of: debt.symbol, selling: collateral.symbol) : collateral.amount
    guard amount <= collateral.amount else {
      throw CommandError(
        .refused,
        "all \(text(collateral.amount, collateral.symbol)) do not buy the \(text(debt.amount, debt.symbol)) that are owed"
      )
    }
    var next = self
    try next.lend(debt.amount, of: debt.symbol)
    try next.repay(.max, of: debt.symbol)
    let withdrawn = try next.withdraw(.max, of: collateral.symbol)
    let quote = try next.swap(min(amount, withdrawn), of: collateral.symbol, to: debt.symbol)
    guard quote.amountOut >= debt.amount || next.wallets[Self.learner, debt.symbol] >= debt.amount else {
      throw CommandError(
        .refused,
        "the sale brings \(text(quote.amountOut, debt.symbol)), less than the \(text(debt.amount, debt.symbol)) that are owed"
      )
    }
    try next.pay(debt.amount, of: debt.symbol)
    // Nothing is owed any more, so nothing in the wallet is borrowed.
    next.unspentLoans[debt.symbol] = nil
    next.costs.bundle(since: costs, gas: gasPrice)
    let fill = fill(quote, collateral: collateral, debt: debt, for: order)
    self = next
    return fill
  }

  /// Takes the order away when nothing is owed any more; gives it if so.
  mutating func takeStopWithoutDebt() -> StopOrder? {
    guard let order = stop, balances.owed.isEmpty else { return nil }
    stop = nil
    return order
  }

  private func fill(
    _ quote: SwapQuote, collateral: Holding, debt: Holding, for order: StopOrder
  ) -> StopOutcome.Fill {
    let (given, received) = (
      marketValue(of: quote.amountIn, collateral.symbol), marketValue(of: quote.amountOut, debt.symbol)
    )
    let (watched, dollars) =
      order.isRise
      ? (Holding(symbol: debt.symbol, amount: quote.amountOut), given)
      : (Holding(symbol: collateral.symbol, amount: quote.amountIn), received)
    let tokens = (try? Rational(watched.amount, over: asset(watched.symbol).unit)) ?? 1
    let owed = marketValue(of: debt.amount, debt.symbol)
    let kept = (try? marketValue(of: collateral.amount, collateral.symbol) - given) ?? 0
    return StopOutcome.Fill(
      sold: Holding(symbol: collateral.symbol, amount: quote.amountIn),
      received: Holding(symbol: debt.symbol, amount: quote.amountOut), repaid: debt,
      price: (try? dollars / tokens) ?? 0, equity: (try? kept + received - owed) ?? 0)
  }
}
