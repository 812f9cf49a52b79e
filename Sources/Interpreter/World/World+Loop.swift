import FixedPoint
import Lending
import Markets

/// What one loop did.
struct LoopStep: Equatable, Sendable {
  var borrowed: Holding
  var bought: Holding
  /// How the swap went; nil when loan and collateral are the same asset.
  var quote: SwapQuote?
  /// The account's balances after it.
  var balances: Balances
}

extension World {
  /// The most loops that one command makes.
  static let mostLoops = 10_000

  /// What has to be borrowed until the debt is a share of the collateral, in token units; nil when it is that already.
  func loan(toShare share: Rational, of symbol: Symbol) -> UInt256? {
    let position = unmeasuredPosition
    guard let wanted = try? position.collateral * share, let missing = try? wanted - position.debt, missing > 0
    else { return nil }
    let amount = tokens(worth: missing, of: symbol)
    return amount.isZero ? nil : withinBorrowLimit(amount, of: symbol) ?? amount
  }

  /// Swaps borrowed tokens for the collateral and deposits what they bought: the second half of a loop.
  mutating func reinvest(_ amount: UInt256, of loan: Symbol, into collateral: Symbol) throws(CommandError) -> LoopStep {
    var next = self
    let before = unmeasuredPosition
    var bought = amount
    var quote: SwapQuote?
    if loan != collateral {
      let swapped = try next.swap(amount, of: loan, to: collateral, loansFirst: true)
      (bought, quote) = (swapped.amountOut, swapped)
    }
    try next.deposit(bought, of: collateral, loansFirst: loan == collateral)
    let step = LoopStep(
      borrowed: Holding(symbol: loan, amount: amount), bought: Holding(symbol: collateral, amount: bought),
      quote: quote, balances: next.balances)
    next.ladder.noteLoop(step, share: before.collateral.isZero ? nil : try? before.debt / before.collateral)
    self = next
    return step
  }

  /// One loop with a given loan. Nil when the loan is too small to buy a unit of the collateral.
  mutating func loopOnce(amount: UInt256, loan: Symbol, into collateral: Symbol) throws(CommandError) -> LoopStep? {
    var next = self
    try next.borrow(amount, of: loan)
    guard canSwap(amount, of: loan, to: collateral) else { return nil }
    let step = try next.reinvest(amount, of: loan, into: collateral)
    self = next
    return step
  }

  /// The loan that brings the leverage to a multiple in one more loop, when each dollar of it buys `worth` dollars of
  /// collateral: (C + xw) / (C + xw - D - x) = E at x = (E(C - D) - C) / (w(1 - E) + E).
  func loan(toMultiple multiple: Rational, worth: Rational, of symbol: Symbol) -> UInt256? {
    let position = unmeasuredPosition
    do {
      let missing = try multiple * position.equity - position.collateral
      guard missing > 0 else { return nil }
      let perDollar = try worth * (1 - multiple) + multiple
      guard perDollar > 0 else { return nil }
      let amount = tokens(worth: try missing / perDollar, of: symbol)
      return amount.isZero ? nil : withinBorrowLimit(amount, of: symbol) ?? amount
    } catch {
      return nil
    }
  }

  /// What a dollar of the loan asset buys of the collateral now, fee and price impact included, for a given amount.
  func worthPerDollar(of amount: UInt256, _ loan: Symbol, into collateral: Symbol) -> Rational {
    guard loan != collateral, !amount.isZero,
      let quote = try? exchange.quote(amount, of: loan, to: collateral, prices: feeds.market),
      let worth = try? value(of: quote.amountOut, collateral) / value(of: amount, loan)
    else { return 1 }
    return worth
  }
}
