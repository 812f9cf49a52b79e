import Interpreter
import Testing

@testable import Notebook

struct GradeTests {
  private static func grade(_ entries: [Grade.Entry]) throws -> Grade {
    try Grade(
      entries, of: Document(parsing: PlayedLesson.sample, file: "lesson.md"),
      surroundings: Surroundings(acceptsPrefixes: true))
  }

  private static let right = ["", "", "", "", "1450", "90", "", "2", "", "", "repay 2200 USDC"]

  @Test func `what was typed is played again`() throws {
    let grade = try Self.grade([.begin(lesson: "sample", step: "")] + Self.right.map { .line($0) })
    #expect(grade.remarks.isEmpty)
    #expect(grade.progress.quizzes["q-fall"]?.isRightAtOnce == true)
    #expect(grade.progress.tasks["t-repair"]?.outcome == .solved)
    #expect(grade.progress.asks["a-price"]?.outcome == .right)
  }

  @Test func `a session that was left goes on in the next`() throws {
    let first = Self.right.prefix(8).map { Grade.Entry.line($0) }
    let rest = ["", "repay 2200 USDC"].map { Grade.Entry.line($0) }
    let grade = try Self.grade(
      [.begin(lesson: "sample", step: "")] + first + [.begin(lesson: "sample", step: "repair-it")] + rest)
    #expect(grade.progress.quizzes["q-fall"]?.isRightAtOnce == true)
    #expect(grade.progress.tasks["t-repair"]?.outcome == .solved)
  }

  @Test func `what cannot be played is said`() throws {
    let grade = try Self.grade([
      .line("2"), .begin(lesson: "other", step: ""), .line("2"), .begin(lesson: "sample", step: "nowhere"), .line(""),
    ])
    #expect(
      grade.remarks.map { "\($0.entry): \($0.reason)" } == [
        "0: no session of this lesson has begun before it", "1: it belongs to the lesson `other`, and this is `sample`",
        "2: no session of this lesson has begun before it",
        "3: there is no step `nowhere`: played from the beginning",
      ])
  }
}
