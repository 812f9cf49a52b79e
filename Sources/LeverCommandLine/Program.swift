import Interpreter
import Notebook
import Reports
import Terminal
import Threads

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
    // So is a file that may grow no further.
    signal(SIGXFSZ, SIG_IGN)
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
    } catch let errors as DocumentErrors {
      for error in errors.errors { complain("\(error.place): \(error.sentence)") }
      return ExitCode.usage.rawValue
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
      return try batch(arguments, named: nil) { run, session in try run.run(text, in: &session) }
    case .file(let path):
      guard !path.hasSuffix(".md") else {
        throw Arguments.UsageError(message: "\(path) is a page and no list of commands: try `lever check \(path)`")
      }
      var source = try LineSource(path: path)
      return try batch(arguments, named: path) { run, session in try run.run(&source, in: &session) }
    case .check(let options):
      return try CheckProgram(
        options: options, capabilities: .current(plain: arguments.isPlain, requestedColumns: arguments.width),
        isPlain: arguments.isPlain
      ).run()
    case .learn(let options):
      return try LearnProgram(
        options: options, arguments: arguments,
        capabilities: .current(plain: arguments.isPlain, requestedColumns: arguments.width)
      ).run()
    case .lessons(let concepts):
      let shelf = LessonShelf()
      let report =
        concepts
        ? ConceptList(shelf: shelf).report
        : LessonList(shelf: shelf, progress: .standard(), today: Today.date).report
      try StandardOutput.output.write(renderer(arguments).render(report))
    case .grade(let options):
      return try GradeProgram(options: options, renderer: renderer(arguments)).run()
    case .data(let names):
      return try DataProgram(names: names, renderer: renderer(arguments)).run()
    case .newLesson(let lesson):
      return try lesson.run()
    case .standardInput:
      return try converse(arguments, recording: nil)
    case .record(let file, let options):
      return try converse(arguments, recording: (file, options))
    }
    return ExitCode.success.rawValue
  }

  /// A renderer for what is written once.
  private static func renderer(_ arguments: Arguments) -> TextRenderer {
    TerminalCapabilities.current(plain: arguments.isPlain, requestedColumns: arguments.width)
      .renderer(isPlain: arguments.isPlain)
  }

  /// A session at the prompt, or with what standard input brings.
  private static func converse(
    _ arguments: Arguments, recording: (file: String, options: RecordingOptions)?
  ) throws -> Int32 {
    let capabilities = TerminalCapabilities.current(plain: arguments.isPlain, requestedColumns: arguments.width)
    if capabilities.isInteractive {
      let work = LongWork(capabilities, isPlain: arguments.isPlain, catchesInterrupts: false)
      var start = try PromptStart(arguments, work)
      if let recording { try start.record(recording.file, recording.options) }
      return try PromptRun(arguments: arguments, capabilities: capabilities).run(start)
    }
    guard !arguments.restores else {
      throw Arguments.UsageError(message: "--restore goes on at the prompt, and this is no terminal")
    }
    var source = LineSource()
    return try batch(arguments, named: "input") { run, session in
      if let recording { try run.recorder.start(commandLine: recording.file, recording.options, in: session) }
      return try run.run(&source, in: &session)
    }
  }

  /// Runs commands in a new session without a prompt; gives the exit status.
  private static func batch(
    _ arguments: Arguments, named name: String?, _ body: (BatchRun, inout Session) throws -> ExitCode
  ) throws -> Int32 {
    let files = DiskFiles()
    let recorder = TranscriptRecorder.writing(files)
    let capabilities = TerminalCapabilities.current(plain: arguments.isPlain, requestedColumns: arguments.width)
    let work = LongWork(capabilities, isPlain: arguments.isPlain, catchesInterrupts: true)
    var surroundings = Surroundings(
      seed: arguments.seed, files: files, experiments: KeptExperiments.standard() ?? NoFiles(), recorder: recorder)
    surroundings.attach(work, threads: WorkerThread.processorCount)
    var session = try Session(
      market: try surroundings.market(named: arguments.market), surroundings: surroundings,
      marketName: arguments.market)
    let run = BatchRun(
      writer: OutcomeWriter(
        renderer: capabilities.renderer(isPlain: arguments.isPlain),
        errorRenderer: capabilities.renderer(isPlain: arguments.isPlain, forErrors: true),
        isJSON: arguments.isJSON),
      sourceName: name, recorder: recorder, work: work)
    return try run.finish(try body(run, &session)).rawValue
  }

  /// A last word on standard error; when even that cannot be written there is nobody left to tell.
  private static func complain(_ message: String) {
    try? StandardOutput.error.write("error: \(message)\n")
  }
}
