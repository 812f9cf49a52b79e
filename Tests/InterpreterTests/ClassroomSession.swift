import Markets
import Reports

@testable import Interpreter

/// Sessions as a file of commands has them: the classroom unless another market is named, 80 columns, no colour, and files
/// that stay in memory.
enum ClassroomSession {
  static func make(
    market: String = "classroom", acceptsPrefixes: Bool = false, files: any SessionFiles = ScratchFiles()
  ) throws -> Session {
    let surroundings = Surroundings(acceptsPrefixes: acceptsPrefixes, files: files, experiments: ScratchFiles())
    return try Session(
      market: try surroundings.market(named: market), surroundings: surroundings, marketName: market)
  }

  /// A session that prints what the prompt would show.
  static func runner() throws -> (String) -> (output: String, succeeded: Bool) {
    var session = try make()
    return { line in session.output(of: line) }
  }
}

extension Session {
  /// Runs a line; gives what the prompt would show, and whether all of it was carried out.
  mutating func output(of line: String) -> (output: String, succeeded: Bool) {
    let renderer = TextRenderer(width: 80)
    var output = ""
    let succeeded = run(line) { outcome, _ in
      switch outcome.result {
      case .success(let report): output += renderer.render(report)
      case .failure(let error): output += ErrorReport(error, in: outcome.command).text(renderer)
      }
    }
    return (output, succeeded)
  }

  /// What `print EXPRESSION` shows, or the sentence of the error.
  mutating func printed(_ expression: String) -> String {
    String(output(of: "print \(expression)").output.dropLast())
  }
}
