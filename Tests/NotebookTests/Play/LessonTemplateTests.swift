import Testing

@testable import Notebook

struct LessonTemplateTests {
  @Test func `a new lesson passes the check and can be played to its end`() throws {
    let text = LessonTemplate.text(id: "margin-calls")
    #expect(try Checker().check(try Document(parsing: text, file: "margin-calls.md")).isAsExpected)
    var lesson = try PlayedLesson(text)
    _ = lesson.start() + lesson.enter("", "970", "80", "", "", "", "2", "", "repay 1500 USDC", "", "")
    #expect(lesson.player.isFinished)
    #expect(lesson.player.progress.tasks["t-first"]?.outcome == .solved)
  }
}
