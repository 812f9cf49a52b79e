import Interpreter
import Markets
import Reports
import Terminal

/// The conversation at the prompt.
struct PromptRun {
  let arguments: Arguments
  let capabilities: TerminalCapabilities

  /// Talks until `quit`, Ctrl-D or a signal; gives the exit status.
  func run(_ session: inout Session) throws -> Int32 {
    TerminalLocale.ensureUTF8()
    let editor = try LineEditor(
      program: "lever", history: arguments.readsConfiguration ? .standard() : nil,
      usesColor: capabilities.usesColor, isDumb: capabilities.isDumb,
      readsConfiguration: arguments.readsConfiguration)
    try StandardOutput.output.write(renderer(editor).render(Self.welcome(session)))
    while !session.isOver {
      if let warning = editor.takeWarning() { try StandardOutput.error.write("note: \(warning)\n") }
      switch readLine(editor, session) {
      case .line(let line):
        editor.remember(line)
        try run(line, in: &session, renderer(editor))
      case .interrupt:
        continue
      case .end:
        return ExitCode.success.rawValue
      case .terminate(let signal):
        return 128 + signal
      }
    }
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
    TextRenderer(
      width: max(20, arguments.width ?? editor.columns), characters: arguments.isPlain ? .ascii : .unicode,
      style: capabilities.usesColor ? .ansi : .none)
  }

  /// Three lines that tell a newcomer what this is and what to type next, and what there is to know about a market other
  /// than the first.
  static func welcome(_ session: Session) -> Report {
    let world = session.world
    let first = StyledText(world.firstStep, .command)
    var opening: StyledText = "You have \(world.walletSummary). Try `\(first)`"
    // As many of the next steps as fit on the line.
    for (index, step) in ["borrow 70%", "reinvest", "ladder"].enumerated() {
      let longer = opening + (index == 0 ? ", then `" : ", `") + StyledText(step, .command) + "`"
      guard longer.plain.displayWidth < 80 else { break }
      opening = longer
    }
    opening += "."
    return (world.market.name == Presets.names.first ? Report() : MarketReport(world: world).opening)
      + Report([
        .paragraph(
          "\("Lever", .strong) \(Usage.version): leverage, one loop at a time. For learning; not financial advice."),
        .paragraph(opening),
        .paragraph("`\("help", .command)` lists the commands, Tab completes a word, Ctrl-D leaves."),
      ])
  }

  private static let prompt = Prompt([.init("lever> ", .strong)])

  private func rightPrompt(_ session: Session) -> Prompt? {
    guard !arguments.isPlain, let glance = PositionGlance.pieces(of: session) else { return nil }
    let style: Prompt.Style =
      switch glance.style {
      case .safe: .safe
      case .caution: .caution
      case .danger: .danger
      default: .muted
      }
    return Prompt([.init(glance.text, style)])
  }

  private static func completion(_ offer: CompletionOffer) -> Completion {
    Completion(
      prefixLength: offer.prefixLength,
      candidates: offer.candidates.map { .init(text: $0.text, description: $0.description) })
  }
}
