import Interpreter
import Reports

extension Player {
  /// Goes on without asking: answers and solutions are shown where a learner would give them.
  public mutating func present() -> [PlayerEvent] {
    switch stage {
    case .quiz(let index):
      let quiz = document.quizzes[index]
      progress.quizzes[quiz.id, default: .init()].outcome = .right
      showAnswer(of: quiz)
      item += 1
      advance()
    case .ask(let index):
      if let prediction = answered(index) { predictions.append(prediction) }
      item += 1
      advance()
    case .task(let index):
      for solution in document.tasks[index].solutions {
        show(markdown: script.details[solution])
        for block in document.details[solution].blocks {
          for number in document.blocks[block].commands.indices { perform(block, number, showsAll: true) }
        }
      }
      followLesson()
      openTask = nil
      advance()
    case .example, .confidence, .pause, .stepEnd, .review, .finished: goOn()
    }
    return takeEvents()
  }
}
