import FixedPoint

extension ArgumentReader {
  /// `slippage 1%` at the end of a command that trades; nil when it is not said.
  mutating func slippage() throws(CommandError) -> Rational? {
    keyword("slippage") ? try slippageLimit() : nil
  }

  /// A share above 0 % and below 100 %.
  mutating func slippageLimit() throws(CommandError) -> Rational {
    if isAtEnd { throw errorHere("the slippage limit is missing", try: [appended(" 1%")]) }
    let limit = try share("the slippage limit")
    guard limit < 1 else { throw error("a limit of 100% limits nothing", try: ["slippage off"]) }
    return limit
  }
}

extension Candidate {
  /// What Tab offers where a limit can be said.
  static let slippage = Candidate("slippage", "the most that a trade may lose")
  static let slippageLimit = Candidate("1%", "of the price before the trade")
}
