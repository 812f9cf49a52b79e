import FixedPoint
import Lending
import Reports

/// Repeats borrow and reinvest.
struct Loop: WorldCommand {
  static let manual = Manual(
    "loop", group: .loop,
    synopsis: [
      "loop COUNT [at PERCENT] [with ASSET] [slippage PERCENT]",
      "loop to MULTIPLE [at PERCENT] [with ASSET] [slippage PERCENT]",
    ],
    summary: "borrow and reinvest again",
    details: [
      "Each loop borrows until the debt is PERCENT of the collateral, swaps the loan for the collateral and deposits it. "
        + "Without a percentage it goes on with the one used last, or else up to the maximum LTV.",
      "`loop to 3x` stops at a leverage of 3; its last loop is a smaller one. `with ASSET` names what is borrowed: "
        + "depositing a stablecoin and looping with ether is a short. When a swap would lose more than the slippage limit, no "
        + "loop is made.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop 3 at 70%", shows: "three loops"),
      Manual.Example("deposit 10 ETH; loop to 3x", shows: "as many as a leverage of 3 takes"),
      Manual.Example(
        "swap 10 ETH to USDC; deposit max USDC; loop 2 at 60%", shows: "a short: ether is borrowed and sold"),
      Manual.Example("deposit 10 ETH; loop to 6x", shows: "beyond the limit of endless loops"),
    ])

  enum Goal: Equatable {
    case count(Int)
    case multiple(Rational)

    /// The beginning of the command for this goal.
    var text: String {
      switch self {
      case .count(let count): "loop \(count)"
      case .multiple(let multiple): "loop to \(Display.typed(multiple))x"
      }
    }
  }

  let goal: Goal
  let share: Rational?
  let loan: Symbol?
  let limit: Rational?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Loop {
    let goal: Goal
    if arguments.keyword("to") {
      goal = .multiple(try arguments.multiple("the leverage"))
    } else if let count = try arguments.loopCount() {
      goal = .count(count)
    } else {
      throw arguments.errorHere("how many loops?", try: ["loop 3", "loop 3 at 70%", "loop to 3x"])
    }
    let terms = try arguments.loopTerms()
    return Loop(goal: goal, share: terms.share, loan: terms.loan, limit: terms.limit)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.last?.lowercased() {
    case nil: [Candidate("3", "a number of loops"), Candidate("to", "up to a leverage")]
    case "to": [Candidate("2x", "twice the equity"), Candidate("3x", "three times the equity")]
    case "at": [Candidate("70%", "of the collateral"), Candidate("max", "up to the maximum LTV")]
    case "with": Candidates.assets(session)
    case "slippage": [.slippageLimit]
    default: [Candidate("at", "the loan-to-value of each loop"), Candidate("with", "the asset to borrow"), .slippage]
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let loopsBefore = world.ladder.loops
    let start = Ladder.Rung(
      step: loopsBefore == 0 ? .deposit : .loop(loopsBefore), borrowed: nil, bought: nil, balances: world.balances)
    let (run, steps) = try world.trading(
      within: limit, retry: { [retry($2)] }, quotes: { $0.steps.map(\.quote) },
      do: { (world) throws(CommandError) -> (run: LoopRun, steps: [LoopStep]) in
        let run = try LoopRun(goal: goal, share: share, loan: loan, in: world)
        return (run, try run.perform(on: &world))
      })
    let rungs = steps.enumerated().map { index, step in
      Ladder.Rung(
        step: .loop(loopsBefore + index + 1), borrowed: step.borrowed, bought: step.bought, balances: step.balances)
    }
    let report = LadderReport(world: world, rungs: [start] + rungs)
    return Report([.paragraph(run.sentence(steps, in: world))]) + report.brief(share: world.ladder.share)
  }

  /// The command with a limit that suffices.
  private func retry(_ sufficient: String) -> String {
    var words = goal.text
    if let share { words += " at \(Display.typedPercent(share))" }
    if let loan { words += " with \(loan)" }
    return words + " slippage \(sufficient)"
  }
}

extension ArgumentReader {
  /// How many loops; nil when no number comes next.
  mutating func loopCount() throws(CommandError) -> Int? {
    try wholeNumber("the number of loops", in: 1...World.mostLoops)
  }

  /// `at PERCENT` (or `at max`), `with ASSET` and, where trades are made, `slippage PERCENT` in any order; nil for what is
  /// not said.
  mutating func loopTerms(
    trading: Bool = true
  ) throws(CommandError) -> (share: Rational?, loan: Symbol?, limit: Rational?) {
    var terms: (share: Rational?, loan: Symbol?, limit: Rational?) = (nil, nil, nil)
    var seen: Set<String> = []
    while !isAtEnd {
      let word = try keyword(of: trading ? ["at", "with", "slippage"] : ["at", "with"])
      guard seen.insert(word).inserted else { throw error("`\(word)` was said before") }
      if word == "with" {
        terms.loan = try asset()
        if terms.loan == nil { throw errorHere("`with` takes the name of the asset to borrow") }
      } else if word == "slippage" {
        terms.limit = try slippageLimit()
      } else if !keyword("max") {
        terms.share = try share("the share to borrow in each loop")
      }
    }
    return terms
  }
}
