import Interpreter
import Markets
import Notebook
import Reports
import Storage
import Terminal
import Threads

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a conversation begins: with a new session or one that was cut off, with its journal, and with a few words.
struct PromptStart {
  var session: Session
  /// Nil where nothing may be written.
  var journal: JournalKeeper?
  var recorder: TranscriptRecorder
  /// What is said before the first prompt.
  var words: Report

  init(_ arguments: Arguments, _ work: LongWork) throws {
    let journals = arguments.readsConfiguration ? JournalFolder.standard() : nil
    var notes = Report()
    if arguments.restores, let restored = Self.restored(from: journals, work, &notes) {
      self = restored
      return
    }
    let header = Self.header(arguments)
    journal = journals.map { JournalKeeper(folder: $0, header: header) }
    recorder = .writing(DiskFiles())
    let surroundings = Self.surroundings(header, files: DiskFiles(), recorder, journal, work)
    session = try Session(
      market: try surroundings.market(named: arguments.market), surroundings: surroundings,
      marketName: arguments.market)
    journal?.start()
    if !arguments.restores, let survey = journals?.survey() { notes = Self.offer(survey) }
    words = Self.welcome(session) + notes
  }

  private init(session: Session, journal: JournalKeeper, recorder: TranscriptRecorder, words: Report) {
    self.session = session
    self.journal = journal
    self.recorder = recorder
    self.words = words
  }

  private static func surroundings(
    _ header: Journal.Header, files: DiskFiles, _ recorder: TranscriptRecorder, _ journal: JournalKeeper?,
    _ work: LongWork
  ) -> Surroundings {
    var surroundings = Surroundings(
      acceptsPrefixes: true, hasPrompt: true, seed: header.seed, files: files,
      experiments: KeptExperiments.standard() ?? NoFiles(), recorder: recorder,
      observers: journal.map { [$0] } ?? [])
    surroundings.attach(work, threads: WorkerThread.processorCount)
    return surroundings
  }

  /// What the journal of a new session says first.
  private static func header(_ arguments: Arguments) -> Journal.Header {
    let folder = FileManager.default.currentDirectoryPath
    let isRelative = !Presets.names.contains(arguments.market.lowercased()) && !arguments.market.hasPrefix("/")
    return Journal.Header(
      seed: arguments.seed, folder: folder, market: isRelative ? folder + "/" + arguments.market : arguments.market)
  }

  /// Begins to record.
  mutating func record(_ file: String, _ options: RecordingOptions) throws(CommandError) {
    try recorder.start(commandLine: file, options, in: session)
    words.append(.paragraph("Recording in \(file, .strong): every command from here on."))
  }

  // MARK: - Restoring

  /// The newest session that was cut off, as far as its commands can be carried out again; nil when there is none, or
  /// when it cannot even begin.
  private static func restored(
    from journals: JournalFolder?, _ work: LongWork, _ notes: inout Report
  ) -> PromptStart? {
    var damaged: [JournalFolder.Damaged] = []
    let orphan = journals?.takeNewest(&damaged)
    guard let journals, let orphan else {
      notes = leftAlone(damaged)
      notes.append(.paragraph("There is no session to restore."))
      return nil
    }
    let (header, lines) = (orphan.journal.header, orphan.journal.lines)
    let keeper = JournalKeeper(folder: journals, header: header)
    let files = DiskFiles(folder: header.folder)
    let recorder = TranscriptRecorder.writing(files)
    let surroundings = surroundings(header, files: files, recorder, keeper, work)
    do throws(CommandError) {
      var session = try Session(
        market: try surroundings.market(named: header.market), surroundings: surroundings, marketName: header.market)
      if let stop = run(lines, in: &session) {
        // What was not carried out must not be lost: the file stays, and the session gets another one.
        keeper.start(with: stop.accepted)
        notes.append(.paragraph(stop.sentence(orphan.file.path)))
      } else {
        keeper.goOn(in: orphan)
        notes.append(.paragraph("Restored \(commands(lines.count)) of the session that was cut off."))
      }
      if header.folder != FileManager.default.currentDirectoryPath {
        notes.append(.paragraph("Its files are looked for in \(header.folder), where it began."))
      }
      return PromptStart(
        session: session, journal: keeper, recorder: recorder,
        words: Report([first, last]) + notes + position(in: &session))
    } catch {
      notes.append(
        .paragraph("The session in \(orphan.file.path) is not restored: \(error.sentence). The file stays as it is."))
      return nil
    }
  }

  /// Where a journal cannot be carried out again.
  private struct Stop {
    var line: Int
    var error: CommandError
    /// The commands before it.
    var accepted: [String]

    func sentence(_ path: String) -> StyledText {
      "Line \(String(line)) of \(path) cannot be carried out again: \(error.sentence). Restored the \(commands(accepted.count)) before it; the file stays as it is."
    }
  }

  /// Runs the commands quietly, up to the first that fails.
  private static func run(_ lines: [Journal.Line], in session: inout Session) -> Stop? {
    var accepted: [String] = []
    for line in lines {
      // What only looked, perhaps for a long time, leads nowhere.
      guard !session.onlyLooks(line.command) else {
        accepted.append(line.command)
        continue
      }
      var failure: CommandError?
      // A line that was written by hand may hold several.
      session.run(line.command) { outcome, _ in
        switch outcome.result {
        case .success: accepted.append(outcome.command.text)
        case .failure(let error): failure = error
        }
      }
      if let failure { return Stop(line: line.number, error: failure, accepted: accepted) }
    }
    return nil
  }

  private static func position(in session: inout Session) -> Report {
    guard let command = CommandLineSplitter.commands(in: "position").first else { return Report() }
    return (try? session.run(command).get()) ?? Report()
  }

  // MARK: - Words

  /// What is said about sessions that are gone; nothing when there are none.
  static func offer(_ survey: JournalFolder.Survey) -> Report {
    var report = leftAlone(survey.damaged)
    let newest = commands(survey.commandsOfNewest)
    let command = StyledText("lever --restore", .command)
    if survey.count == 1 {
      report.append(.paragraph("A session of \(newest) was cut off. `\(command)` goes on with it."))
    } else if survey.count > 1 {
      report.append(
        .paragraph(
          "\(String(survey.count)) sessions were cut off, the last one after \(newest). `\(command)` goes on with that one."
        ))
    }
    return report
  }

  private static func leftAlone(_ damaged: [JournalFolder.Damaged]) -> Report {
    guard let first = damaged.first else { return Report() }
    let more = damaged.count > 1 ? ", and so are \(damaged.count - 1) others" : ""
    return Report([.note("The journal \(first.path) is left alone\(more): \(first.reason).")])
  }

  private static func commands(_ count: Int) -> String { count == 1 ? "1 command" : "\(count) commands" }

  /// Three lines that tell a newcomer what this is and what to type next, and what there is to know about a market other
  /// than the first.
  private static func welcome(_ session: Session) -> Report {
    let world = session.world
    let step = StyledText(world.firstStep, .command)
    var opening: StyledText = "You have \(world.walletSummary). Try `\(step)`"
    // As many of the next steps as fit on the line.
    for (index, step) in ["borrow 70%", "reinvest", "ladder"].enumerated() {
      let longer = opening + (index == 0 ? ", then `" : ", `") + StyledText(step, .command) + "`"
      guard longer.plain.displayWidth < 80 else { break }
      opening = longer
    }
    opening += "."
    return (world.market.name == Presets.names.first ? Report() : MarketReport(world: world).opening)
      + Report([first, .paragraph(opening), last])
  }

  private static let first = Block.paragraph(
    "\("Lever", .strong) \(Usage.version): leverage, one loop at a time. For learning; not financial advice.")

  private static let last = Block.paragraph(
    "`\("help", .command)` lists the commands, Tab completes a word, Ctrl-D leaves.")
}
