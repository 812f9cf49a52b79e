public import Interpreter
import Reports

/// A lesson that is played: what was shown, what is awaited, and what the learner has reached.
///
/// A player knows no terminal and no clock. Each line that is entered gives events; the same lines give the same events, so
/// that a log of lines says everything.
///
///     var player = try Player(document, files: files, surroundings: surroundings, today: "2026-11-20")
///     for event in player.start() { … }
///     for event in player.enter("borrow 70%") { … }
public struct Player: Sendable {
  /// What the next line is taken for, apart from commands and the words of a lesson, which are taken at any time.
  enum Stage: Equatable, Sendable {
    /// An empty line runs this command of the block.
    case example(block: Int, command: Int)
    case quiz(Int)
    case ask(Int)
    case confidence(Int)
    /// Time to think; whatever is no command goes on.
    case pause
    case task(Int)
    /// The step is over; an empty line goes on.
    case stepEnd
    /// The first of the questions that come back is asked; the others wait. Those of earlier lessons come before the first
    /// step, those of this lesson at its end.
    case review([ReviewQuestion])
    case finished
  }

  /// A prediction whose result has not been shown yet.
  struct Prediction: Sendable {
    var ask: Int
    var answer: Value
    /// What was typed, a share as a fraction.
    var value: Double
    var confidence: Int?
    var kind: AnswerKind
    /// The line of the page's command whose output shows the answer; nil where none does.
    var line: Int?
  }

  public let document: Document
  let script: LessonScript
  let today: String
  let runsLooks: Bool
  /// Whether the lesson is shown to a class: nothing is asked.
  let isPresented: Bool
  /// The questions of earlier lessons that come before the first step.
  public let earlier: [ReviewQuestion]
  public internal(set) var progress: LessonProgress
  /// The learner's own session.
  public internal(set) var session: Session
  /// The lesson's own session at the place at hand: what the learner would have who typed what the page shows.
  var canonical: Session
  /// The lesson's session at the beginning of each step, as far as they were needed.
  var starts: [Session]
  /// Whether the first step was entered; before it come questions of earlier lessons.
  var hasBegun = false
  var step = 0
  /// What is before this place of the step was done before the lesson was left, and is only shown.
  var itemsBefore = 0
  var stage = Stage.stepEnd
  var openTask: Int?
  var predictions: [Prediction] = []
  /// Up to this place of the step, what the learner did in tasks before the lesson was left is replaced by the lesson's own.
  var groundBefore = 0
  /// What was typed in this step before the lesson was left, as long as it was not run again.
  var triesBefore: [String] = []
  /// Where the learner's session left the lesson's, with the lesson's way back: what the lines of `progress.tries` were typed on.
  var trunk: Session
  /// What `progress.tries` was on the branches that `reset` left or that lead back from there.
  var triesOfBranches: [String: [String]] = [:]
  /// The tasks of the step that were finished on what the learner did since, each with the place at which it waited.
  var finishedOnTrunk: [(task: Int, item: Int)] = []
  var events: [PlayerEvent] = []

  /// Begins where `progress` left off, or anew when that was the end. Throws when the market or the prelude cannot be used.
  ///
  /// `earlier` are questions of other lessons that come back here; a lesson that goes on within asks none of them.
  /// `runsLooks` says whether commands of the learner that change nothing are carried out; `isPresented` whether the lesson is
  /// shown to a class by `present`.
  public init(
    _ document: Document, progress: LessonProgress = LessonProgress(), earlier: [ReviewQuestion] = [],
    surroundings: Surroundings, today: String, runsLooks: Bool = true, isPresented: Bool = false
  ) throws {
    self.document = document
    self.runsLooks = runsLooks
    self.isPresented = isPresented
    self.today = today
    self.progress = progress.kept(for: document).continued
    self.earlier = self.progress.step.isEmpty && self.progress.reviewed != today ? earlier : []
    if !self.earlier.isEmpty { self.progress.reviewed = today }
    script = LessonScript(document)
    var own = surroundings
    own.acceptsPrefixes = false
    own.hasPrompt = false
    own.observers = []
    own.recorder = nil
    // What a page keeps is none of the learner's.
    own.experiments = ScratchFiles()
    own.seed = document.frontMatter.seed
    var first = try Session(market: try own.market(named: "classroom"), surroundings: own)
    if let prelude = document.frontMatter.prelude {
      for command in try Prelude(surroundings.files).commands(of: prelude, in: document) {
        first.run(command.text) { _, _ in }
      }
    }
    canonical = first
    starts = [first]
    var learner = surroundings
    learner.seed = document.frontMatter.seed
    session = first.with(learner)
    trunk = first
  }

  /// The place among the steps, from 1, for a prompt.
  public var place: (step: Int, of: Int) { (step + 1, script.steps.count) }

  /// The words before what is typed next.
  public var prompt: String {
    switch stage {
    case .quiz, .ask, .review: "answer> "
    case .confidence: "sure> "
    default: "lever> "
    }
  }

  public var isFinished: Bool { stage == .finished }

  /// Whether all steps are behind the learner.
  var isAtTheEnd: Bool {
    if case .review = stage { true } else { isFinished }
  }

  /// Shows where the lesson begins, or goes on.
  public mutating func start() -> [PlayerEvent] {
    show(.heading(StyledText(document.title)))
    let known = script.steps.firstIndex { !$0.id.isEmpty && $0.id == progress.step }
    let done = progress.item
    if isPresented {
      show(.note("Any key goes on, an arrow to the left goes back a step, `q` leaves."))
    } else if let known, known > 0 || done > 0 {
      show(
        .note("You go on at step \(known + 1) of \(script.steps.count); `back`, `again` and `steps` lead elsewhere."))
    } else {
      show(.note("Enter goes on. Every command works at any time, and so do \(Self.words)"))
    }
    if !earlier.isEmpty {
      show(
        .heading("From other lessons"),
        .note("What you missed there comes back first. `skip` leaves one out, `next` all of them."))
      askAgain(earlier)
      return takeEvents()
    }
    restorePredictions(before: known ?? 0)
    enterStep(known ?? 0, goingOnAt: known == nil ? nil : done)
    return takeEvents()
  }

  static let words = "`hint`, `solution`, `skip`, `next`, `back`, `again`, `steps`, `reset` and `quit`."

  /// The place in the step.
  var item: Int {
    get { progress.item }
    set { progress.item = newValue }
  }

  /// Whether what comes now was done before the lesson was left.
  var isCatchingUp: Bool { item < itemsBefore }

  /// Takes a line that was typed.
  public mutating func enter(_ line: String) -> [PlayerEvent] {
    let line = line.trimmed
    if let word = LessonWord(line) {
      obey(word)
    } else if line.isEmpty {
      goOn()
    } else {
      answer(line)
    }
    return takeEvents()
  }

  mutating func takeEvents() -> [PlayerEvent] {
    defer { events = [] }
    return events
  }

  mutating func show(_ blocks: Block...) { events.append(.show(Report(blocks))) }

  mutating func show(markdown: String) {
    let prose = MarkdownText.prose(markdown)
    if !prose.elements.isEmpty { show(.prose(prose)) }
  }
}
