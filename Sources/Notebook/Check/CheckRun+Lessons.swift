import Interpreter

/// The rules of lessons, checked where the session stands at each.
extension CheckRun {
  mutating func checkReferences() {
    guard checker.step == nil, let lessons = checker.lessons else { return }
    for problem in lessons.problems(of: document) {
      fail(.rule, line: problem.line, column: problem.column, problem.message)
    }
  }

  mutating func checkShape(of task: Document.Task) {
    guard isJudged(line: task.line) else { return }
    for problem in LessonRules.problems(of: task, in: document) { fail(problem) }
  }

  mutating func checkQuiz(_ quiz: Document.Quiz) {
    guard isJudged(line: quiz.line) else { return }
    for problem in LessonRules.problems(of: quiz) { fail(problem) }
  }

  mutating func checkAsk(_ ask: Document.Ask) {
    guard isJudged(line: ask.line) else { return }
    if ask.tolerance == nil {
      fail(.rule, line: ask.line + 1, "the ask `\(ask.id)` has no `tol`: say how far an answer may be off")
    }
    do throws(CommandError) {
      _ = try session.session.number(of: ask.answer)
    } catch {
      fail(.rule, line: ask.line + 1, "the answer of the ask `\(ask.id)` cannot be computed here: \(error.sentence)")
    }
  }

  mutating func openDetails(_ details: Document.Details) {
    guard isJudged(line: details.lines.lowerBound) else { return }
    guard details.task != nil else {
      let name = details.kind == .hint ? "hint" : "solution"
      return fail(
        .rule, line: details.lines.lowerBound + 1, "this \(name) belongs to no task: none stands above it in its step")
    }
    if details.kind == .solution { judge(details, isSolved: false) }
  }

  mutating func closeDetails(_ details: Document.Details) {
    if details.kind == .solution, isJudged(line: details.lines.lowerBound) { judge(details, isSolved: true) }
  }

  /// A task's conditions have to be false before its solution and true after it. One that says in words what is missing may guard
  /// what holds already, as long as another one is false.
  private mutating func judge(_ solution: Document.Details, isSolved: Bool) {
    guard let index = solution.task, document.tasks[index].solutions.count == 1 else { return }
    let task = document.tasks[index]
    let isOpen = task.conditions.contains { (try? session.session.verdict(on: $0.expression)) != .holds }
    for condition in task.conditions {
      do throws(CommandError) {
        switch try session.session.verdict(on: condition.expression) {
        case .holds where !isSolved && !(isOpen && condition.missing != nil):
          fail(
            .rule, line: condition.line + 1, column: condition.column + 1,
            "`\(condition.expression)` of the task `\(task.id)` is true before its solution")
        case .fails(let reason) where isSolved:
          fail(
            .rule, line: condition.line + 1, column: condition.column + 1,
            "`\(condition.expression)` of the task `\(task.id)` is not true after its solution: \(reason)")
        default: break
        }
      } catch {
        // It fails in the same way before and after: once is enough.
        guard !isSolved else { continue }
        fail(
          .rule, line: condition.line + 1, column: condition.column + 1,
          "`\(condition.expression)` of the task `\(task.id)` cannot be computed here: \(error.sentence)")
      }
    }
  }
}
