import FixedPoint

extension ArgumentReader {
  /// The most that a trade may lose, as a fraction.
  private static let highestCost = Rational(decimal: "0.05") ?? 0

  /// Reads one of `rebalance to 2x band 10%`, `stop -15%`, `stop 1700`, `stop hf 1.1` and `cost 0.3%`; false when none of
  /// them comes next.
  mutating func term(of strategy: inout StrategyChoice) throws(CommandError) -> Bool {
    if keyword("rebalance") {
      guard strategy.rebalancing == nil else { throw error("`rebalance` is said twice") }
      strategy.rebalancing = try rebalancing()
    } else if keyword("stop") {
      guard strategy.stop == nil else { throw error("one stop is enough") }
      strategy.stop = try stop()
    } else if keyword("cost") {
      strategy.cost = try percentage("the cost of a trade", "stop -15% cost 0.3%")
      guard strategy.cost <= Self.highestCost else { throw error("the cost of a trade is from 0% to 5%") }
    } else {
      return false
    }
    return true
  }

  private mutating func rebalancing() throws(CommandError) -> (leverage: Rational, band: Rational) {
    guard keyword("to") else { throw errorHere("the leverage is missing", try: ["\(manual.name) rebalance to 2x"]) }
    let leverage = try multiple("a leverage")
    guard leverage <= 100 else { throw error("a leverage is at most 100x") }
    guard keyword("band") else { return (leverage, 0) }
    let band = try percentage("the band", "rebalance to 2x band 10%")
    guard band <= 10 else { throw error("the band is from 0% to 1,000%") }
    return (leverage, band)
  }

  private mutating func stop() throws(CommandError) -> StrategyChoice.Stop {
    if keyword("hf") {
      let factor = try positive("the health factor")
      guard factor > 1, factor <= 1_000 else {
        throw error("a stop at a health factor is above 1, where liquidators come, and at most 1,000")
      }
      return .healthFactor(factor)
    }
    let sign = scanner.symbol(["-", "−", "+"])
    let examples = ["stop -15%", "stop 1700", "stop hf 1.1"].map { "\(manual.name) \($0)" }
    guard let literal = try number() else { throw errorHere("where to stop is missing", try: examples) }
    switch literal.unit {
    case .percent:
      guard let sign else {
        throw error("a stop says which way the price has moved", try: [corrected(lastRange, "-\(lastText())")])
      }
      guard literal.value > 0, let share = try? literal.fraction, sign == "+" ? share <= 100 : share < 1 else {
        throw error("a stop is above -100% and at most +10,000%, and not at 0%")
      }
      return .move(sign == "+" ? share : -share)
    case .multiple:
      throw error("a stop is a move, a price or a health factor", try: examples)
    case .none:
      guard sign == nil, literal.value > 0 else { throw error("a price is above $0") }
      return .price(literal.value)
    }
  }
}
