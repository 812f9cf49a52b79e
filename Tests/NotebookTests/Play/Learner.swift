import Interpreter

@testable import Notebook

/// What people type who play a lesson.
enum Learner {
  /// What somebody who knows everything types next.
  static func rightLine(_ player: Player) -> String {
    switch player.stage {
    case .example, .pause, .stepEnd, .finished: return ""
    case .quiz(let index): return "\(player.document.quizzes[index].answer)"
    case .review(let questions): return "\(questions[0].quiz.answer)"
    case .ask(let index):
      let answer = try? player.canonical.number(of: player.document.asks[index].answer)
      return player.kind(ofAsk: index) == .share ? "\((answer?.doubleValue ?? 0) * 100)%" : answer?.text ?? "0"
    case .confidence: return "90"
    case .task(let index):
      let blocks = player.document.tasks[index].solutions.flatMap { player.document.details[$0].blocks }
      return blocks.flatMap { player.document.blocks[$0].commands.map(\.text) }.joined(separator: "; ")
        .replacing("\n", with: "; ")
    }
  }

  /// What somebody types who gets everything wrong at first.
  static func wrongLine(_ player: Player) -> String {
    switch player.stage {
    case .quiz(let index):
      let quiz = player.document.quizzes[index]
      return "\(quiz.answer % quiz.choices.count + 1)"
    case .ask(let index): return player.kind(ofAsk: index) == .share ? "100%" : "123456789"
    case .task(let index):
      return player.progress.tasks[player.document.tasks[index].id]?.sawSolution ?? false
        ? rightLine(player) : "solution"
    default: return rightLine(player)
    }
  }

  /// What leads away from the lesson, and `quit` that leaves it.
  static let detours = [
    "undo", "undo 3", "redo", "reset", "market aave-v3-ethereum", "price -50%", "keepers off", "branch x", "switch x",
    "switch main", "deposit 1 ETH", "borrow max", "nonsense", "hint", "hint 9", "steps", "back", "goto 2", "goto 99",
    "goto nowhere", "skip", "next", "solution", "1", "9", "$5", "50%", "wait 10 days", "let x = 3", "", "quit",
    "position", "withdraw all", "repay max",
  ]
}
