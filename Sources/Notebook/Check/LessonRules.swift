import Interpreter

/// The rules of lessons that can be told from the text alone.
enum LessonRules {
  struct Problem: Equatable {
    /// From 1.
    var line: Int
    var message: String
  }

  /// A task has conditions and exactly one solution with commands; its hints come before it and give nothing away.
  static func problems(of task: Document.Task, in document: Document) -> [Problem] {
    var problems: [Problem] = []
    func note(_ line: Int, _ message: String) { problems.append(Problem(line: line + 1, message: message)) }
    if task.conditions.isEmpty {
      note(task.line, "the task `\(task.id)` has no `check`: nothing tells that it is solved")
    }
    guard let solution = task.solutions.first.map({ document.details[$0] }) else {
      note(task.line, "the task `\(task.id)` has no solution")
      return problems
    }
    for other in task.solutions.dropFirst() {
      note(document.details[other].lines.lowerBound, "the task `\(task.id)` has another solution already")
    }
    let commands = solution.blocks.flatMap { document.blocks[$0].commands }
    if commands.isEmpty { note(solution.lines.lowerBound, "the solution of the task `\(task.id)` has no command") }
    let steps = commands.flatMap { CommandLineSplitter.commands(in: $0.text) }.map { plain($0.text) }
    for hint in task.hints.map({ document.details[$0] }) {
      if hint.lines.lowerBound > solution.lines.lowerBound {
        note(hint.lines.lowerBound, "a hint of the task `\(task.id)` comes behind its solution")
      }
      let text = Array(plain(hint.lines.map { document.source.text(ofLine: $0) }.joined(separator: " ")).unicodeScalars)
      for step in steps where contains(text, Array(step.unicodeScalars)) {
        note(hint.lines.lowerBound, "the hint gives the solution of the task `\(task.id)` away: `\(step)`")
      }
    }
    return problems
  }

  /// A quiz has a right choice among at least two, and feedback for each.
  static func problems(of quiz: Document.Quiz) -> [Problem] {
    var problems: [Problem] = []
    if quiz.choices.count < 2 {
      problems.append(Problem(line: quiz.line + 1, message: "the quiz `\(quiz.id)` has fewer than two choices"))
    } else if quiz.answer > quiz.choices.count {
      problems.append(
        Problem(
          line: quiz.line + 1,
          message: "the answer of the quiz `\(quiz.id)` is choice \(quiz.answer), and there are \(quiz.choices.count)"))
    }
    for (index, choice) in quiz.choices.enumerated() where choice.feedback == nil {
      problems.append(
        Problem(
          line: choice.lines.lowerBound + 1,
          message: "choice \(index + 1) of the quiz `\(quiz.id)` has no feedback: write it below, as `   > …`"))
    }
    return problems
  }

  /// In lower case, with single blanks between words.
  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a text holds a command that is not part of longer words.
  private static func contains(_ text: [Unicode.Scalar], _ command: [Unicode.Scalar]) -> Bool {
    guard let first = command.first, command.count <= text.count else { return false }
    for start in 0...text.count - command.count where text[start] == first {
      let end = start + command.count
      guard text[start..<end] == command[...] else { continue }
      if !(start > 0 && isPartOfWord(text[start - 1])), !(end < text.count && isPartOfWord(text[end])) { return true }
    }
    return false
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }
}
