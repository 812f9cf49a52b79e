import FixedPoint
import Reports

/// Begins, shows, exports and keeps a game in which a learner measures himself.
struct ExperimentCommand: Command {
  static let manual = Manual(
    "experiment", group: .measuring,
    synopsis: [
      "experiment start [rounds 20] [seed NUMBER] [vol 80%] [drift 96%]", "experiment",
      "experiment report", "experiment rule [at most MULTIPLE] [every COUNT] [exit -PERCENT]", "experiment replay",
      "experiment table [vol 80%] [drift 96%]", "experiment export FILE [replace]",
      "experiment keep NAME [replace]", "experiment compare NAME", "experiment open NAME", "experiment end",
    ],
    summary: "measure yourself",
    details: [
      "A game of weeks. The price of ETH moves at random, its volatility and its drift are said before and never change. You "
        + "choose a leverage for each round (`round 2x`) and may say what you expect. Part A has `rounds` rounds in two blocks, "
        + "part B as many again; each block begins with $10,000. In the last block results are paid out between rounds. "
        + "The same seed gives the same weeks; where none is named, the next game of a session has the next "
        + "seed. A week that is taken back with `undo` has been seen, and the report says how many were played again.",
      "`experiment report` compares your rounds after wins with those after losses, what you stated with what the formula says, "
        + "and your leverage with the one of the highest growth. It gives a verdict only where chance is an unlikely reason; that no "
        + "drift is found is a normal result. `experiment table` computes what leverages come to in this game.",
      "`experiment rule` writes down one rule for yourself, and `experiment replay` plays your rounds again on the same returns with "
        + "the rule enforced. `experiment export` writes a table with a row for each round.",
      "`experiment keep` keeps an experiment under a name in the folder of your own data, where `experiment compare` finds it to put "
        + "beside a later one, and `experiment open` to go on. `lever data` lists and deletes all that is kept.",
      "The prices are simulated and no money is at stake, so it says little about how you would act with real money.",
    ],
    examples: [
      Manual.Example("experiment start seed 7", shows: "what will be played"),
      Manual.Example(
        "experiment start rounds 4 seed 7; round 2x odds 5% interval 1700 2400; round 2x; experiment",
        shows: "two rounds"),
      Manual.Example("experiment table", shows: "what leverages come to"),
      Manual.Example(
        "experiment start rounds 4 seed 7; round 2x; experiment keep baseline; experiment end; experiment start rounds 4 seed 8; round 3x; experiment compare baseline",
        shows: "two games beside each other"),
      Manual.Example("experiment report", shows: "that there is nothing to report"),
    ])

  static let fileArgument: FileArgument? = FileArgument(ending: ".csv", what: "a table", behind: "export")

  enum Action: Equatable, Sendable {
    /// Without a seed the first game has that of the session and a later one the next.
    case start(ExperimentTerms, seed: UInt64?)
    case status
    case report
    case table(ExperimentTerms?)
    case rule(ExperimentRule)
    case replay
    case export(String, replacing: Bool)
    case keep(String, replacing: Bool)
    case compare(String)
    case open(String)
    case end
  }

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> ExperimentCommand {
    guard !arguments.isAtEnd else { return ExperimentCommand(action: .status) }
    switch try arguments.keyword(of: [
      "start", "report", "table", "rule", "replay", "export", "keep", "compare", "open", "end",
    ]) {
    case "start":
      let (terms, seed) = try arguments.experimentTerms()
      return ExperimentCommand(action: .start(terms, seed: seed))
    case "report": return ExperimentCommand(action: .report)
    case "table":
      return ExperimentCommand(
        action: .table(arguments.isAtEnd ? nil : try arguments.experimentTerms(isTable: true).terms))
    case "rule": return ExperimentCommand(action: .rule(try arguments.experimentRule()))
    case "replay": return ExperimentCommand(action: .replay)
    case "export":
      let name = try arguments.fileName(example: "experiment export rounds.csv")
      try arguments.endOfFileName(name, last: "replace", of: "experiment export")
      return ExperimentCommand(action: .export(name, replacing: arguments.keyword("replace")))
    case "keep":
      let name = try arguments.experimentName()
      return ExperimentCommand(action: .keep(name, replacing: arguments.keyword("replace")))
    case "compare": return ExperimentCommand(action: .compare(try arguments.experimentName()))
    case "open": return ExperimentCommand(action: .open(try arguments.experimentName()))
    default: return ExperimentCommand(action: .end)
    }
  }

  var reachesOut: Bool {
    switch action {
    case .export, .keep, .open: true
    default: false
    }
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    switch action {
    case .start(var terms, let seed):
      terms.seed = seed ?? session.world.nextExperimentSeed(first: session.surroundings.seed)
      return try begin(terms, in: &session)
    case .status: return ExperimentReport(try session.world.experimentAtHand()).status
    case .report: return try ExperimentReport(session.world.experimentWithRounds()).whole
    case .table(let terms):
      return GameTableReport(terms: terms ?? session.world.experiment?.terms ?? ExperimentTerms()).report
    case .rule(let rule):
      _ = try session.world.experimentWithRounds()
      return try session.change(keepersWait: true) { (world) throws(CommandError) in
        world.experiment?.write(rule)
        return Report([
          .paragraph("Your rule: \(rule.sentence, .strong)."),
          .note("`\("experiment replay", .command)` plays your rounds again with it."),
        ])
      }
    case .replay:
      let experiment = try session.world.experimentWithRounds()
      guard let rule = experiment.rule else {
        throw CommandError(.refused, "there is no rule yet", try: ["experiment rule at most 1.5x"])
      }
      return ExperimentReport(experiment).replay(rule)
    case .export(let name, let replacing): return try export(name, replacing, in: session)
    case .keep(let name, let replacing):
      return try KeptExperiment(name: name).keep(session.world.experimentWithRounds(), replacing, in: session)
    case .compare(let name):
      let kept = try KeptExperiment(name: name).experiment(in: session)
      return ComparedExperiments(
        names: (name, "now"), experiments: (kept, try session.world.experimentWithRounds())
      ).report
    case .open(let name):
      let kept = try KeptExperiment(name: name).experiment(in: session)
      let report = try session.change(keepersWait: true) { (world) throws(CommandError) in
        world.experiment = kept
        return Report([.paragraph("The experiment \(name, .strong) is open.")]) + ExperimentReport(kept).status
      }
      session.noteSeenRounds()
      return report
    case .end:
      _ = try session.world.experimentAtHand()
      return try session.change(keepersWait: true) { (world) throws(CommandError) in
        world.giveUpExperiment()
        return Report([.paragraph("The experiment is given up; `\("undo", .command)` brings it back.")])
      }
    }
  }

  private func begin(_ terms: ExperimentTerms, in session: inout Session) throws(CommandError) -> Report {
    if let experiment = session.world.experiment, experiment.roundsPlayed > 0, !experiment.isOver {
      throw CommandError(
        .refused, "an experiment is under way, with \(Display.rounds(experiment.roundsPlayed)) played",
        try: ["experiment report", "experiment end"])
    }
    return try session.change(keepersWait: true) { (world) throws(CommandError) in
      let experiment = Experiment(terms)
      world.experiment = experiment
      return ExperimentReport(experiment).opening
    }
  }

  private func export(_ name: String, _ replacing: Bool, in session: Session) throws(CommandError) -> Report {
    let experiment = try session.world.experimentWithRounds()
    let typedName = ArgumentReader.typed(fileName: name) ?? name
    try session.surroundings.files.write(
      ExperimentTable(experiment).text, to: name, replacing: replacing,
      else: CommandError(
        .refused, "there is a file \(name) already", try: ["experiment export \(typedName) replace"]))
    return Report([.paragraph("Wrote \(name, .strong): \(Display.rounds(experiment.roundsPlayed)), a row for each.")])
  }
}
