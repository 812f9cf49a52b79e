import FixedPoint
import Lending
import Markets

/// One round of an unwinding: collateral out, swapped, debt repaid.
struct UnwindStep: Equatable {
  var withdrawn: Holding
  var repaid: Holding
  var quote: SwapQuote?
  var after: Position
}

extension World {
  /// The most rounds of one unwinding.
  static let mostUnwindSteps = 1_000

  /// The value of collateral to sell so that the leverage falls to a multiple, when each dollar sold repays `worth`
  /// dollars of debt: (C - x) / (C - x - D + xw) = E at x = (C - E(C - D)) / (1 - E(1 - w)); nil when no sale does it.
  func sale(toMultiple multiple: Rational, worth: Rational) -> Rational? {
    let position = unmeasuredPosition
    do {
      let excess = try position.collateral - multiple * position.equity
      let perDollar = try 1 - multiple * (1 - worth)
      guard excess > 0, perDollar > 0 else { return nil }
      return try excess / perDollar
    } catch {
      return nil
    }
  }

  /// Withdraws as much as the floor of the health factor allows, sells it and repays, until the leverage has fallen to
  /// the multiple; 1 means until nothing is owed.
  mutating func unwind(to multiple: Rational, floor: Rational) throws(CommandError) -> [UnwindStep] {
    var next = self
    var steps: [UnwindStep] = []
    while steps.count < Self.mostUnwindSteps,
      let step = try next.unwindOnce(
        to: multiple, floor: floor, collateral: next.mainCollateral, loan: next.mainDebt)
    {
      steps.append(step)
    }
    if steps.count == Self.mostUnwindSteps {
      throw CommandError(
        .limit, "\(Display.grouped(String(Self.mostUnwindSteps))) steps are not enough with a floor this high",
        try: ["unwind floor 1.05"])
    }
    self = next
    return steps
  }

  /// One round with the largest collateral and debt; nil when the goal is reached.
  private mutating func unwindOnce(
    to multiple: Rational, floor: Rational, collateral: Symbol, loan: Symbol
  ) throws(CommandError) -> UnwindStep? {
    let owed = pool.debtBalance(of: loan, account: Self.learner)
    guard !owed.isZero, let wanted = try tokensToSell(to: multiple, owed: owed, collateral: collateral, loan: loan)
    else { return nil }
    let most = withdrawable(collateral, floor: floor)
    let amount = min(wanted, most)
    guard !amount.isZero else {
      throw CommandError(
        .refused,
        "the health factor is \(Display.healthFactor(position.healthFactor)): nothing can be withdrawn above the floor of "
          + "\(Display.typed(floor))",
        try: ["flash to \(Display.typed(multiple))x", "unwind floor 1.01"])
    }
    guard amount == wanted else { return try sell(amount, of: collateral, repaying: loan) }
    guard canSwap(amount, of: collateral, to: loan) else { return nil }
    guard multiple > 1 else { return try sell(amount, of: collateral, repaying: loan) }
    let landed = try landing(at: multiple, near: amount, of: collateral, correcting: .more) {
      (world, amount) throws(CommandError) in
      try world.sell(amount, of: collateral, repaying: loan)
    }
    self = landed.world
    return landed.step
  }

  /// Withdraws collateral, swaps it for the debt's asset and repays with what it brings.
  private mutating func sell(
    _ amount: UInt256, of collateral: Symbol, repaying loan: Symbol
  ) throws(CommandError) -> UnwindStep {
    var next = self
    try next.withdraw(amount, of: collateral)
    var (proceeds, quote): (UInt256, SwapQuote?) = (amount, nil)
    if collateral != loan {
      let swapped = try next.swap(amount, of: collateral, to: loan)
      (proceeds, quote) = (swapped.amountOut, swapped)
    }
    let repaid = try next.repay(min(proceeds, next.pool.debtBalance(of: loan, account: Self.learner)), of: loan)
    self = next
    return UnwindStep(
      withdrawn: Holding(symbol: collateral, amount: amount), repaid: Holding(symbol: loan, amount: repaid),
      quote: quote, after: position)
  }

  /// Whether a swap of so much brings at least the smallest unit; true too where the swap itself says what is wrong.
  func canSwap(_ amount: UInt256, of input: Symbol, to output: Symbol) -> Bool {
    guard input != output else { return true }
    do {
      _ = try exchange.quote(amount, of: input, to: output, prices: feeds.market)
    } catch .amountTooSmall {
      return false
    } catch {
      // The swap itself says why below.
    }
    return true
  }

  /// What has to be sold in one go to reach the multiple, in token units of the collateral; nil when nothing has to.
  private func tokensToSell(
    to multiple: Rational, owed: UInt256, collateral: Symbol, loan: Symbol
  ) throws(CommandError) -> UInt256? {
    if multiple == 1 { return try tokensToRaise(owed, of: loan, selling: collateral) }
    let amount = try Self.converged { (amount) throws(CommandError) in
      let worth = worthPerDollar(of: amount, collateral, into: loan)
      if let value = sale(toMultiple: multiple, worth: worth) { return tokens(worth: value, of: collateral) }
      guard worth < 1 else { return nil }
      throw CommandError(
        .refused,
        "each dollar sold brings \(Display.dollars(worth)) here: selling does not lower the leverage to \(Display.typed(multiple))x"
      )
    }
    guard let amount else { return nil }
    let worth = worthPerDollar(of: amount, collateral, into: loan)
    let repaid = tokens(worth: (try? value(of: amount, collateral) * worth) ?? 0, of: loan)
    return try tokensToRaise(min(max(repaid, 1), owed), of: loan, selling: collateral)
  }

  /// What has to be sold of an asset to get at least so much of another, in token units.
  func tokensToRaise(_ amount: UInt256, of output: Symbol, selling input: Symbol) throws(CommandError) -> UInt256 {
    guard input != output else { return amount }
    do {
      return try exchange.input(forOutput: amount, of: output, from: input, prices: feeds.market).amountIn
    } catch {
      // More than the pool can give at once, or nothing at all: the swap itself says why.
      return .max
    }
  }
}
