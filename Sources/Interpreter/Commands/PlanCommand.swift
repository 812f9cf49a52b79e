import FixedPoint
import Reports

/// Writes down what one means to do in an experiment, before the first round.
struct PlanCommand: WorldCommand {
  static let manual = Manual(
    "plan", group: .measuring,
    synopsis: ["plan after-win MULTIPLE after-loss MULTIPLE [exit -PERCENT] [hits COUNT]", "plan"],
    summary: "what you mean to do",
    details: [
      "The leverage that you mean to choose after a round that won and after one that lost; perhaps the fall of a block's equity at "
        + "which you mean to stay out for the rest of the block (`round 0x`); and perhaps how many of 20 intervals you expect to hold "
        + "the price. It is your prediction of yourself: it is written before the first round, and `experiment report` puts what you "
        + "did beside it."
    ],
    examples: [
      Manual.Example("experiment start; plan after-win 2x after-loss 1.5x exit -30%", shows: "a plan"),
      Manual.Example("experiment start; plan", shows: "that there is none"),
      Manual.Example("experiment start; round 2x; plan after-win 2x after-loss 2x", shows: "too late"),
    ])

  /// Nil to show it.
  let plan: ExperimentPlan?

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> PlanCommand {
    if arguments.isAtEnd { return PlanCommand(plan: nil) }
    var (win, loss, exit, hits) = (Rational?.none, Rational?.none, Rational?.none, Int?.none)
    while !arguments.isAtEnd {
      if arguments.keywords("after", "win") {
        win = try arguments.gameLeverage("the leverage after a win")
      } else if arguments.keywords("after", "loss") {
        loss = try arguments.gameLeverage("the leverage after a loss")
      } else if arguments.keyword("exit") {
        exit = try arguments.fall("the exit")
      } else if arguments.keyword("hits") {
        guard let count = try arguments.wholeNumber("the number of hits", in: 0...20) else {
          throw arguments.errorHere("the number of hits is missing: how many of 20", try: ["hits 18"])
        }
        hits = count
      } else {
        throw arguments.unknownWord(among: ["after-win", "after-loss", "exit", "hits"])
      }
    }
    guard let win else { throw arguments.errorHere("`after-win` is missing", try: manual.synopsis) }
    guard let loss else { throw arguments.errorHere("`after-loss` is missing", try: manual.synopsis) }
    return PlanCommand(plan: ExperimentPlan(afterWin: win, afterLoss: loss, exit: exit, hits: hits))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch words.last?.lowercased() {
    case "after-win", "after-loss": [Candidate("2x", "a leverage")]
    case "exit": [Candidate("-30%", "of a block's equity")]
    case "hits": [Candidate("18", "of 20 intervals")]
    default:
      [
        Candidate("after-win", "the leverage then"), Candidate("after-loss", "the leverage then"),
        Candidate("exit", "the fall after which you stay out"),
        Candidate("hits", "how many of 20 intervals will hold the price"),
      ].filter { !words.contains($0.text) }
    }
  }

  func run(on world: inout World) throws(CommandError) -> Report {
    let experiment = try world.experimentAtHand()
    guard let plan else {
      guard let plan = experiment.plan else {
        throw CommandError(.refused, "there is no plan", try: ["plan after-win 2x after-loss 2x"])
      }
      return Report([.values(plan.lines)])
    }
    guard experiment.roundsPlayed == 0 else {
      throw CommandError(
        .refused,
        "a plan is written before the first round, and \(Display.rounds(experiment.roundsPlayed)) came before",
        try: experiment.roundsPlayed == 1 ? ["undo", "experiment end"] : ["experiment end"])
    }
    world.experiment?.write(plan)
    return Report([
      .paragraph("Your plan is written down."), .values(plan.lines),
      .note("`\("round", .command)` with a leverage plays the first round."),
    ])
  }
}
