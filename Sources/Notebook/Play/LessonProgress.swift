/// What a learner has done in a lesson, by the ids of the file, so that it outlives changes of the text.
///
/// A lesson that was played to its end and is begun again asks everything anew; what was reached before stays until it is
/// answered again.
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
    /// The day on which it was last, such as `2026-11-20`; nil before.
    public var madeUp: String?
    /// Whether the lesson was begun again since, so that it is asked anew.
    public var isEarlier = false

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
    public var isEarlier = false

    public init() {}
  }

  public struct TaskResult: Equatable, Sendable {
    public var hints = 0
    /// Whether the solution was shown before it was solved.
    public var sawSolution = false
    public var outcome = Outcome.open
    public var isEarlier = false
    /// Whether it was done and is to be done once more, as `again` asks for.
    public var isReopened = false

    public init() {}
  }

  /// The id of the step at hand; empty for the beginning.
  public var step = ""
  /// How many things of the step at hand are behind the learner.
  public var item = 0
  /// What the learner typed in the step at hand since the lesson's last command, as far as it changed something.
  public var tries: [String] = []
  /// Up to this place of the step, tasks are behind the learner as the lesson solves them, and not as he did.
  public var ground = 0
  /// The ids of the steps that are done.
  public var doneSteps: Set<String> = []
  /// The ids of those that were done before the lesson was begun again.
  public var earlierSteps: Set<String> = []
  public var quizzes: [String: QuizResult] = [:]
  public var asks: [String: AskResult] = [:]
  public var tasks: [String: TaskResult] = [:]
  /// The day on which the end was reached last, such as `2026-11-20`; nil before.
  public var finished: String?
  /// The day on which questions of other lessons came first.
  public var reviewed: String?

  public init() {}

  public var isBegun: Bool { self != LessonProgress() }

  /// Whether the end was reached and the lesson was not begun again since.
  public var isWhole: Bool { finished != nil && step.isEmpty }

  /// The quizzes that come back in later lessons on a day, by their ids: not those that were answered rightly on the same day,
  /// which nobody has had time to forget.
  public func dueQuizzes(on day: String) -> [String] {
    quizzes.filter { $0.value.isDue && $0.value.madeUp != day }.keys.sorted()
  }

  /// Notes that a question was answered when it came back.
  public mutating func note(review quiz: String, isRight: Bool, on day: String) {
    guard isRight else { return }
    quizzes[quiz]?.timesMadeUp += 1
    quizzes[quiz]?.madeUp = day.isEmpty ? nil : day
  }

  /// The place of the step at hand among those of a lesson, from 1.
  public func place(in document: Document) -> (step: Int, of: Int) {
    let steps = LessonScript(document).steps
    return ((steps.firstIndex { $0.id == step } ?? 0) + 1, steps.count)
  }

  /// How many steps of a lesson are done; what stands before the first heading counts where something came after it.
  public func stepsDone(in document: Document) -> (done: Int, of: Int) {
    let steps = LessonScript(document).steps
    let hasBeginning = steps.first?.id.isEmpty ?? false
    let named = steps.count { doneSteps.contains($0.id) || earlierSteps.contains($0.id) }
    let isBeyond = !step.isEmpty || finished != nil || named > 0
    return (named + (hasBeginning && isBeyond ? 1 : 0), steps.count)
  }

  /// A lesson that is whole and is begun again asks everything anew; any other goes on.
  var continued: LessonProgress {
    guard isWhole else { return self }
    var new = self
    new.earlierSteps.formUnion(doneSteps)
    new.doneSteps = []
    for id in quizzes.keys { new.quizzes[id]?.isEarlier = true }
    for id in asks.keys { new.asks[id]?.isEarlier = true }
    for id in tasks.keys {
      new.tasks[id]?.isEarlier = true
      new.tasks[id]?.isReopened = false
      new.tasks[id]?.hints = 0
      new.tasks[id]?.sawSolution = false
    }
    return new
  }

  /// Without what belongs to ids that a lesson does not have any more.
  public func kept(for document: Document) -> LessonProgress {
    var kept = self
    let steps = Set(document.steps.map(\.id))
    kept.doneSteps.formIntersection(steps)
    kept.earlierSteps.formIntersection(steps)
    if !steps.contains(kept.step) { (kept.step, kept.item, kept.tries, kept.ground) = ("", 0, [], 0) }
    let (quizIDs, askIDs) = (Set(document.quizzes.map(\.id)), Set(document.asks.map(\.id)))
    let taskIDs = Set(document.tasks.map(\.id))
    kept.quizzes = kept.quizzes.filter { quizIDs.contains($0.key) }
    kept.asks = kept.asks.filter { askIDs.contains($0.key) }
    kept.tasks = kept.tasks.filter { taskIDs.contains($0.key) }
    return kept
  }
}
