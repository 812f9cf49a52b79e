import Interpreter
import Reports
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Wires arguments, session, renderers and the terminal together.
public enum Program {
  /// Runs the program with the words of its command line and gives its exit status.
  public static func run(_ words: [String]) -> Int32 {
    // A closed pipe is an error of `write`, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    do {
      return try run(try Arguments(words))
    } catch let error as Arguments.UsageError {
      complain("\(error.message)\nTry `lever --help`.")
      return ExitCode.usage.rawValue
    } catch StandardOutput.Failure.closed {
      return ExitCode.success.rawValue
    } catch StandardOutput.Failure.failed(let reason) {
      complain("the output cannot be written: \(reason)")
      return ExitCode.failure.rawValue
    } catch let error as LineSource.Failure {
      complain(error.message)
      return (error.isText ? ExitCode.usage : .failure).rawValue
    } catch let error as CommandError {
      complain(error.sentence)
      return ExitCode(error).rawValue
    } catch {
      complain("\(error)")
      return ExitCode.internalError.rawValue
    }
  }

  private static func run(_ arguments: Arguments) throws -> Int32 {
    switch arguments.action {
    case .help:
      try StandardOutput.output.write(Usage.help)
    case .version:
      try StandardOutput.output.write(Usage.versionText)
    case .manualPage:
      try StandardOutput.output.write(Usage.manualPage)
    case .commands(let text):
      var session = try session(arguments)
      return try batch(arguments, named: nil).run(text, in: &session).rawValue
    case .file(let path):
      var source = try LineSource(path: path)
      var session = try session(arguments)
      return try batch(arguments, named: path).run(&source, in: &session).rawValue
    case .standardInput:
      let capabilities = TerminalCapabilities.current(plain: arguments.isPlain, requestedColumns: arguments.width)
      if capabilities.isInteractive {
        return try PromptRun(arguments: arguments, capabilities: capabilities).run(try PromptStart(arguments))
      }
      guard !arguments.restores else {
        throw Arguments.UsageError(message: "--restore goes on at the prompt, and this is no terminal")
      }
      var source = LineSource()
      var session = try session(arguments)
      return try batch(arguments, named: "input").run(&source, in: &session).rawValue
    }
    return ExitCode.success.rawValue
  }

  private static func session(_ arguments: Arguments) throws -> Session {
    let surroundings = Surroundings(seed: arguments.seed, files: DiskFiles())
    let market = try surroundings.market(named: arguments.market)
    return try Session(market: market, surroundings: surroundings)
  }

  private static func batch(_ arguments: Arguments, named name: String?) -> BatchRun {
    let capabilities = TerminalCapabilities.current(plain: arguments.isPlain, requestedColumns: arguments.width)
    let characters: TextRenderer.Characters = arguments.isPlain ? .ascii : .unicode
    let width = max(20, capabilities.columns)
    return BatchRun(
      writer: OutcomeWriter(
        renderer: TextRenderer(width: width, characters: characters, style: capabilities.usesColor ? .ansi : .none),
        errorRenderer: TextRenderer(
          width: width, characters: characters, style: capabilities.usesColorOnError ? .ansi : .none),
        isJSON: arguments.isJSON),
      sourceName: name)
  }

  /// A last word on standard error; when even that cannot be written there is nobody left to tell.
  private static func complain(_ message: String) {
    try? StandardOutput.error.write("error: \(message)\n")
  }
}
