/// A question with choices that comes back: at the end of its own lesson, or at the beginning of a later one.
public struct ReviewQuestion: Equatable, Sendable {
  /// The id of its lesson.
  public let lesson: String
  /// The title of its lesson.
  public let title: String
  let quiz: Document.Quiz
  /// Markdown.
  let question: String

  /// Its own id.
  public var quizID: String { quiz.id }
  /// The id of its lesson, a slash and its own id.
  public var id: String { lesson + "/" + quiz.id }
}

extension Document {
  /// The question of an id as one that comes back; nil when there is none.
  public func reviewQuestion(_ id: String) -> ReviewQuestion? {
    guard case .lesson(let lesson) = frontMatter.kind, let index = quizzes.firstIndex(where: { $0.id == id }) else {
      return nil
    }
    for step in LessonScript(self).steps {
      for case .quiz(index, let question) in step.items {
        return ReviewQuestion(lesson: lesson, title: title, quiz: quizzes[index], question: question)
      }
    }
    return nil
  }
}
