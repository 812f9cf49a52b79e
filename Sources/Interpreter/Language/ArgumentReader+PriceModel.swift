import FixedPoint

extension ArgumentReader {
  /// The highest volatility of a model, per year: 1,000 %.
  static let highestVolatility: Rational = 10
  /// The most that a drift may be to either side, per year: 1,000 %.
  static let largestDrift: Rational = 10
  /// The shortest and the longest horizon, in days: about a quarter of an hour, and a hundred years.
  static let shortestHorizon = Rational(decimal: "0.01") ?? 1
  static let longestHorizon: Rational = 36_500

  /// Reads one of `vol 80%`, `days 30`, `drift 5%` and `mean 5%` into a model; false when none of them comes next.
  ///
  /// `given` holds the words that have been read, since none may come twice.
  mutating func term(of model: inout PriceModel, given: inout Set<String>) throws(CommandError) -> Bool {
    if keyword("vol") || keyword("volatility") {
      try refuseSecond("vol", &given)
      model.volatility = try volatility()
    } else if keyword("days") || keyword("day") {
      try refuseSecond("days", &given)
      model.days = try horizon()
    } else if keyword("drift") {
      try refuseSecond("drift", &given)
      model.drift = .median(try drift("drift"))
    } else if keyword("mean") {
      try refuseSecond("drift", &given)
      model.drift = .mean(try drift("mean"))
    } else {
      return false
    }
    return true
  }

  private func refuseSecond(_ word: String, _ given: inout Set<String>) throws(CommandError) {
    guard given.insert(word).inserted else {
      throw error(
        word == "drift" ? "one drift is enough: that of the median or that of the mean" : "`\(word)` is said twice")
    }
  }

  private mutating func volatility() throws(CommandError) -> Rational {
    let bounds = "a volatility is above 0% and at most 1,000% a year"
    if scanner.symbol(["-", "−"]) != nil { throw errorHere(bounds) }
    guard let literal = try number() else {
      throw errorHere("the volatility is missing", try: ["\(manual.name) vol 80%"])
    }
    guard literal.unit == .percent else { throw notAPercentage(literal, "a volatility") }
    guard let share = try? literal.fraction, share > 0, share <= Self.highestVolatility else { throw error(bounds) }
    return share
  }

  private mutating func horizon() throws(CommandError) -> Rational {
    let bounds = "the days are from 0.01 to 36,500, a hundred years"
    if scanner.symbol(["-", "−"]) != nil { throw errorHere(bounds) }
    guard let literal = try number() else { throw errorHere("the days are missing", try: ["\(manual.name) days 30"]) }
    guard literal.unit == .none, !literal.isDollars else { throw error("the days are a plain number, such as 30") }
    guard literal.value >= Self.shortestHorizon, literal.value <= Self.longestHorizon else { throw error(bounds) }
    return literal.value
  }

  private mutating func drift(_ word: String) throws(CommandError) -> Rational {
    let sign = scanner.symbol(["-", "−", "+"])
    guard let literal = try number() else {
      throw errorHere("the drift is missing", try: ["\(manual.name) \(word) 0%"])
    }
    guard literal.unit == .percent else { throw notAPercentage(literal, "a drift") }
    guard let share = try? literal.fraction, share.magnitude <= Self.largestDrift else {
      throw error("a drift is from -1,000% to 1,000% a year")
    }
    return sign == nil || sign == "+" ? share : -share
  }

  /// The error about a number without `%`.
  func notAPercentage(_ literal: NumberLiteral, _ what: String) -> CommandError {
    error("\(what) is a percentage", try: percentage(literal).map { [corrected(lastRange, $0)] } ?? [])
  }
}
