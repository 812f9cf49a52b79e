import FixedPoint
import Lending
import Markets

/// What the learner does with the protocol and the exchange, one step at a time. Each either happens as a whole or throws and
/// leaves the world as it was.
extension World {
  /// Moves tokens from the wallet into the pool as collateral.
  mutating func deposit(_ amount: UInt256, of symbol: Symbol, loansFirst: Bool = false) throws(CommandError) {
    var next = self
    try next.pay(amount, of: symbol, loansFirst: loansFirst)
    try next.ledger { (world) throws(LendingError) in
      try world.pool.supply(amount, of: symbol, by: Self.learner)
    }
    next.costs.send(gas: gasPrice)
    self = next
  }

  /// Borrows into the wallet.
  mutating func borrow(_ amount: UInt256, of symbol: Symbol) throws(CommandError) {
    var next = self
    do {
      try next.pool.borrow(amount, of: symbol, by: Self.learner, prices: feeds.oracle)
    } catch .borrowLimitExceeded(_, _, _, let averageLTV) {
      throw borrowLimitExceeded(by: amount, of: symbol, averageLTV)
    } catch {
      throw refusal(error)
    }
    try next.receive(amount, of: symbol)
    next.unspentLoans[symbol] = try? (unspentLoans[symbol] ?? .zero) + amount
    next.costs.send(gas: gasPrice)
    self = next
  }

  /// Pays debt back from the wallet; `.max` is all of it. Gives what was paid.
  @discardableResult
  mutating func repay(_ amount: UInt256, of symbol: Symbol) throws(CommandError) -> UInt256 {
    var next = self
    let repaid = try next.ledger { (world) throws(LendingError) in
      try world.pool.repay(amount, of: symbol, by: Self.learner)
    }
    try next.pay(repaid, of: symbol, loansFirst: true)
    next.costs.send(gas: gasPrice)
    self = next
    return repaid
  }

  /// Takes collateral back into the wallet; `.max` is all of it. Gives what was paid out.
  @discardableResult
  mutating func withdraw(_ amount: UInt256, of symbol: Symbol) throws(CommandError) -> UInt256 {
    var next = self
    let withdrawn: UInt256
    do {
      withdrawn = try next.pool.withdraw(amount, of: symbol, by: Self.learner, prices: feeds.oracle)
    } catch .healthFactorTooLow(let wad) {
      let most = withdrawable(symbol)
      throw CommandError(
        .refused,
        "withdrawing \(text(min(amount, pool.supplyBalance(of: symbol, account: Self.learner)), symbol)) would put the health factor at "
          + "\(Display.healthFactor(Self.healthFactor(wad))), and the protocol keeps it at 1 or more",
        try: typed(most, symbol) == "0" ? [] : ["withdraw \(typed(most, symbol)) \(symbol)"])
    } catch {
      throw refusal(error)
    }
    try next.receive(withdrawn, of: symbol)
    next.costs.send(gas: gasPrice)
    self = next
    return withdrawn
  }

  /// Swaps one asset of the wallet for another on the exchange. Refuses what the slippage limit does not allow.
  @discardableResult
  mutating func swap(
    _ amount: UInt256, of input: Symbol, to output: Symbol, loansFirst: Bool = false
  ) throws(CommandError) -> SwapQuote {
    var next = self
    try next.pay(amount, of: input, loansFirst: loansFirst)
    let quote = try next.trade { (world) throws(SwapError) in
      try world.exchange.swap(amount, of: input, to: output, prices: world.feeds.market)
    }
    try requireWithinSlippageLimit(quote)
    try next.receive(quote.amountOut, of: output)
    let cost = tradingCost(of: quote)
    next.costs.add(cost.fee, to: .swapFees)
    next.costs.add(cost.impact, to: .priceImpact)
    next.costs.send(gas: gasPrice)
    self = next
    return quote
  }

  /// What `borrow` may still take of an asset under the borrow limit and the pool's liquidity, in token units.
  func borrowable(_ symbol: Symbol) -> UInt256 {
    let limit = tokens(worth: unmeasuredPosition.availableBorrows, of: symbol)
    let most = min(limit, (try? pool.reserve(symbol).availableLiquidity) ?? .zero)
    return withinBorrowLimit(most, of: symbol) ?? .zero
  }

  /// A computed loan that ought to be just within the borrow limit, or a hair less, so that it is; nil when it is not by
  /// more than that.
  ///
  /// Where interest has run, debts lie between whole units, and the ledger rounds them up.
  func withinBorrowLimit(_ amount: UInt256, of symbol: Symbol) -> UInt256? {
    guard !amount.isZero, pool.time > 0 else { return amount }
    let hair = (try? Rational(2, over: Self.unitsPerDollar)) ?? 0
    return [.zero, 2, (try? tokens(worth: hair, of: symbol) + 2) ?? 2].map(amount.subtractingOrZero)
      .first { keepsBorrowLimit($0, of: symbol) }
  }

  /// Whether a loan is within the borrow limit, whatever else may stand in its way.
  private func keepsBorrowLimit(_ amount: UInt256, of symbol: Symbol) -> Bool {
    var tried = pool
    do {
      try tried.borrow(amount, of: symbol, by: Self.learner, prices: feeds.oracle)
    } catch .borrowLimitExceeded {
      return false
    } catch {
      return true
    }
    return true
  }

  /// What may leave of a collateral while the health factor stays at `floor` or more, in token units.
  func withdrawable(_ symbol: Symbol, floor: Rational = 1) -> UInt256 {
    let supplied = pool.supplyBalance(of: symbol, account: Self.learner)
    let position = unmeasuredPosition
    let threshold = riskLimits(of: symbol).liquidationThreshold
    guard !position.debt.isZero, threshold != .zero else { return supplied }
    guard let weight = try? weightedCollateral(of: position),
      let spare = try? (weight - position.debt * floor) / threshold.fraction
    else { return .zero }
    let most = min(supplied, tokens(worth: spare, of: symbol))
    // The ledger rounds what is left down; where that counts, a little more stays.
    let hair = (try? Rational(2, over: Self.unitsPerDollar)) ?? 0
    let little = (try? tokens(worth: hair, of: symbol) + 2) ?? 2
    for amount in [most, most.subtractingOrZero(little)]
    where keepsFloor(floor, withdrawing: amount, of: symbol) {
      return amount
    }
    // With several collaterals the ledger averages their thresholds in whole basis points, which can count for more.
    var (low, high) = (UInt256.zero, most)
    while let gap = try? high - low, gap > little, let middle = try? low + gap / 2 {
      if keepsFloor(floor, withdrawing: middle, of: symbol) { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether the health factor stays at a floor or above after a withdrawal, also in the ledger, which may round a unit more
  /// away.
  private func keepsFloor(_ floor: Rational, withdrawing amount: UInt256, of symbol: Symbol) -> Bool {
    let after = position(of: balances.withdrawing(amount, of: symbol), measuringDistance: false)
    guard after.healthFactor.compared(to: .exact(floor)) ?? -1 >= 0 else { return false }
    var tried = pool
    do {
      _ = try tried.withdraw(amount, of: symbol, by: Self.learner, prices: feeds.oracle)
    } catch .healthFactorTooLow {
      return false
    } catch {
      return true
    }
    return true
  }

  /// The collateral's value, each asset times its liquidation threshold.
  func weightedCollateral(of position: Position) throws(ArithmeticError) -> Rational {
    var sum = Rational.zero
    for item in position.collaterals {
      sum = try sum + item.value * riskLimits(of: item.symbol).liquidationThreshold.fraction
    }
    return sum
  }

  /// Token units that a number of dollars buys at the oracle price, rounded down.
  ///
  /// The ledger values each asset in whole 1e-8 dollars and rounds against the account, so the dollars are rounded down to
  /// those first: otherwise the largest amount that a limit allows could miss it by one.
  func tokens(worth dollars: Rational, of symbol: Symbol) -> UInt256 {
    guard !dollars.isNegative, let base = try? dollars.scaled(to: Self.unitsPerDollar, rounding: .down),
      let tokens = try? Rational(base, over: Self.unitsPerDollar) / price(of: symbol)
    else { return .zero }
    return (try? tokens.scaled(to: asset(symbol).unit, rounding: .down)) ?? .max
  }

  /// Takes tokens from the learner's wallet: his own first, or what he borrowed first.
  mutating func pay(_ amount: UInt256, of symbol: Symbol, loansFirst: Bool = false) throws(CommandError) {
    let held = wallets[Self.learner, symbol]
    guard let left = try? held - amount else {
      let (has, asked) = texts(held, amount, symbol)
      let what = held.isZero ? "the wallet holds no \(symbol)" : "the wallet holds \(has), not \(asked)"
      throw CommandError(.refused, what, try: walletSuggestions(instead: symbol))
    }
    wallets[Self.learner, symbol] = left
    if let unspent = unspentLoans[symbol] {
      let rest = loansFirst ? unspent.subtractingOrZero(amount) : min(unspent, left)
      unspentLoans[symbol] = rest.isZero ? nil : rest
    }
  }

  private mutating func receive(_ amount: UInt256, of symbol: Symbol) throws(CommandError) {
    guard let sum = try? wallets[Self.learner, symbol] + amount else {
      throw CommandError(.refused, "the wallet cannot hold more than 2^256 units of \(symbol)")
    }
    wallets[Self.learner, symbol] = sum
  }

  /// How to get what the wallet lacks: borrowing it, or swapping what it has.
  func walletSuggestions(instead symbol: Symbol) -> [String] {
    let held = market.assets.map(\.asset.symbol).filter { !wallets[Self.learner, $0].isZero && $0 != symbol }
    return held.prefix(1).map { "swap max \($0) to \(symbol)" }
  }

  private func borrowLimitExceeded(by amount: UInt256, of symbol: Symbol, _ averageLTV: BasisPoints) -> CommandError {
    let position = unmeasuredPosition
    guard !position.collaterals.isEmpty else {
      return CommandError(.refused, "there is no collateral to borrow against", try: depositSuggestion)
    }
    guard !position.collateral.isZero else {
      return CommandError(.refused, "the collateral is worth less than $0.00000001, too little to borrow against")
    }
    guard averageLTV != .zero else {
      return CommandError(
        .refused, "nothing may be borrowed against this collateral: its maximum LTV is 0% in this market")
    }
    let available = borrowable(symbol)
    let suggestions =
      typed(available, symbol) == "0" ? [] : ["borrow \(typed(available, symbol)) \(symbol)", "borrow max"]
    let onlyDebt = position.debts.allSatisfy { $0.symbol == symbol }
    if onlyDebt, let debtAfter = try? (position.debts.first?.amount ?? .zero) + amount,
      let limit = try? position.collateral * averageLTV.fraction
    {
      let most = tokens(worth: limit, of: symbol)
      let maximum = "(max LTV \(Display.setting(averageLTV)))"
      if let owed = position.debts.first?.amount, owed > most {
        return CommandError(
          .refused,
          "the debt of \(text(owed, symbol)) is above the borrow limit of \(number(most, symbol)) \(maximum) already: nothing more may be borrowed"
        )
      }
      let (after, limit) = texts(debtAfter, most, symbol)
      return CommandError(
        .refused,
        "\(after) exceeds the borrow limit of \(limit.dropLast(symbol.text.count + 1)) \(maximum)"
          + (suggestions.isEmpty ? ": nothing more may be borrowed" : ""),
        try: suggestions)
    }
    return CommandError(
      .refused,
      "\(text(amount, symbol)) more exceeds what may still be borrowed, \(text(available, symbol)) (max LTV \(Display.setting(averageLTV)))",
      try: suggestions)
  }
}
