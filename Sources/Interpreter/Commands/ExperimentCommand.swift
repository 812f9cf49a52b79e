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
        + "part B as many again; each block begins with $10,000. In the last block results are paid out between rounds.",
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
    case start(ExperimentTerms)
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
    case "start": return ExperimentCommand(action: .start(try arguments.experimentTerms()))
    case "report": return ExperimentCommand(action: .report)
    case "table":
      return ExperimentCommand(action: .table(arguments.isAtEnd ? nil : try arguments.experimentTerms(isTable: true)))
    case "rule": return ExperimentCommand(action: .rule(try arguments.experimentRule()))
    case "replay": return ExperimentCommand(action: .replay)
    case "export":
      let name = try arguments.fileName()
      try arguments.endOfFileName(name, last: "replace")
      return ExperimentCommand(action: .export(name, replacing: arguments.keyword("replace")))
    case "keep":
      let name = try arguments.experimentName()
      return ExperimentCommand(action: .keep(name, replacing: arguments.keyword("replace")))
    case "compare": return ExperimentCommand(action: .compare(try arguments.experimentName()))
    case "open": return ExperimentCommand(action: .open(try arguments.experimentName()))
    default: return ExperimentCommand(action: .end)
    }
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    switch (words.first?.lowercased(), words.last?.lowercased()) {
    case (nil, _):
      return [
        Candidate("start", "begin one"), Candidate("report", "what it says about you"),
        Candidate("table", "what leverages come to"), Candidate("rule", "write one for yourself"),
        Candidate("replay", "with the rule enforced"),
        Candidate("export", "a row for each round"), Candidate("keep", "under a name"),
        Candidate("compare", "with a kept one"), Candidate("open", "a kept one"), Candidate("end", "give it up"),
      ]
    case ("start", "rounds"): return [Candidate("20", "of each part")]
    case ("start", "seed"): return [Candidate("7", "any whole number")]
    case ("start", "vol"), ("table", "vol"): return [Candidate("80%", "a year")]
    case ("start", "drift"), ("table", "drift"): return [Candidate("96%", "growth of the mean price in a year")]
    case ("start", _):
      return [
        Candidate("rounds", "of each part"), Candidate("seed", "another game"), Candidate("vol", "the volatility"),
        Candidate("drift", "the growth of the mean price"),
      ].filter { !words.contains($0.text) }
    case ("table", _):
      return [Candidate("vol", "the volatility"), Candidate("drift", "the growth of the mean price")].filter {
        !words.contains($0.text)
      }
    case ("rule", "at"): return [Candidate("most", "a highest leverage")]
    case ("rule", "most"): return [Candidate("1.5x", "the highest leverage")]
    case ("rule", "every"): return [Candidate("4", "rounds")]
    case ("rule", "exit"): return [Candidate("-30%", "of a block's equity")]
    case ("rule", _):
      return [
        Candidate("at", "most this leverage"), Candidate("every", "change it only every so many rounds"),
        Candidate("exit", "stay out after a fall"),
      ].filter { !words.contains($0.text) }
    case ("keep", _), ("compare", _), ("open", _):
      guard words.count == 1 else {
        return words.count == 2 && words[0] == "keep" ? [Candidate("replace", "the old one")] : []
      }
      let kept = session.surroundings.experiments.candidates(
        for: "", ending: KeptExperiment.ending, what: "a kept experiment")
      return kept.map { Candidate(String($0.text.dropLast(KeptExperiment.ending.count)), $0.description) }
    case ("export", _): return words.count == 2 ? [Candidate("replace", "the file, if it exists")] : []
    default: return []
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
    case .start(var terms):
      if let seed = terms.givenSeed { terms.seed = seed } else { terms.seed = session.surroundings.seed }
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
      return try session.change(keepersWait: true) { (world) throws(CommandError) in
        world.experiment = kept
        return Report([.paragraph("The experiment \(name, .strong) is open.")]) + ExperimentReport(kept).status
      }
    case .end:
      _ = try session.world.experimentAtHand()
      return try session.change(keepersWait: true) { (world) throws(CommandError) in
        world.experiment = nil
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
    do {
      try session.surroundings.files.write(ExperimentTable(experiment).text, to: name, replacing: replacing)
    } catch {
      // The other kinds of errors say all there is to say.
      guard !replacing, error.kind == .refused else { throw error }
      throw CommandError(
        .refused, "there is a file \(name) already", try: ["experiment export \(typedName) replace"])
    }
    return Report([.paragraph("Wrote \(name, .strong): \(Display.rounds(experiment.roundsPlayed)), a row for each.")])
  }
}

extension World {
  /// The experiment, or an error where there is none.
  func experimentAtHand() throws(CommandError) -> Experiment {
    guard let experiment else {
      throw CommandError(.refused, "there is no experiment yet", try: ["experiment start"])
    }
    return experiment
  }

  /// The experiment with at least one round, or an error.
  func experimentWithRounds() throws(CommandError) -> Experiment {
    let experiment = try experimentAtHand()
    guard experiment.roundsPlayed > 0 else {
      throw CommandError(.refused, "no round is played yet", try: ["round 2x"])
    }
    return experiment
  }
}

extension ArgumentReader {
  fileprivate mutating func experimentName() throws(CommandError) -> String {
    if isAtEnd { throw errorHere("a name is missing", try: ["experiment keep baseline"]) }
    return try name("a name")
  }

  /// What follows `start`, or `table`, which has neither rounds nor a seed.
  fileprivate mutating func experimentTerms(isTable: Bool = false) throws(CommandError) -> ExperimentTerms {
    var terms = ExperimentTerms()
    while !isAtEnd {
      if !isTable, keyword("rounds") {
        guard let count = try wholeNumber("the number of rounds", in: ExperimentTerms.roundsAllowed) else {
          throw errorHere("the number of rounds is missing", try: ["experiment start rounds 20"])
        }
        guard count.isMultiple(of: 2) else {
          throw error(
            "the rounds make two blocks, so their number is even", try: [corrected(lastRange, "\(count + 1)")])
        }
        terms.rounds = count
      } else if !isTable, keyword("seed") {
        terms.givenSeed = try seed()
      } else if keyword("vol") || keyword("volatility") {
        terms.volatility = try rate("the volatility", in: 5...400)
      } else if keyword("drift") {
        let isNegative = scanner.symbol(["-", "−"]) != nil
        let drift = try rate("the drift", in: 0...500)
        terms.drift = isNegative ? (try? 0 - drift) ?? drift : drift
      } else {
        throw unknownWord(among: (isTable ? [] : ["rounds", "seed"]) + ["vol", "drift"])
      }
    }
    return terms
  }

  /// A percentage of a year within whole percents.
  private mutating func rate(_ what: String, in range: ClosedRange<Int>) throws(CommandError) -> Rational {
    guard let literal = try number() else { throw expected("\(what), such as `80%`,") }
    guard literal.unit == .percent, let fraction = try? literal.fraction else {
      throw error("\(what) is a percentage", try: percentage(literal).map { [corrected(lastRange, $0)] } ?? [])
    }
    guard literal.value >= Rational(range.lowerBound), literal.value <= Rational(range.upperBound) else {
      throw error("\(what) has to be from \(range.lowerBound)% to \(range.upperBound)% a year")
    }
    return fraction
  }

  fileprivate mutating func experimentRule() throws(CommandError) -> ExperimentRule {
    var rule = ExperimentRule()
    while !isAtEnd {
      if keywords("at", "most") {
        rule.most = try gameLeverage("the highest leverage")
      } else if keyword("every") {
        guard let count = try wholeNumber("the number of rounds", in: 1...100) else {
          throw errorHere("the number of rounds is missing", try: ["experiment rule every 4"])
        }
        rule.every = count
        _ = keyword("rounds") || keyword("round")
      } else if keyword("exit") {
        rule.exit = try fall("the exit")
      } else {
        throw unknownWord(among: ["at", "every", "exit"])
      }
    }
    guard rule != ExperimentRule() else {
      throw errorHere("a rule is missing", try: ["experiment rule at most 1.5x", "experiment rule every 4 exit -30%"])
    }
    return rule
  }
}
