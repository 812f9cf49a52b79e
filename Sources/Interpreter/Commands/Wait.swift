import FixedPoint
import Markets
import Reports

/// Lets time pass at standing prices.
struct Wait: Command {
  static let manual = Manual(
    "wait", group: .world, synopsis: ["wait NUMBER days", "wait until EXPRESSION"], summary: "let time pass",
    details: [
      "Interest is added to supplies and debts, as the protocol does it: rates hold for a day, then follow what is lent. Prices "
        + "stand still. With keepers on, a position that falls below a health factor of 1 on the way is liquidated that day.",
      "Besides days there are seconds, minutes, hours, weeks and years (of 365 days), ten years at most. `wait until` stops at the "
        + "first second at which the expression is true; expressions are those of `print`.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop to 3x; wait 30 days", shows: "a month of interest"),
      Manual.Example(
        "rate USDC 25.5%; deposit 10 ETH; loop to 4.5x; wait until hf < 1.01", shows: "a flat price is not a safe price"
      ),
      Manual.Example("wait until hf < 1", shows: "what never becomes true"),
    ])

  enum Length: Equatable, Sendable {
    case seconds(UInt64)
    case until(Expression, String)
  }

  let length: Length

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Wait {
    if arguments.keyword("until") {
      arguments.scanner.skipBlanks()
      let start = arguments.scanner.position
      let expression = try arguments.expression()
      return Wait(length: .until(expression, arguments.scanner.text(start..<arguments.scanner.position)))
    }
    return Wait(length: .seconds(try arguments.duration()))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.count {
    case 0: [Candidate("until", "something is true"), Candidate("30", "days, or another unit")]
    case 1 where words[0] == "until": Print.candidates(after: [], in: session)
    case 1: TimeUnit.allCases.map { Candidate($0.plural, "a unit of time") }
    default: []
    }
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    try session.change { (world) throws(CommandError) in
      let first = world.day
      let passed: PassedTime
      switch length {
      case .seconds(let seconds): passed = try world.wait(seconds)
      case .until(let expression, let text):
        let isTrue = { (world: World) throws(CommandError) -> Bool in
          try Check(expression: expression, text: text).refusal(in: world, asker: "wait until") == nil
        }
        guard try !isTrue(world) else { throw CommandError(.refused, "`\(text)` is true already") }
        guard let until = try world.wait(until: isTrue) else {
          throw CommandError(.refused, "`\(text)` does not become true within ten years at standing prices")
        }
        passed = until
      }
      return passed.report(since: first, in: world)
    }
  }
}

/// The units in which `wait` counts.
enum TimeUnit: String, CaseIterable {
  case second, minute, hour, day, week, year

  var plural: String { rawValue + "s" }

  var seconds: UInt64 {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3_600
    case .day: World.secondsPerDay
    case .week: 7 * World.secondsPerDay
    case .year: 365 * World.secondsPerDay
    }
  }

  /// The unit of a word, abbreviations included.
  init?(_ word: String) {
    let word = word.lowercased()
    let short: [String: TimeUnit] = [
      "s": .second, "sec": .second, "min": .minute, "h": .hour, "d": .day, "w": .week, "y": .year,
    ]
    guard let unit = short[word] ?? Self.allCases.first(where: { $0.rawValue == word || $0.plural == word }) else {
      return nil
    }
    self = unit
  }
}

extension ArgumentReader {
  /// A time such as `30 days`, in seconds: above zero and at most ten years.
  mutating func duration() throws(CommandError) -> UInt64 {
    if scanner.symbol(["-", "−"]) != nil { throw errorHere("time does not run backwards", try: ["undo"]) }
    guard let literal = try number() else { throw expected("a time, such as `30 days`,") }
    let numberRange = lastRange
    guard literal.unit == .none, !literal.isDollars else {
      throw error("a time is a number and a unit", try: ["\(manual.name) 30 days"])
    }
    guard let word = scanner.chunk() else {
      throw errorHere("the unit of time is missing", try: [appended(" days")])
    }
    guard let unit = TimeUnit(word) else {
      let near = Spelling.suggestions(for: word, among: TimeUnit.allCases.map(\.plural))
      throw error("`\(word)` is no unit of time", try: near, isSpelling: true)
    }
    let range = numberRange.lowerBound..<lastRange.upperBound
    guard let seconds = try? literal.value * Rational(UInt256(unit.seconds)), seconds.denominator == .one else {
      throw CommandError(.syntax, "a time is a whole number of seconds", at: range)
    }
    guard !seconds.isZero, !seconds.isNegative, seconds <= Rational(UInt256(World.longestWait)) else {
      throw CommandError(.syntax, "a time is above zero and at most ten years", at: range)
    }
    return UInt64(seconds.numerator.low)
  }
}
