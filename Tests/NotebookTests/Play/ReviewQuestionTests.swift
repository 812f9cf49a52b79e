import Interpreter
import Testing

@testable import Notebook

/// Questions that were missed come back: at the end of their lesson and at the beginning of later ones.
struct ReviewQuestionTests {
  private static func question() throws -> ReviewQuestion {
    try #require(try Document(parsing: PlayedLesson.sample, file: "lesson.md").reviewQuestion("q-fall"))
  }

  private static let later = """
    ---
    lesson: later
    title: Later
    format: 1
    ---

    # Later

    ## Only step

    Words.

    ```lever
    lever> print 1
    1
    ```
    """

  @Test func `a question of an earlier lesson comes first, and says how it was answered`() throws {
    var lesson = try PlayedLesson(Self.later, earlier: [Self.question(), Self.question()])
    #expect(
      lesson.start() == """
        Later
        Enter goes on. Every command works at any time, and so do `hint`, `solution`,
        `skip`, `next`, `back`, `again`, `steps`, `reset` and `quit`.
        From other lessons
        What you missed there comes back first. `skip` leaves one out, `next` all of
        them.
        How far may the price fall?
        1. By 37.5%
        2. By 27.2%

        """)
    #expect(
      lesson.enter("1") == """
        Not so.
        That is the health factor less 1.
        The answer is 2.
        1 - 1 / 1.375.
        [sample/q-fall: wrong]
        How far may the price fall?
        1. By 37.5%
        2. By 27.2%

        """)
    #expect(
      lesson.enter("2") == """
        Yes: 1 - 1 / 1.375.
        [sample/q-fall: right]
        Only step  1/1
        Words.
        Enter runs `print 1`

        """)
    #expect(lesson.player.progress.quizzes.isEmpty)
  }

  @Test(arguments: [["skip", "skip"], ["next"], ["goto 1"], ["back"], ["", "9", "skip", "position", "next"]])
  func `questions of earlier lessons can be left out`(lines: [String]) throws {
    var lesson = try PlayedLesson(Self.later, earlier: [Self.question(), Self.question()])
    var text = lesson.start()
    for line in lines { text += lesson.enter(line) }
    #expect(text.hasSuffix("Words.\nEnter runs `print 1`\n"))
    #expect(!text.contains("q-fall"))
  }

  @Test func `a lesson that goes on within asks no earlier question`() throws {
    var progress = LessonProgress()
    progress.step = "only-step"
    let lesson = try PlayedLesson(Self.later, progress: progress, earlier: [Self.question()])
    #expect(lesson.player.earlier.isEmpty)
  }

  @Test func `what was missed is due until it was answered rightly twice`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto look", "skip", "", "1", "2", "next", "", "skip", "next", "")
    #expect(lesson.player.progress.dueQuizzes(on: "2026-11-20") == ["q-fall"])
    #expect(lesson.enter("2").contains("The lesson is over"))
    var progress = lesson.player.progress
    #expect(progress.quizzes["q-fall"]?.isMissed == false)
    // Not in the next lesson of the same sitting.
    #expect(progress.dueQuizzes(on: "2026-11-20").isEmpty)
    #expect(progress.dueQuizzes(on: "2026-11-21") == ["q-fall"])
    progress.note(review: "q-fall", isRight: false, on: "2026-11-21")
    #expect(progress.dueQuizzes(on: "2026-11-21") == ["q-fall"])
    progress.note(review: "q-fall", isRight: true, on: "2026-11-21")
    #expect(progress.dueQuizzes(on: "2026-11-22").isEmpty)
  }

  @Test func `a lesson that is begun again asks everything anew`() throws {
    var lesson = try PlayedLesson(PlayedLesson.sample)
    _ = lesson.start() + lesson.enter("goto look", "1450", "90", "", "2", "next", "", "skip", "next", "")
    #expect(lesson.isFinished)
    var again = try PlayedLesson(PlayedLesson.sample, progress: lesson.player.progress)
    _ = again.start()
    #expect(again.enter("goto look").hasSuffix("At which price is the health factor 1?\n"))
    let progress = again.player.progress
    // What was reached stays until it is answered again.
    #expect(progress.finished == "2026-11-20" && progress.quizzes["q-fall"]?.isEarlier == true)
    // What was done before is none of this playing's steps, and still counts.
    #expect(again.enter("steps").contains("5  Remember\n"))
    #expect(again.player.progress.doneSteps.isEmpty && progress.stepsDone(in: again.player.document).done == 4)
    _ = again.enter("1600", "60", "", "1", "2")
    #expect(again.player.progress.asks["a-price"]?.outcome == .shown)
    #expect(again.player.progress.quizzes["q-fall"]?.misses == 1)
  }

  @Test func `a log with earlier questions is played again with them`() throws {
    let question = try Self.question()
    let entries: [Grade.Entry] = [
      .begin(lesson: "later", step: "", earlier: ["sample/q-fall", "gone/q"]), .line("2"), .line(""), .line(""),
      .begin(lesson: "later", step: ""), .line("steps"),
    ]
    let grade = try Grade(
      entries, of: Document(parsing: Self.later, file: "later.md"), surroundings: Surroundings(acceptsPrefixes: true)
    ) { $0 == "sample/q-fall" ? question : nil }
    #expect(grade.remarks.map(\.reason) == ["there is no question `gone/q`: its answer is passed over"])
    #expect(grade.progress.earlierSteps == ["only-step"] && grade.progress.doneSteps.isEmpty)
  }
}
