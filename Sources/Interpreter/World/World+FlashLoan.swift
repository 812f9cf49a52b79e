import FixedPoint
import Lending
import Markets

/// What a one-transaction change of leverage did.
struct FlashStep: Equatable {
  /// What was lent for the length of the transaction.
  var lent: Holding
  var fee: UInt256
  /// The collateral that was bought or sold.
  var traded: Holding
  var quote: SwapQuote?
}

extension World {
  /// The flash loan's fee for an amount, rounded up.
  func flashLoanFee(for amount: UInt256) throws(CommandError) -> UInt256 {
    do {
      return try amount.multiplied(by: flashLoanFee, rounding: .up)
    } catch {
      throw refusal(LendingError.arithmetic(error))
    }
  }

  /// Raises the leverage in one transaction: lend the loan asset, buy collateral, deposit it, borrow the loan and its fee,
  /// pay both back.
  mutating func flashUp(to multiple: Rational) throws(CommandError) -> FlashStep {
    let (collateral, loan) = (mainCollateral, mainDebt)
    try requireWithinLimit(multiple)
    guard let lent = try flashLoan(to: multiple, collateral: collateral, loan: loan) else {
      throw CommandError(
        .refused,
        "with the fee of the flash loan and the cost of the swap no loan reaches \(Display.typed(multiple))x")
    }
    let landed = try landing(at: multiple, near: lent, of: loan, correcting: .less) {
      (world, lent) throws(CommandError) in
      try world.buy(with: lent, of: loan, into: collateral)
    }
    self = landed.world
    return landed.step
  }

  /// The upward transaction with a loan of so much.
  private mutating func buy(
    with lent: UInt256, of loan: Symbol, into collateral: Symbol
  ) throws(CommandError) -> FlashStep {
    try requireFlashLiquidity(lent, of: loan)
    let fee = try flashLoanFee(for: lent)
    var next = self
    try next.lend(lent, of: loan)
    var (bought, quote): (UInt256, SwapQuote?) = (lent, nil)
    if loan != collateral {
      let swapped = try next.swap(lent, of: loan, to: collateral)
      (bought, quote) = (swapped.amountOut, swapped)
    }
    try next.deposit(bought, of: collateral)
    let owed = try sum(lent, fee)
    try next.borrow(owed, of: loan)
    try next.payBack(owed, fee: fee, of: loan)
    next.unspentLoans = unspentLoans
    next.ladder.noteLoop(
      LoopStep(
        borrowed: Holding(symbol: loan, amount: owed), bought: Holding(symbol: collateral, amount: bought),
        quote: quote, balances: next.balances),
      share: nil)
    next.costs.bundle(since: costs, gas: gasPrice)
    self = next
    return FlashStep(
      lent: Holding(symbol: loan, amount: lent), fee: fee, traded: Holding(symbol: collateral, amount: bought),
      quote: quote)
  }

  /// Lowers the leverage in one transaction: lend the loan asset, repay, withdraw collateral, sell it, pay the loan and its
  /// fee back. To 1 it repays the whole debt.
  mutating func flashDown(to multiple: Rational) throws(CommandError) -> FlashStep {
    let (collateral, loan) = (mainCollateral, mainDebt)
    let owed = pool.debtBalance(of: loan, account: Self.learner)
    guard multiple > 1 else { return try sell(toRepay: owed, of: loan, from: collateral) }
    let estimate = try flashRepayment(to: multiple, collateral: collateral, loan: loan, owed: owed)
    let landed = try landing(at: multiple, near: estimate, of: loan, correcting: .more) {
      (world, lent) throws(CommandError) in
      try world.sell(toRepay: min(lent, owed), of: loan, from: collateral)
    }
    self = landed.world
    return landed.step
  }

  /// The downward transaction with a loan of so much.
  private mutating func sell(
    toRepay lent: UInt256, of loan: Symbol, from collateral: Symbol
  ) throws(CommandError) -> FlashStep {
    try requireFlashLiquidity(lent, of: loan)
    let fee = try flashLoanFee(for: lent)
    let needed = try sum(lent, fee)
    let sold = try tokensToRaise(needed, of: loan, selling: collateral)
    let supplied = pool.supplyBalance(of: collateral, account: Self.learner)
    guard sold <= supplied else {
      throw CommandError(
        .refused,
        "selling all \(text(supplied, collateral)) does not bring the \(text(needed, loan)) that loan and fee need"
      )
    }
    var next = self
    try next.lend(lent, of: loan)
    try next.repay(lent, of: loan)
    try next.withdraw(sold, of: collateral)
    let quote = loan == collateral ? nil : try next.swap(sold, of: collateral, to: loan)
    try next.payBack(needed, fee: fee, of: loan)
    next.unspentLoans = unspentLoans
    next.costs.bundle(since: costs, gas: gasPrice)
    self = next
    return FlashStep(
      lent: Holding(symbol: loan, amount: lent), fee: fee, traded: Holding(symbol: collateral, amount: sold),
      quote: quote)
  }

  /// What to lend so that the leverage rises to a multiple: x = (E(C - D) - C) / (w + E(1 + f - w)), where a dollar of the
  /// loan buys w dollars of collateral and costs the fee f. The price impact is looked up again for each estimate.
  private func flashLoan(
    to multiple: Rational, collateral: Symbol, loan: Symbol
  ) throws(CommandError) -> UInt256? {
    let position = unmeasuredPosition
    guard let missing = try? multiple * position.equity - position.collateral, missing > 0 else { return nil }
    let feeShare = flashLoanFee.fraction
    let amount = try Self.converged { amount in
      let worth = worthPerDollar(of: amount, loan, into: collateral)
      guard let perDollar = try? worth + multiple * (1 + feeShare - worth), perDollar > 0,
        let value = try? missing / perDollar
      else { return nil }
      return tokens(worth: value, of: loan)
    }
    return amount.flatMap { $0.isZero ? nil : $0 }
  }

  /// What to repay so that the leverage falls to a multiple, when loan and fee are paid from the collateral sold.
  private func flashRepayment(
    to multiple: Rational, collateral: Symbol, loan: Symbol, owed: UInt256
  ) throws(CommandError) -> UInt256 {
    let feeFactor = (try? 1 + flashLoanFee.fraction) ?? 1
    func trade(selling sold: UInt256) throws(CommandError) -> (sold: UInt256, repaid: UInt256) {
      guard let net = try? worthPerDollar(of: sold, collateral, into: loan) / feeFactor,
        let sale = sale(toMultiple: multiple, worth: net), let repaid = try? sale * net
      else {
        throw CommandError(
          .refused, "selling collateral does not lower the leverage to \(Display.typed(multiple))x here")
      }
      return (tokens(worth: sale, of: collateral), tokens(worth: repaid, of: loan))
    }
    let sold = try Self.converged { (sold) throws(CommandError) in try trade(selling: sold).sold }
    return min(try trade(selling: sold ?? .zero).repaid, owed)
  }

  /// Refuses what even a free loan could not reach under the max LTV: 1 ÷ (1 − max LTV) and more.
  private func requireWithinLimit(_ multiple: Rational) throws(CommandError) {
    let maximum = unmeasuredPosition.maxLTV
    let share = maximum.fraction
    guard let limit = share.geometricLimit, multiple >= limit else { return }
    throw CommandError(
      .refused,
      "with a max LTV of \(Display.setting(maximum)) the leverage stays below 1 ÷ (1 − \(Display.typed(share))) = "
        + "\(limit.fixedText(places: 4))x, and \(Display.typed(multiple))x is beyond it")
  }

  private func requireFlashLiquidity(_ amount: UInt256, of symbol: Symbol) throws(CommandError) {
    let available = (try? pool.reserve(symbol).availableLiquidity) ?? .zero
    guard amount <= available else {
      throw refusal(.insufficientLiquidity(asset: symbol, requested: amount, available: available))
    }
  }

  /// Tokens that appear in the wallet for the length of a transaction.
  mutating func lend(_ amount: UInt256, of symbol: Symbol) throws(CommandError) {
    wallets[Self.learner, symbol] = try sum(wallets[Self.learner, symbol], amount)
  }

  /// Takes a flash loan and its fee from the wallet at the end of a transaction; the fee goes to the protocol.
  private mutating func payBack(_ amount: UInt256, fee: UInt256, of symbol: Symbol) throws(CommandError) {
    try pay(amount, of: symbol)
    guard !fee.isZero else { return }
    try ledger { (world) throws(LendingError) in try world.pool.payFlashLoanPremium(fee, of: symbol) }
    costs.add(value(of: fee, symbol), to: .flashLoanFees)
  }

  private func sum(_ left: UInt256, _ right: UInt256) throws(CommandError) -> UInt256 {
    do {
      return try left + right
    } catch {
      throw refusal(LendingError.arithmetic(error))
    }
  }
}
