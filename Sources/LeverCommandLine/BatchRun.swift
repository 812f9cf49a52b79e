import Interpreter
import Notebook

/// Runs commands from a line source without a prompt and stops at the first error.
struct BatchRun {
  let writer: OutcomeWriter
  /// How places are named in messages; nil for commands given with -c.
  let sourceName: String?
  let recorder: TranscriptRecorder
  let work: LongWork

  /// Runs one text of commands, such as that of -c; gives the exit code.
  func run(_ text: String, in session: inout Session) throws(StandardOutput.Failure) -> ExitCode {
    try run(text, line: 1, in: &session)
  }

  /// Runs all lines of a source; gives the exit code.
  func run(_ source: inout LineSource, in session: inout Session) throws(StandardOutput.Failure) -> ExitCode {
    while !session.isOver {
      let line: String?
      do {
        line = try source.next()
      } catch {
        try StandardOutput.error.write("error: \(sourceName ?? "input"): \(error.message)\n")
        return error.isText ? .usage : .failure
      }
      guard let line else { break }
      let code = try run(line, line: source.lineNumber, in: &session)
      guard code == .success else { return code }
    }
    return .success
  }

  /// Ends a recording, which has to be whole whatever became of the commands; gives the exit code with that.
  func finish(_ code: ExitCode) throws -> ExitCode {
    if let problem = recorder.takeProblem() {
      try StandardOutput.error.write("error: \(problem)\n")
      return max(code, .failure)
    }
    _ = try recorder.finish()
    return code
  }

  private func run(
    _ text: String, line: Int, in session: inout Session
  ) throws(StandardOutput.Failure) -> ExitCode {
    var code = ExitCode.success
    try session.run(text) { (outcome, session) throws(StandardOutput.Failure) in
      try StandardOutput.output.write(writer.output(outcome, in: session))
      if work.wasInterrupted { code = .interrupted }
      guard case .failure(let error) = outcome.result else { return }
      code = work.wasInterrupted ? .interrupted : ExitCode(error)
      try StandardOutput.error.write(writer.message(outcome, place: sourceName.map { ($0, line) }))
    }
    return code
  }
}

/// What the process ends with.
enum ExitCode: Int32, Comparable {
  case success = 0
  /// A command was refused, or a file could not be read.
  case failure = 1
  /// The command line or a command could not be understood.
  case usage = 2
  case internalError = 3
  /// Ctrl-C stopped long work; as shells say it, 128 and the signal's number.
  case interrupted = 130

  static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }

  /// What a command that failed ends the process with.
  init(_ error: CommandError) {
    self = error.kind == .syntax ? .usage : .failure
  }
}
