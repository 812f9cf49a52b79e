import FixedPoint
import Lending
import Markets

extension World {
  /// Runs an operation of the pool; an error becomes a sentence with the rule and the numbers.
  mutating func ledger<Result>(
    _ body: (inout World) throws(LendingError) -> Result
  ) throws(CommandError) -> Result {
    do {
      return try body(&self)
    } catch {
      throw refusal(error)
    }
  }

  /// The sentence for a refusal of the pool, and what would work instead.
  func refusal(_ error: LendingError) -> CommandError {
    switch error {
    case .unknownAsset(let symbol), .duplicateAsset(let symbol), .priceMissing(let symbol):
      return CommandError(.refused, "the market \(market.name) has no price for \(symbol)")
    case .invalidAmount(let symbol):
      return CommandError(.refused, "the amount is below the smallest unit of \(symbol)")
    case .insufficientLiquidity(let symbol, let requested, let available):
      return CommandError(
        .refused,
        "the pool holds \(text(available, symbol)), not \(text(requested, symbol)): the rest is lent out"
      )
    case .insufficientBalance(let symbol, let requested, let available):
      let what = "you have supplied \(text(available, symbol)), not \(text(requested, symbol))"
      return CommandError(.refused, what, try: available.isZero ? [] : ["withdraw max \(symbol)"])
    case .noDebt(let symbol):
      let owed = position.debts.map { text($0.amount, $0.symbol) }
      let debts = owed.isEmpty ? "you owe nothing" : "you owe \(owed.joined(separator: " and "))"
      return CommandError(.refused, "there is no \(symbol) debt to repay: \(debts)")
    case .borrowingDisabled(let symbol):
      let others = market.assets.filter(\.configuration.borrowingEnabled).map(\.asset.symbol.text)
      return CommandError(
        .refused, "\(symbol) cannot be borrowed in this market; it lends \(others.joined(separator: ", "))")
    case .notBorrowableInEfficiencyMode(let symbol, let mode):
      let category = market.efficiencyModes.first { $0.id == mode }
      let lent = market.assets.map(\.asset.symbol).filter { category?.borrowable.contains($0) == true }
      return CommandError(
        .refused,
        "efficiency mode \(mode) (\(category?.label ?? "")) lends \(lent.map(\.text).joined(separator: ", ")), not \(symbol)",
        try: ["market mode off"])
    case .unknownEfficiencyMode(let mode):
      let modes = market.efficiencyModes.map { "\($0.id) (\($0.label))" }
      let known = modes.isEmpty ? "it has none" : "it has \(modes.joined(separator: ", "))"
      return CommandError(.refused, "the market \(market.name) has no efficiency mode \(mode); \(known)")
    case .borrowLimitExceeded(let debtAfter, let limit, _, let averageLTV):
      return CommandError(
        .refused,
        "\(baseDollars(debtAfter)) of debt exceeds the borrow limit of \(baseDollars(limit)) (max LTV \(Display.setting(averageLTV)))"
      )
    case .healthFactorTooLow(let wad):
      return CommandError(
        .refused,
        "the health factor would be \(Display.healthFactor(Self.healthFactor(wad))), and the protocol keeps it at 1 or more"
      )
    case .zeroLTVCollateralFirst(let symbol):
      return CommandError(
        .refused, "\(symbol) has a maximum LTV of 0% and has to leave before other collateral while there is debt",
        try: ["withdraw max \(symbol)"])
    case .notLiquidatable(let wad):
      return CommandError(
        .refused,
        "the health factor is \(Display.healthFactor(Self.healthFactor(wad))): only below 1 may anyone liquidate")
    case .notCollateral(let symbol):
      return CommandError(.refused, "\(symbol) is not collateral of this position")
    case .mustNotLeaveDust(let debtLeft, let collateralLeft, let least):
      return CommandError(
        .refused,
        "a liquidation may not leave less than \(baseDollars(least)) on a side: \(baseDollars(debtLeft)) of debt and \(baseDollars(collateralLeft)) of collateral would be left"
      )
    case .selfLiquidation:
      return CommandError(.refused, "an account cannot liquidate itself")
    case .nothingToLiquidate:
      return CommandError(.refused, "nothing would be repaid or paid out: the amounts are too small to liquidate")
    case .timeInThePast:
      return CommandError(.refused, "time cannot run backwards: `undo` goes back")
    case .arithmetic:
      return CommandError(.refused, "the numbers do not fit in the ledger's 256 bits, where the protocol would revert")
    }
  }

  private func baseDollars(_ base: UInt256) -> String {
    guard let value = try? Rational(base, over: Self.unitsPerDollar) else { return "$0.00" }
    return Display.dollars(value)
  }
}
