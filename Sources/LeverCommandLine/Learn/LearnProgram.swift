import Interpreter
import Notebook
import Reports
import Storage
import Terminal
import Threads

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `lever learn`: lists lessons and plays them.
struct LearnProgram {
  let options: LearnOptions
  let arguments: Arguments
  let capabilities: TerminalCapabilities

  func run() throws -> Int32 {
    let shelf = LessonShelf()
    let folder = ProgressFolder.standard()
    guard let name = options.lesson else {
      try StandardOutput.output.write(
        renderer.render(LessonList(shelf: shelf, progress: folder, today: Today.date).report))
      return ExitCode.success.rawValue
    }
    let entry = try shelf.entry(named: name)
    guard capabilities.isInteractive else {
      throw Arguments.UsageError(
        message: "a lesson is played at a terminal, and this is none; `lever check` runs its page as a test")
    }
    if options.presents { return try Presentation(self, entry).run() }
    return try play(entry, shelf, folder)
  }

  private func play(
    _ entry: LessonShelf.Entry, _ shelf: LessonShelf, _ folder: ProgressFolder?
  ) throws -> Int32 {
    TerminalLocale.ensureUTF8()
    let (hold, isElsewhere) = held(entry, folder)
    defer { try? hold?.remove() }
    let log = try options.log.map { path in
      do throws(FileError) {
        return try InputLog(path: path)
      } catch {
        throw Arguments.UsageError(message: "the log \(path) cannot be written: \(error.reason)")
      }
    }
    var player = try Player(
      entry.document, progress: folder?.progress(in: entry.id) ?? LessonProgress(),
      earlier: folder.map { shelf.dueQuestions(besides: entry.id, on: Today.date, $0) } ?? [],
      surroundings: surroundings(entry),
      today: Today.date)
    try log?.begin(entry.id, player)
    let editor = try LineEditor(
      program: "lever", history: nil, usesColor: capabilities.usesColor, isDumb: capabilities.isDumb,
      readsConfiguration: arguments.readsConfiguration)
    editor.pasteReader = { text in
      let commands = PastedCommands(text)
      return PastedText(lines: commands.lines, rest: commands.rest)
    }
    try write(player.start(), player, editor)
    var saved = player.progress
    var isKept = folder != nil && !isElsewhere
    if isElsewhere {
      let note = Block.note("This lesson is open in another window: what you do in this one is not kept.")
      try StandardOutput.output.write(renderer.render(Report([note])))
    }
    while true {
      switch readLine(editor, player) {
      case .line(let line):
        editor.remember(line)
        try log?.add(line, step: player.progress.step)
        let events = player.enter(line)
        if let folder, !isElsewhere {
          if player.progress != saved {
            saved = player.progress
            isKept = try save(saved, in: entry.id, folder)
          }
          for case .reviewed(let question, let isRight) in events {
            var other = folder.progress(in: question.lesson)
            other.note(review: question.quizID, isRight: isRight, on: Today.date)
            _ = try save(other, in: question.lesson, folder)
          }
        }
        guard try write(events, player, editor, after: line) else {
          return try leave(entry, player, shelf, isKept: isKept)
        }
      case .interrupt: continue
      case .end: return try leave(entry, player, shelf, isKept: isKept)
      case .terminate(let signal): return 128 + signal
      }
    }
  }

  /// The lock of a lesson, and whether another window has it.
  private func held(_ entry: LessonShelf.Entry, _ folder: ProgressFolder?) -> (lock: HeldFile?, isElsewhere: Bool) {
    guard let folder else { return (nil, false) }
    do throws(FileError) {
      let lock = try folder.hold(entry.id)
      return (lock, lock == nil)
    } catch {
      // A folder that cannot be written is told when something is to be kept.
      return (nil, false)
    }
  }

  /// Whether the progress is in its file now; where it is not, that is said.
  private func save(_ progress: LessonProgress, in lesson: String, _ folder: ProgressFolder) throws -> Bool {
    do throws(FileError) {
      try folder.save(progress, in: lesson)
      return true
    } catch {
      try StandardOutput.error.write("note: the progress cannot be kept: \(error.reason)\n")
      return false
    }
  }

  /// Says how to go on.
  private func leave(
    _ entry: LessonShelf.Entry, _ player: Player, _ shelf: LessonShelf, isKept: Bool
  ) throws -> Int32 {
    var note: Block?
    if player.isFinished {
      note = shelf.entry(after: entry).map { .note("Next: `lever learn \($0.id)`, \($0.document.title).") }
    } else if isKept {
      note = .note("`lever learn \(shelf.name(of: entry, as: options.lesson))` goes on here.")
    }
    if let note { try StandardOutput.output.write(renderer.render(Report([note]))) }
    return ExitCode.success.rawValue
  }

  private func readLine(_ editor: LineEditor, _ player: Player) -> LineEvent {
    editor.completer = { line, cursor in Self.completion(line, cursor, player) }
    defer { editor.completer = nil }
    return editor.readLine(prompt: Prompt([.init(player.prompt, .strong)]), rightPrompt: rightPrompt(player))
  }

  /// The commands, and where a line begins also the words of a lesson.
  private static func completion(_ line: String, _ cursor: Int, _ player: Player) -> Completion {
    let offer = player.session.completions(in: line, at: cursor)
    var candidates = offer.candidates.map { Completion.Candidate(text: $0.text, description: $0.description) }
    let typed = String(line.prefix(cursor))
    if !typed.contains(" ") {
      candidates += LessonWord.candidates.filter { $0.0.hasPrefix(typed.lowercased()) }
        .map { Completion.Candidate(text: $0.0, description: $0.1) }
    }
    return Completion(prefixLength: offer.prefixLength, candidates: candidates)
  }

  /// How far the lesson is, as a bar over its steps.
  private func rightPrompt(_ player: Player) -> Prompt? {
    guard !arguments.isPlain, !player.isFinished else { return nil }
    let (step, count) = player.place
    let bar = String(repeating: "━", count: step) + String(repeating: "┄", count: max(0, count - step))
    return Prompt([.init("\(count <= 20 ? bar + " " : "")\(step)/\(count)", .muted)])
  }

  /// Writes what a player says; false when it wants to leave.
  ///
  /// A command of the page takes the place of the empty line that called for it.
  @discardableResult
  func write(
    _ events: [PlayerEvent], _ player: Player, _ editor: LineEditor?, after line: String? = nil
  ) throws -> Bool {
    if line == "", case .echo? = events.first, !capabilities.isDumb, !arguments.isPlain {
      try StandardOutput.output.write("\u{1B}[A\r\u{1B}[K")
    }
    for event in events {
      switch event {
      case .show(let report):
        try StandardOutput.output.write(spaced(renderer(editor).render(report)))
      case .echo(let command):
        let lines = command.split(separator: "\n").enumerated().map { ($0 == 0 ? "lever> " : "  ...> ") + $1 }
        let text = lines.map { StyledText($0, .command) }
        for line in text { try StandardOutput.output.write(renderer(editor).inline(line) + "\n") }
      case .outcome(let outcome):
        let plain = renderer(editor)
        let writer = OutcomeWriter(
          renderer: plain, errorRenderer: plain, isJSON: false, wrapsMessages: true)
        try StandardOutput.output.write(writer.output(outcome, in: player.session) + writer.message(outcome))
      case .fill(let text):
        let reader = editor?.pasteReader
        editor?.pasteReader = { PastedText(lines: [], rest: $0) }
        editor?.paste(text)
        if let reader { editor?.pasteReader = reader }
      case .reviewed: continue
      case .leave: return false
      }
    }
    return true
  }

  /// An empty line before what is shown, so that a step can be read in pieces.
  private func spaced(_ text: String) -> String { text.isEmpty ? "" : "\n" + text }

  func surroundings(_ entry: LessonShelf.Entry) -> Surroundings {
    let work = LongWork(capabilities, isPlain: arguments.isPlain, catchesInterrupts: false)
    var surroundings = Surroundings(
      acceptsPrefixes: true, files: entry.files, experiments: KeptExperiments.standard() ?? NoFiles())
    surroundings.attach(work, threads: WorkerThread.processorCount)
    return surroundings
  }

  var renderer: TextRenderer { renderer(nil) }

  private func renderer(_ editor: LineEditor?) -> TextRenderer {
    capabilities.renderer(
      isPlain: arguments.isPlain, columns: arguments.width ?? editor?.columns, quotesTranscripts: true)
  }
}
