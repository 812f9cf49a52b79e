import Markets
import Reports

/// An experiment that is kept under a name: a text with the commands that lead to it.
struct KeptExperiment {
  let name: String

  static let ending = ".txt"
  private static let heading = "# lever experiment format=1"
  private static let byteLimit = 1 << 20

  private var file: String { name + Self.ending }

  func keep(_ experiment: Experiment, _ replacing: Bool, in session: Session) throws(CommandError) -> Report {
    let text = ([Self.heading] + experiment.commands).map { $0 + "\n" }.joined()
    try session.surroundings.experiments.write(
      text, to: file, replacing: replacing,
      else: CommandError(.refused, "an experiment \(name) is kept already", try: ["experiment keep \(name) replace"]))
    return Report([
      .paragraph("Kept as \(name, .strong): \(Display.rounds(experiment.roundsPlayed))."),
      .note("`\("experiment compare \(name)", .command)` puts it beside a later one; `lever data` deletes it."),
    ])
  }

  /// Reads the experiment by running its commands in a session of their own.
  func experiment(in session: Session) throws(CommandError) -> Experiment {
    let files = session.surroundings.experiments
    let kept = files.candidates(for: "", ending: Self.ending, what: "").map {
      String($0.text.dropLast(Self.ending.count))
    }
    guard kept.contains(name) else {
      throw CommandError(
        .refused, "no experiment is kept as `\(name)`", try: Spelling.suggestions(for: name, among: kept),
        isSpelling: true)
    }
    let text = try files.text(of: file, limit: Self.byteLimit, what: "a kept experiment")
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.first == Self.heading else {
      throw CommandError(.syntax, "\(file) is no experiment of the format that is known here")
    }
    let surroundings = Surroundings()
    var scratch = try Session(
      market: try surroundings.market(named: Session.firstMarketName), surroundings: surroundings)
    for (index, line) in lines.enumerated().dropFirst() {
      for command in CommandLineSplitter.commands(in: line) {
        do throws(CommandError) {
          _ = try scratch.run(command).get()
        } catch {
          throw CommandError(error.kind, "\(file):\(index + 1): \(error.message)")
        }
      }
    }
    guard let experiment = scratch.world.experiment, experiment.roundsPlayed > 0 else {
      throw CommandError(.syntax, "\(file) holds no round of an experiment")
    }
    // Whatever leads to an experiment is in its own commands: another line was written by somebody else.
    for (index, line) in lines.enumerated().dropFirst()
    where !experiment.commands.indices.contains(index - 1) || experiment.commands[index - 1] != line {
      throw CommandError(.syntax, "\(file):\(index + 1): `\(line)` is no line that `experiment keep` writes here")
    }
    return experiment
  }
}
