import FixedPoint

extension ArgumentReader {
  /// Two words that belong together, such as `after-win`, with or without the hyphen.
  mutating func keywords(_ first: String, _ second: String) -> Bool {
    var ahead = self
    if let chunk = ahead.scanner.chunk(), chunk.lowercased() == first + "-" + second {
      self = ahead
      return true
    }
    ahead = self
    guard ahead.keyword(first), ahead.keyword(second) else { return false }
    self = ahead
    return true
  }

  /// The leverage of a round, from `0x`, which is no position at all, to what the protocol lends.
  mutating func gameLeverage(_ what: String) throws(CommandError) -> Rational {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("\(what) has to be at least 0x, which is no position") }
    guard let literal = try number() else { throw expected("\(what), such as `2x`,") }
    let range = lastRange
    guard literal.unit == .multiple else {
      throw error(
        "\(what) is a multiple of your equity",
        try: literal.unit == .none && !literal.isDollars ? [corrected(range, "\(lastText())x")] : [])
    }
    guard literal.value <= ExperimentTerms.highestLeverage else {
      throw error("\(what) has to be at most 5x: the protocol lends up to an LTV of 80%")
    }
    return literal.value
  }

  /// A fall such as `-30%`, as a negative fraction.
  mutating func fall(_ what: String) throws(CommandError) -> Rational {
    guard scanner.symbol(["-", "−"]) != nil else { throw errorHere("\(what) is a fall, such as `-30%`") }
    guard let literal = try number() else { throw expected("\(what), such as `-30%`,") }
    guard literal.unit == .percent, let share = try? literal.fraction, share > 0, share < 1 else {
      throw error("\(what) has to be a percentage between -100% and 0%, such as `-30%`")
    }
    return (try? 0 - share) ?? share
  }

  /// A chance from 0% to 100%.
  mutating func chance(_ what: String) throws(CommandError) -> Rational {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("\(what) are from 0% to 100%") }
    guard let literal = try number() else { throw expected("\(what), such as `5%`,") }
    guard literal.unit == .percent else {
      throw error("\(what) are a percentage", try: percentage(literal).map { [corrected(lastRange, $0)] } ?? [])
    }
    guard literal.value <= 100, let share = try? literal.fraction else {
      throw error("\(what) are from 0% to 100%, not \(Display.plain(literal.value))%")
    }
    return share
  }
}
