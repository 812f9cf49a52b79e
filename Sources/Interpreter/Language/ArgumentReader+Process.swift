import FixedPoint

extension ArgumentReader {
  /// Reads one of `jumps …`, `student …`, `garch …` and `bootstrap FILE …`; nil when none of them comes next.
  mutating func process() throws(CommandError) -> ProcessChoice? {
    if keyword("jumps") { return try jumps() }
    if keyword("student") || keyword("t") { return try student() }
    if keyword("garch") { return try garch() }
    if keyword("bootstrap") { return try bootstrap() }
    return nil
  }

  /// `jumps 6 of -10% sd 10%`
  private mutating func jumps() throws(CommandError) -> ProcessChoice {
    guard case .jumps(var perYear, var size, var deviation) = ProcessChoice.usualJumps else { return .normal }
    let bounds = "jumps are from 0 to 1,000 a year"
    if scanner.symbol(["-", "−"]) != nil { throw errorHere(bounds) }
    if let literal = try number() {
      guard literal.unit == .none, !literal.isDollars else {
        throw error("the number of jumps a year is a plain number")
      }
      guard literal.value <= 1_000 else { throw error(bounds) }
      perYear = literal.value
    }
    while true {
      if keyword("of") {
        let sign = scanner.symbol(["-", "−", "+"])
        let share = try percentage("the size of a jump", "of -10%")
        size = sign == nil || sign == "+" ? share : -share
        guard size >= Self.largestFall, size <= 5 else {
          throw error("a jump is from -99% to 500%")
        }
      } else if keyword("sd") {
        deviation = try percentage("the spread of jumps", "sd 10%")
        guard deviation <= 2 else { throw error("the spread of jumps is from 0% to 200%") }
      } else {
        return .jumps(perYear: perYear, size: size, deviation: deviation)
      }
    }
  }

  private static let largestFall = -(Rational(decimal: "0.99") ?? 0)

  /// `student 4`
  private mutating func student() throws(CommandError) -> ProcessChoice {
    let bounds = "degrees of freedom are above 2, where returns begin to have a volatility, and at most 1,000"
    if scanner.symbol(["-", "−"]) != nil { throw errorHere(bounds) }
    guard let literal = try number() else { return .usualStudent }
    guard literal.unit == .none, !literal.isDollars else {
      throw error("degrees of freedom are a plain number, such as 4")
    }
    guard literal.value > 2, literal.value <= 1_000 else { throw error(bounds) }
    return .student(degrees: literal.value)
  }

  /// `garch alpha 10% beta 88% now 150%`
  private mutating func garch() throws(CommandError) -> ProcessChoice {
    guard case .garch(var alpha, var beta, var start) = ProcessChoice.usualGarch else { return .normal }
    while true {
      if keyword("alpha") {
        alpha = try percentage("alpha", "alpha 10%")
      } else if keyword("beta") {
        beta = try percentage("beta", "beta 88%")
      } else if keyword("now") {
        let volatility = try percentage("the volatility of now", "now 150%")
        guard volatility > 0, volatility <= Self.highestVolatility else {
          throw error("a volatility is above 0% and at most 1,000% a year")
        }
        start = volatility
      } else {
        break
      }
    }
    guard let sum = try? alpha + beta, sum < 1 else {
      let (one, other) = (Display.typedPercent(alpha), Display.typedPercent(beta))
      throw error("alpha \(one) and beta \(other) have to be below 100% together, or the volatility has no long run")
    }
    return .garch(alpha: alpha, beta: beta, start: start)
  }

  /// `bootstrap eth.csv block 20`
  private mutating func bootstrap() throws(CommandError) -> ProcessChoice {
    guard let file = text(), !file.isEmpty else {
      throw errorHere("the name of a price file is missing", try: ["\(manual.name) bootstrap prices.csv"])
    }
    guard keyword("block") else { return .bootstrap(file: file, meanBlock: ProcessChoice.usualBlock) }
    let bounds = "blocks are from 1 to 10,000 returns long"
    if scanner.symbol(["-", "−"]) != nil { throw errorHere(bounds) }
    guard let literal = try number() else {
      throw errorHere("the mean length of a block is missing", try: [appended(" 20")])
    }
    guard literal.unit == .none, !literal.isDollars, literal.value >= 1, literal.value <= 10_000 else {
      throw error(bounds)
    }
    return .bootstrap(file: file, meanBlock: literal.value)
  }

  /// Reads `drift kept`, with which a price file keeps its own; false when something else comes next.
  mutating func keptDrift() -> Bool {
    var ahead = self
    guard ahead.keyword("drift"), ahead.keyword("kept") else { return false }
    self = ahead
    return true
  }

  /// A percentage from 0% on, as a fraction.
  mutating func percentage(_ what: String, _ example: String) throws(CommandError) -> Rational {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("\(what) is not below 0%") }
    guard let literal = try number() else { throw errorHere("\(what) is missing", try: ["\(manual.name) \(example)"]) }
    guard literal.unit == .percent, let share = try? literal.fraction else { throw notAPercentage(literal, what) }
    return share
  }
}
