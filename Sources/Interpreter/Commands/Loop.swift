import FixedPoint
import Lending
public import Reports

/// Repeats borrow and reinvest.
public struct Loop: WorldCommand {
  public static let manual = Manual(
    "loop", group: .loop,
    synopsis: ["loop COUNT [at PERCENT] [with ASSET]", "loop to MULTIPLE [at PERCENT] [with ASSET]"],
    summary: "borrow and reinvest again",
    details: [
      "Each loop borrows until the debt is PERCENT of the collateral, swaps the loan for the collateral and deposits it. "
        + "Without a percentage it goes on with the one used last, or else up to the maximum LTV.",
      "`loop to 3x` stops at a leverage of 3; its last loop is a smaller one. `with ASSET` names what is borrowed: "
        + "depositing a stablecoin and looping with ether is a short.",
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
  }

  let goal: Goal
  let share: Rational?
  let loan: Symbol?

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Loop {
    let goal: Goal
    if arguments.keyword("to") {
      goal = .multiple(try arguments.multiple("the leverage"))
    } else if let count = try arguments.loopCount() {
      goal = .count(count)
    } else {
      throw arguments.errorHere("how many loops?", try: ["loop 3", "loop 3 at 70%", "loop to 3x"])
    }
    let share = arguments.keyword("at") ? try arguments.loopShare() : nil
    var loan: Symbol?
    if arguments.keyword("with") {
      loan = try arguments.asset()
      if loan == nil { throw arguments.errorHere("`with` takes the name of the asset to borrow") }
    }
    return Loop(goal: goal, share: share, loan: loan)
  }

  public static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.last?.lowercased() {
    case nil: [Candidate("3", "a number of loops"), Candidate("to", "up to a leverage")]
    case "to": [Candidate("2x", "twice the equity"), Candidate("3x", "three times the equity")]
    case "at": [Candidate("70%", "of the collateral"), Candidate("max", "up to the maximum LTV")]
    case "with": Candidates.assets(session)
    default: [Candidate("at", "the loan-to-value of each loop"), Candidate("with", "the asset to borrow")]
    }
  }

  public func run(on world: inout World) throws(CommandError) -> Report {
    let start = Ladder.Rung(borrowed: nil, bought: nil, balances: world.balances)
    let numberBefore = world.ladder.loops
    let rungsBefore = world.ladder.rungs.count
    let run = try LoopRun(goal: goal, share: share, loan: loan, in: world)
    let steps = try run.perform(on: &world)
    let rungs = [start] + world.ladder.rungs.dropFirst(rungsBefore)
    let report = LadderReport(world: world, rungs: rungs, firstNumber: numberBefore)
    return Report([.paragraph(run.sentence(steps, in: world))]) + report.brief(share: world.ladder.share)
  }
}

extension ArgumentReader {
  /// How many loops; nil when no number comes next.
  mutating func loopCount() throws(CommandError) -> Int? {
    try wholeNumber("the number of loops", in: 1...World.mostLoops)
  }

  /// The share of the collateral to borrow in each loop; nil for `max`.
  mutating func loopShare() throws(CommandError) -> Rational? {
    if keyword("max") { return nil }
    return try share("the share to borrow in each loop")
  }
}
