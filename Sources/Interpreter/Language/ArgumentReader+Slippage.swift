import FixedPoint

extension ArgumentReader {
  /// `slippage 1%` at the end of a command that trades; nil when it is not said.
  mutating func slippage() throws(CommandError) -> Rational? {
    keyword("slippage") ? try slippageLimit() : nil
  }

  /// A share from 0.0001 %, below which its text would look like none, to less than 100 %.
  mutating func slippageLimit() throws(CommandError) -> Rational {
    if isAtEnd { throw errorHere("the slippage limit is missing", try: [appended(" 1%")]) }
    let limit = try share("the slippage limit")
    guard limit < 1 else { throw error("a limit of 100% limits nothing", try: ["slippage off"]) }
    guard (try? limit * 1_000_000).map({ $0 >= 1 }) ?? false else {
      throw error("the slippage limit has to be at least 0.0001%")
    }
    return limit
  }
}

extension Candidate {
  /// What Tab offers where a limit can be said.
  static let slippage = Candidate("slippage", "the most that a trade may lose")
  static let slippageLimit = Candidate("1%", "of the price before the trade")
}
