import FixedPoint
import Lending
import Reports
import Simulation

/// Shows the chance that a price touches the liquidation price, and which buffer a stated chance takes.
struct Odds: Inquiry {
  static let manual = Manual(
    "odds", group: .seeing,
    synopsis: [
      "odds [BUFFER] [vol PERCENT] [days COUNT] [drift PERCENT | mean PERCENT]",
      "odds risk PERCENT [vol PERCENT] [days COUNT] [drift PERCENT | mean PERCENT]",
    ],
    summary: "the chance of liquidation",
    details: [
      "Computes how likely it is that the price touches the liquidation price at some moment, and that it ends beyond it: for "
        + "your position with its interest, or for a buffer that you state. With `risk` it goes the other way: from a "
        + "chance to the buffer, the health factor and the most leverage. Nothing is changed.",
      "The price moves at random with one volatility, 80% a year unless you say otherwise, for 30 days. `drift` is the "
        + "growth of the median price in a year: with 0%, which counts if you name none, the price is as likely to end "
        + "higher as lower. `mean` is the growth of the mean price, which a few large gains lift above the median: with "
        + "`mean 0%` the median falls.",
      "The model is log-normal and knows no fat tails: real prices fall by much within a day more often than it says.",
    ],
    examples: [
      Manual.Example("odds 20%", shows: "a buffer of 20%"),
      Manual.Example("deposit 10 ETH; borrow 13200 USDC; odds", shows: "your position, with its interest"),
      Manual.Example("odds 20% vol 40%; odds 20% mean 0%", shows: "half the volatility, and another drift"),
      Manual.Example("odds risk 5%", shows: "the buffer for a stated chance"),
      Manual.Example("odds 20% vol 10000%", shows: "a volatility beyond the limit"),
    ])

  enum Question: Equatable {
    case position
    /// The fall to liquidation, as a fraction above 0 and below 1.
    case buffer(Rational)
    /// The chance of a touch, as a fraction above 0 and below 1.
    case risk(Rational)
  }

  let question: Question
  let model: PriceModel
  /// Whether the volatility is the learner's own and not supposed.
  let namesVolatility: Bool

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Odds {
    var question: Question?
    var model = PriceModel.usual
    var given: Set<String> = []
    while !arguments.isAtEnd {
      if try arguments.term(of: &model, given: &given) { continue }
      let asksForRisk = arguments.keyword("risk")
      if asksForRisk, question != nil { throw arguments.error("a buffer and a risk are two questions: ask one") }
      guard let share = try arguments.part(asksForRisk ? "a risk" : "a buffer") else { break }
      if question != nil { throw arguments.error("one buffer or one risk is enough") }
      question = asksForRisk ? .risk(share) : .buffer(share)
    }
    return Odds(question: question ?? .position, model: model, namesVolatility: given.contains("vol"))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.last?.lowercased() {
    case "vol": return [Candidate("80%", "a year")]
    case "days": return [Candidate("30", "days")]
    case "drift", "mean": return [Candidate("0%", "a year")]
    case "risk": return [Candidate("5%", "the chance of a touch")]
    default: break
    }
    let terms = [
      Candidate("vol", "the volatility of a year"), Candidate("days", "the horizon"),
      Candidate("drift", "the growth of the median price"), Candidate("mean", "the growth of the mean price"),
    ]
    let said = Set(words.map { $0.lowercased() })
    let questions = [Candidate("20%", "a buffer"), Candidate("risk", "from a chance to the buffer")]
    return (words.isEmpty ? questions : []) + terms.filter { !said.contains($0.text) }
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    switch question {
    case .position:
      return try report(onPositionOf: world)
    case .buffer(let buffer):
      let ratio = 1 - buffer.doubleValue
      let passage = FirstPassage(to: ratio, of: model.process)
      return OddsReport(model: model, passage: passage, buffer: buffer, ending: "below").report
    case .risk(let risk):
      return RiskReport(model: model, risk: risk, collateral: world.mainCollateral, world: world).report
    }
  }

  private func report(onPositionOf world: World) throws(CommandError) -> Report {
    let path = try LiquidationPath(
      in: world, under: model, namesVolatility: namesVolatility, command: "odds", otherwise: ["odds 20%"])
    return OddsReport(
      model: model, passage: path.passage, buffer: path.position.buffer,
      ending: path.liquidation.isRise ? "above" : "below", remark: LiquidationText.remark(path.position),
      levelGrowth: path.levelGrowth
    ).report
  }
}

extension ArgumentReader {
  /// A percentage above 0 and below 100; nil when no number comes next.
  fileprivate mutating func part(_ what: String) throws(CommandError) -> Rational? {
    let bounds = "\(what) is above 0% and below 100%"
    if scanner.symbol(["-", "−"]) != nil { throw errorHere(bounds) }
    guard let literal = try number() else {
      if what == "a risk" { throw errorHere("the risk is missing", try: ["odds risk 5%"]) }
      return nil
    }
    guard literal.unit == .percent else { throw notAPercentage(literal, what) }
    guard let share = try? literal.fraction, share > 0, share < 1 else { throw error(bounds) }
    return share
  }
}
