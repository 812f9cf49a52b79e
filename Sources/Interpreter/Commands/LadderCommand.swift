import FixedPoint
import Lending
import Reports

/// Shows the loops of the position, or those that would follow, one row each.
struct LadderCommand: Inquiry {
  static let manual = Manual(
    "ladder", group: .loop,
    synopsis: ["ladder", "ladder COUNT [at PERCENT] [with ASSET]"],
    summary: "every loop as a row",
    details: [
      "Without a number it shows the loops you made, at today's prices; with one it shows what so many more loops would "
        + "do, and changes nothing. The last line is the limit of endless loops, 1 ÷ (1 − LTV).",
      "Exposure is the value of the whole collateral. The buffer is how far the price may move until the health factor "
        + "is 1.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; loop 5 at 70%; ladder", shows: "five loops and their limit"),
      Manual.Example("deposit 10 ETH; ladder 3 at 50%", shows: "three loops that are not made"),
    ])

  let count: Int?
  let share: Rational?
  let loan: Symbol?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> LadderCommand {
    guard let count = try arguments.loopCount() else { return LadderCommand(count: nil, share: nil, loan: nil) }
    let terms = try arguments.loopTerms(trading: false)
    return LadderCommand(count: count, share: terms.share, loan: terms.loan)
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.isEmpty
      ? [Candidate("5", "loops that would follow")]
      : Loop.candidates(after: words, in: session).filter { $0 != .slippage }
  }

  func report(on world: World, in session: Session) throws(CommandError) -> Report {
    guard let count else { return try past(of: world) }
    var next = world
    let run = try LoopRun(goal: .count(count), share: share, loan: loan, in: next)
    _ = try run.perform(on: &next)
    let report = LadderReport(world: next, rungs: next.ladder.rungs).full(share: next.ladder.share)
    let terms = "at \(Display.typedPercent(run.share)) with \(run.loan)"
    return report + Report([.note("Nothing was changed: `loop \(count) \(terms)` makes these loops.")])
  }

  private func past(of world: World) throws(CommandError) -> Report {
    guard !world.balances.isEmpty, !world.ladder.rungs.isEmpty else {
      throw CommandError(.refused, "there is no position yet", try: world.depositSuggestion)
    }
    var report = LadderReport(world: world, rungs: world.ladder.rungs).full(share: world.ladder.share)
    if let last = world.ladder.rungs.last, last.balances != world.balances {
      report.append(.note("The position has changed since the last rung: `position` shows it as it is now."))
    } else if world.ladder.loops == 0 {
      report.append(.note("No loop was made yet: `ladder 5 at 70%` shows what five loops would do."))
    }
    return report
  }
}
