/// What a learner has done in a lesson, by the ids of the file, so that it outlives changes of the text.
///
/// As a text it has a line for each thing:
///
///     # lever progress format=1
///     at the-first-loop item=3
///     step open-a-position
///     quiz q-ltv misses=1 right
///     ask a-liq answer=1650 confidence=80
///     task t-survive hints=1 solved
///     finished 2026-11-20
public struct LessonProgress: Equatable, Sendable {
  /// How a question or a task came out.
  public enum Outcome: String, Equatable, Sendable {
    case open
    case right
    case solved
    /// Shown after a second miss, or solved with the solution that was shown.
    case shown
    /// Left out; it is asked again where the learner comes by again.
    case skipped
  }

  public struct QuizResult: Equatable, Sendable {
    /// Wrong answers when it was asked first.
    public var misses = 0
    public var outcome = Outcome.open
    /// How many times it was answered rightly when it came back.
    public var timesMadeUp = 0

    private var wasMissed: Bool { misses > 0 || outcome == .shown || outcome == .skipped }
    /// Whether it comes back at the end of its lesson: it was missed, shown or skipped, and not answered rightly since.
    public var isMissed: Bool { wasMissed && timesMadeUp == 0 }
    /// Whether it comes back in later lessons: what was missed has to be answered rightly twice.
    public var isDue: Bool { wasMissed && timesMadeUp < 2 }
    public var isRightAtOnce: Bool { outcome == .right && misses == 0 }

    public init() {}
  }

  public struct AskResult: Equatable, Sendable {
    /// As it was typed.
    public var answer: String?
    /// In per cent.
    public var confidence: Int?
    public var outcome = Outcome.open

    public init() {}
  }

  public struct TaskResult: Equatable, Sendable {
    public var hints = 0
    public var outcome = Outcome.open

    public init() {}
  }

  /// The id of the step at hand; empty for the beginning.
  public var step = ""
  /// How many things of the step at hand are behind the learner.
  public var item = 0
  /// The ids of the steps that are done.
  public var doneSteps: Set<String> = []
  public var quizzes: [String: QuizResult] = [:]
  public var asks: [String: AskResult] = [:]
  public var tasks: [String: TaskResult] = [:]
  /// The day on which the end was reached last, such as `2026-11-20`; nil before.
  public var finished: String?

  public init() {}

  public var isBegun: Bool { self != LessonProgress() }

  /// The quizzes that come back in later lessons: those answered rightly least often since first, else by their ids.
  public var dueQuizzes: [String] {
    quizzes.filter(\.value.isDue).sorted { ($0.value.timesMadeUp, $0.key) < ($1.value.timesMadeUp, $1.key) }.map(\.key)
  }

  /// Notes that a question was answered when it came back.
  public mutating func note(review quiz: String, isRight: Bool) {
    if isRight { quizzes[quiz]?.timesMadeUp += 1 }
  }

  /// Whether the end was reached and the lesson was not begun again since.
  public var isWhole: Bool { finished != nil && step.isEmpty && !doneSteps.isEmpty }

  /// A lesson that is whole and is begun again asks everything anew; any other goes on.
  var continued: LessonProgress {
    guard isWhole else { return self }
    var new = LessonProgress()
    new.finished = finished
    return new
  }

  // MARK: - As a text

  private static let heading = "# lever progress format=1"

  public var text: String {
    var lines = [Self.heading]
    if !step.isEmpty { lines.append("at \(step)" + (item > 0 ? " item=\(item)" : "")) }
    lines += doneSteps.sorted().map { "step \($0)" }
    for (id, result) in quizzes.sorted(by: { $0.key < $1.key }) {
      let madeUp = result.timesMadeUp > 0 ? " made-up=\(result.timesMadeUp)" : ""
      lines.append("quiz \(id) misses=\(result.misses)\(madeUp) \(result.outcome.rawValue)")
    }
    for (id, result) in asks.sorted(by: { $0.key < $1.key }) {
      let answer = result.answer.map { " answer=" + $0.split(separator: " ").joined() } ?? ""
      let confidence = result.confidence.map { " confidence=\($0)" } ?? ""
      lines.append("ask \(id)\(answer)\(confidence) \(result.outcome.rawValue)")
    }
    for (id, result) in tasks.sorted(by: { $0.key < $1.key }) {
      lines.append("task \(id) hints=\(result.hints) \(result.outcome.rawValue)")
    }
    if let finished { lines.append("finished \(finished)") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Reads a text; nil when it is none of this format. Lines that say nothing known are passed over.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard lines.first.map(String.init) == Self.heading else { return nil }
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 1 else { continue }
      let outcome = words.last.flatMap(Outcome.init) ?? .open
      func value(_ name: String) -> String? {
        words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
      }
      switch words[0] {
      case "at":
        step = words[1]
        item = max(0, value("item").flatMap { Int($0) } ?? 0)
      case "step": doneSteps.insert(words[1])
      case "quiz":
        var result = QuizResult()
        result.misses = value("misses").flatMap { Int($0) } ?? 0
        result.outcome = outcome
        result.timesMadeUp = value("made-up").flatMap { Int($0) } ?? 0
        quizzes[words[1]] = result
      case "ask":
        var result = AskResult()
        result.answer = value("answer")
        result.confidence = value("confidence").flatMap { Int($0) }
        result.outcome = outcome
        asks[words[1]] = result
      case "task":
        var result = TaskResult()
        result.hints = value("hints").flatMap { Int($0) } ?? 0
        result.outcome = outcome
        tasks[words[1]] = result
      case "finished": finished = words[1]
      default: continue
      }
    }
  }

  /// Without what belongs to ids that a lesson does not have any more.
  public func kept(for document: Document) -> LessonProgress {
    var kept = self
    let steps = Set(document.steps.map(\.id))
    kept.doneSteps.formIntersection(steps)
    if !steps.contains(kept.step) { (kept.step, kept.item) = ("", 0) }
    let (quizIDs, askIDs) = (Set(document.quizzes.map(\.id)), Set(document.asks.map(\.id)))
    let taskIDs = Set(document.tasks.map(\.id))
    kept.quizzes = kept.quizzes.filter { quizIDs.contains($0.key) }
    kept.asks = kept.asks.filter { askIDs.contains($0.key) }
    kept.tasks = kept.tasks.filter { taskIDs.contains($0.key) }
    return kept
  }
}
