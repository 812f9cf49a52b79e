import TestSupport
import Testing

@testable import Notebook

struct LessonProgressTests {
  private static func random(_ generator: inout SeededGenerator) -> LessonProgress {
    var progress = LessonProgress()
    let ids = ["a", "b-2", "open-a-position", "q-ltv"]
    if Bool.random(using: &generator) { progress.step = ids.randomElement(using: &generator) ?? "" }
    if !progress.step.isEmpty { progress.ground = Int.random(in: 0...3, using: &generator) }
    progress.doneSteps = Set(ids.filter { _ in Bool.random(using: &generator) })
    progress.earlierSteps = Set(ids.filter { _ in Bool.random(using: &generator) })
    let outcomes: [LessonProgress.Outcome] = [.open, .right, .solved, .shown, .skipped]
    for id in ids where Bool.random(using: &generator) {
      var quiz = LessonProgress.QuizResult()
      quiz.misses = Int.random(in: 0...3, using: &generator)
      quiz.outcome = outcomes.randomElement(using: &generator) ?? .open
      quiz.isEarlier = Bool.random(using: &generator)
      if Bool.random(using: &generator) { quiz.madeUp = "2026-11-20" }
      quiz.timesMadeUp = Int.random(in: 0...2, using: &generator)
      progress.quizzes[id] = quiz
      var ask = LessonProgress.AskResult()
      if Bool.random(using: &generator) { ask.answer = "16.5%" }
      if Bool.random(using: &generator) { ask.confidence = Int.random(in: 50...100, using: &generator) }
      ask.outcome = outcomes.randomElement(using: &generator) ?? .open
      progress.asks[id] = ask
      var task = LessonProgress.TaskResult()
      task.isEarlier = Bool.random(using: &generator)
      task.isReopened = Bool.random(using: &generator)
      task.sawSolution = Bool.random(using: &generator)
      task.hints = Int.random(in: 0...5, using: &generator)
      task.outcome = outcomes.randomElement(using: &generator) ?? .open
      progress.tasks[id] = task
    }
    if Bool.random(using: &generator) { progress.tries = ["loop 1 at 70%", "let  x = 3"] }
    if Bool.random(using: &generator) { progress.reviewed = "2026-11-20" }
    if Bool.random(using: &generator) { progress.finished = "2026-11-20" }
    return progress
  }

  @Test func `a text gives the same progress back`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let progress = Self.random(&generator)
      #expect(LessonProgress(progress.text) == progress, "\(generator.description)")
    }
  }

  @Test(arguments: ["", "nonsense", "# lever progress format=2\nat x\n", "\u{0}"])
  func `a text of another format is none`(text: String) {
    #expect(LessonProgress(text) == nil)
  }

  @Test func `lines that say nothing known are passed over`() {
    let text = "# lever progress format=1\nat here\nquiz\nquiz q misses=many right\nweather sunny\n"
    let progress = LessonProgress(text)
    #expect(progress?.step == "here")
    #expect(progress?.quizzes["q"]?.outcome == .right)
    #expect(progress?.quizzes["q"]?.misses == 0)
  }

  @Test func `what belongs to ids that are gone is dropped, and the rest is kept`() throws {
    let document = try Document(parsing: PlayedLesson.sample, file: "lesson.md")
    let text = """
      # lever progress format=1
      at gone
      step look
      step gone
      quiz q-fall misses=1 right
      quiz q-gone misses=1 right
      task t-repair hints=1 solved
      ask a-gone answer=3 right

      """
    let kept = try #require(LessonProgress(text)).kept(for: document)
    #expect(
      kept.text == """
        # lever progress format=1
        step look
        quiz q-fall misses=1 right
        task t-repair hints=1 solved

        """)
  }
}
