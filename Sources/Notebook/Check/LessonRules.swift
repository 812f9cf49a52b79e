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
      let text = plain(hint.lines.map { document.source.text(ofLine: $0) }.joined(separator: " "))
      for step in steps where contains(text, step) {
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
  private static func contains(_ text: String, _ command: String) -> Bool {
    guard !command.isEmpty else { return false }
    return text.ranges(of: command).contains { range in
      let before = text[..<range.lowerBound].last
      let behind = text[range.upperBound...].first
      return !(before?.isPartOfWord ?? false) && !(behind?.isPartOfWord ?? false)
    }
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "_" }
}
