import Interpreter
import Notebook
import Reports
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The conversation at the prompt.
struct PromptRun {
  let arguments: Arguments
  let capabilities: TerminalCapabilities

  /// Talks until `quit`, Ctrl-D or a signal; gives the exit status. A recording ends with it.
  func run(_ start: PromptStart) throws -> Int32 {
    let status = try converse(start)
    if let sentence = try start.recorder.finish() { try StandardOutput.output.write(sentence + "\n") }
    return status
  }

  /// The journal goes when the session ends as its user wanted, and stays for everything else.
  private func converse(_ start: PromptStart) throws -> Int32 {
    TerminalLocale.ensureUTF8()
    var session = start.session
    let editor = try LineEditor(
      program: "lever", history: arguments.readsConfiguration ? .standard() : nil,
      usesColor: capabilities.usesColor, isDumb: capabilities.isDumb,
      readsConfiguration: arguments.readsConfiguration)
    editor.pasteReader = { text in
      let commands = PastedCommands(text)
      return PastedText(lines: commands.lines, rest: commands.rest)
    }
    try StandardOutput.output.write(renderer(editor).render(start.words))
    while !session.isOver {
      for warning in [editor.takeWarning(), start.journal?.takeWarning()] {
        if let warning { try StandardOutput.error.write("note: \(warning)\n") }
      }
      if let problem = start.recorder.takeProblem() {
        try StandardOutput.error.write(renderer(editor).render(Report([.paragraph("\("error", .danger): \(problem)")])))
      }
      switch readLine(editor, session) {
      case .line(let line):
        editor.remember(line)
        try run(line, in: &session, renderer(editor))
        if session.takeRequest() == .paste, let signal = try PastePrompt(editor: editor).run(renderer(editor)) {
          return 128 + signal
        }
      case .interrupt:
        continue
      case .end:
        // A terminal that is gone ends the input too, and nobody has asked for that.
        if isatty(STDIN_FILENO) == 1 { start.journal?.finish() }
        return ExitCode.success.rawValue
      case .terminate(let signal):
        return 128 + signal
      }
    }
    start.journal?.finish()
    return ExitCode.success.rawValue
  }

  /// Reads a line; the completer's copy of the session is gone when it returns, so that a command need not copy either.
  private func readLine(_ editor: LineEditor, _ session: Session) -> LineEvent {
    editor.completer = { line, cursor in Self.completion(session.completions(in: line, at: cursor)) }
    defer { editor.completer = nil }
    return editor.readLine(prompt: Self.prompt, rightPrompt: rightPrompt(session))
  }

  private func run(_ line: String, in session: inout Session, _ renderer: TextRenderer) throws {
    let writer = OutcomeWriter(
      renderer: renderer, errorRenderer: renderer, isJSON: arguments.isJSON, wrapsMessages: true)
    try session.run(line) { (outcome, session) throws(StandardOutput.Failure) in
      try StandardOutput.output.write(writer.output(outcome, in: session))
      try StandardOutput.output.write(writer.message(outcome))
    }
  }

  /// A renderer for the window as wide as it is now.
  private func renderer(_ editor: LineEditor) -> TextRenderer {
    capabilities.renderer(isPlain: arguments.isPlain, columns: arguments.width ?? editor.columns)
  }

  private static let prompt = Prompt([.init("lever> ", .strong)])

  private func rightPrompt(_ session: Session) -> Prompt? {
    guard !arguments.isPlain else { return nil }
    let isRecorded = session.surroundings.recorder?.recordedFile != nil
    let mark: [Prompt.Piece] = isRecorded ? [.init("rec  ", .danger)] : []
    guard let glance = PositionGlance.pieces(of: session) else { return isRecorded ? Prompt(mark) : nil }
    let style: Prompt.Style =
      switch glance.style {
      case .safe: .safe
      case .caution: .caution
      case .danger: .danger
      default: .muted
      }
    return Prompt(mark + [.init(glance.text, style)])
  }

  private static func completion(_ offer: CompletionOffer) -> Completion {
    Completion(
      prefixLength: offer.prefixLength,
      candidates: offer.candidates.map { .init(text: $0.text, description: $0.description) })
  }
}
