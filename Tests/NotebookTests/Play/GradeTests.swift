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

  /// A file of logs may hold those of several lessons.
  @Test func `a log of another lesson takes nothing away`() throws {
    let first = Self.right.map { Grade.Entry.line($0) }
    let grade = try Self.grade(
      [.begin(lesson: "sample", step: "")] + first + [.begin(lesson: "other", step: ""), .line("")])
    #expect(grade.progress.quizzes["q-fall"]?.isRightAtOnce == true)
  }

  /// A log from which lines were taken goes on where they were typed, and says so.
  @Test func `missing lines are noticed`() throws {
    let grade = try Self.grade([
      .begin(lesson: "sample", step: ""), .line("", step: ""), .line("2", step: "look"),
      .line("1450", step: "look"), .line("90", step: "look"), .line("", step: "look"), .line("2", step: "look"),
    ])
    #expect(
      grade.remarks.map { "\($0.entry): \($0.reason)" } == [
        "2: it was typed in the step `look`, and the lines before it do not lead there"
      ])
    #expect(grade.progress.asks["a-price"]?.answer == "2" && grade.progress.asks["a-price"]?.outcome == .shown)
  }

  @Test func `what cannot be played is said`() throws {
    let grade = try Self.grade([
      .line("2"), .begin(lesson: "other", step: ""), .line("2"), .begin(lesson: "sample", step: "nowhere"), .line(""),
    ])
    #expect(
      grade.remarks.map { "\($0.entry): \($0.reason)" } == [
        "0: no session of this lesson has begun before it: such lines are passed over",
        "1: it belongs to the lesson `other`, and this is `sample`: its lines are passed over",
        "3: there is no step `nowhere`: played from the beginning",
      ])
  }
}
