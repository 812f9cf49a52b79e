import FixedPoint

extension ArgumentReader {
  mutating func experimentName() throws(CommandError) -> String {
    if isAtEnd { throw errorHere("a name is missing", try: ["experiment keep baseline"]) }
    return try name("a name")
  }

  /// What follows `start`, or `table`, which has neither rounds nor a seed.
  mutating func experimentTerms(
    isTable: Bool = false
  ) throws(CommandError) -> (terms: ExperimentTerms, seed: UInt64?) {
    var (terms, given) = (ExperimentTerms(), UInt64?.none)
    while !isAtEnd {
      if !isTable, keyword("rounds") {
        guard let count = try wholeNumber("the number of rounds", in: ExperimentTerms.roundsAllowed) else {
          throw errorHere("the number of rounds is missing", try: ["experiment start rounds 20"])
        }
        guard count.isMultiple(of: 2) else {
          throw error(
            "the rounds make two blocks, so their number is even", try: [corrected(lastRange, "\(count + 1)")])
        }
        terms.rounds = count
      } else if !isTable, keyword("seed") {
        given = try seed(example: "experiment start seed 7")
      } else if keyword("vol") || keyword("volatility") {
        terms.volatility = try rate("the volatility", in: 5...400)
      } else if keyword("drift") {
        let isNegative = scanner.symbol(["-", "−"]) != nil
        let drift = try rate("the drift", in: 0...500, hasNegatives: true)
        terms.drift = isNegative ? (try? 0 - drift) ?? drift : drift
      } else {
        throw unknownWord(among: (isTable ? [] : ["rounds", "seed"]) + ["vol", "drift"])
      }
    }
    return (terms, given)
  }

  /// A percentage of a year within whole percents.
  private mutating func rate(
    _ what: String, in range: ClosedRange<Int>, hasNegatives: Bool = false
  ) throws(CommandError) -> Rational {
    guard let literal = try number() else { throw expected("\(what), such as `80%`,") }
    guard literal.unit == .percent, let fraction = try? literal.fraction else {
      throw error("\(what) is a percentage", try: percentage(literal).map { [corrected(lastRange, $0)] } ?? [])
    }
    guard literal.value >= Rational(range.lowerBound), literal.value <= Rational(range.upperBound) else {
      throw error(
        "\(what) has to be from \(hasNegatives ? -range.upperBound : range.lowerBound)% to \(range.upperBound)% a year")
    }
    return fraction
  }

  mutating func experimentRule() throws(CommandError) -> ExperimentRule {
    var rule = ExperimentRule()
    while !isAtEnd {
      if keywords("at", "most") {
        rule.most = try gameLeverage("the highest leverage")
      } else if keyword("every") {
        guard let count = try wholeNumber("the number of rounds", in: 1...100) else {
          throw errorHere("the number of rounds is missing", try: ["experiment rule every 4"])
        }
        rule.every = count
        _ = keyword("rounds") || keyword("round")
      } else if keyword("exit") {
        rule.exit = try fall("the exit")
      } else {
        throw unknownWord(among: ["at", "every", "exit"])
      }
    }
    guard rule != ExperimentRule() else {
      throw errorHere("a rule is missing", try: ["experiment rule at most 1.5x", "experiment rule every 4 exit -30%"])
    }
    return rule
  }
}
