import Interpreter
import Markets
import Reports

/// A session as a check has it: a new one in the classroom, laid out for a fixed width, without colour.
struct CheckedSession {
  private(set) var session: Session
  private let renderer: TextRenderer

  /// What one prompt of a file came to.
  struct Answer {
    /// What was printed, as lines.
    var lines: [String]
    /// Whether all of it was carried out.
    var succeeded: Bool

    /// What is said of a failure, without the word for it.
    var reason: String {
      let line = lines.first { $0.hasPrefix("error: ") } ?? lines.first ?? ""
      return line.hasPrefix("error: ") ? String(line.dropFirst(7)) : line
    }
  }

  init(
    width: Int, seed: UInt64, files: any SessionFiles, recorder: (any SessionRecorder)? = nil
  ) throws(CommandError) {
    let surroundings = Surroundings(seed: seed, files: files, experiments: ScratchFiles(), recorder: recorder)
    session = try Session(market: try surroundings.market(named: Presets.names[0]), surroundings: surroundings)
    renderer = TextRenderer(width: width)
  }

  /// Runs what was typed at a prompt.
  mutating func run(_ text: String) -> Answer {
    guard !session.isOver else {
      return Answer(lines: ["error: the session has ended with `quit`"], succeeded: false)
    }
    var output = ""
    let renderer = renderer
    let succeeded = session.run(text) { outcome, _ in
      switch outcome.result {
      case .success(let report): output += renderer.render(report)
      case .failure(let error): output += ErrorReport(error, in: outcome.command).text(renderer)
      }
    }
    return Answer(lines: PrintedText.lines(of: output), succeeded: succeeded)
  }
}
