import FixedPoint
import Interpreter
import Reports

extension Player {
  /// A line that is no word of the lesson: an answer where one is awaited, or a command.
  mutating func answer(_ line: String) {
    switch stage {
    case .quiz(let index):
      if let choice = choice(in: line, of: document.quizzes[index]) { return choose(choice, in: index) }
      guard session.readsAsCommand(line) else { return repeatOffer() }
      run(line)
    case .review(let questions):
      if let first = questions.first, let choice = choice(in: line, of: first.quiz) {
        return choose(choice, again: questions)
      }
      guard session.readsAsCommand(line) else { return repeatOffer() }
      run(line)
    case .ask(let index):
      if let corrected = TypedNumber.withoutDecimalComma(line) {
        return show(.note("A comma stands between thousands: write \(corrected)."))
      }
      if let typed = number(in: line) { return predict(line, typed, index) }
      guard session.readsAsCommand(line) else { return repeatOffer() }
      run(line)
    case .confidence:
      if let number = TypedNumber(line, compute: Double.init) {
        let percent = number.value <= 1 ? number.value * 100 : number.value
        guard percent >= 50, percent <= 100 else {
          show(.note("`\(line)` is not from 50 to 100%."))
          return repeatOffer()
        }
        return note(confidence: Int(percent.rounded()))
      }
      guard session.readsAsCommand(line) else {
        show(.note("`\(line)` is no number."))
        return repeatOffer()
      }
      run(line)
    case .example(let block, let index):
      let expected = command(block, index).text
      guard Self.plain(line) != Self.plain(expected) else { return runExample(block, index) }
      run(line)
    case .pause:
      guard session.reads(line) else { return goOn() }
      run(line)
    case .task, .stepEnd, .finished: run(line)
    }
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// How many lines of a step are kept at most.
  private static let mostTries = 200

  /// Runs commands of the learner's own, and looks whether they solve the task.
  mutating func run(_ line: String) {
    let before = session
    var outcomes: [Outcome] = []
    if runsLooks || !session.onlyLooks(line) { session.run(line) { outcome, _ in outcomes.append(outcome) } }
    events += outcomes.map { .outcome($0) }
    let hasChanged = !session.stands(where: before)
    if hasChanged { noteTry(line, from: before.branch) }
    if line.lowercased() == "help" { show(.note("In a lesson there are also \(Self.words)")) }
    guard case .task(let index) = stage else { return }
    guard isSolved(index, in: session) else {
      if hasChanged { showWhatIsMissing(index) }
      return
    }
    let id = document.tasks[index].id
    let isShown = progress.tasks[id]?.sawSolution ?? false
    // Who has solved it once may look at the solution later.
    let wasSolved = progress.tasks[id].map { $0.outcome == .solved && !$0.isEarlier } ?? false
    progress.tasks[id, default: .init()].outcome = isShown && !wasSolved ? .shown : .solved
    progress.tasks[id]?.isEarlier = false
    show(.paragraph(isShown ? "That is one way." : "\("Solved.", .safe)"))
    finishedOnTrunk.append((index, item))
    finishTask(index)
    advance()
  }

  /// Keeps a line that changed something; on a branch that `reset` left it is what was typed there that counts, since the branch
  /// itself does not outlive the program.
  private mutating func noteTry(_ line: String, from branch: String) {
    if branch != session.branch, let tries = triesOfBranches[session.branch] ?? triesOfDetour() {
      triesOfBranches[branch] = progress.tries
      progress.tries = tries
    } else if progress.tries.count < Self.mostTries {
      progress.tries.append(line)
    }
  }

  /// All that leads from the beginning to the detour on which the learner stands; nil elsewhere, and where it is too much.
  private func triesOfDetour() -> [String]? {
    guard session.isOnDetour, let commands = session.commandsToHere, commands.count <= Self.mostTries else {
      return nil
    }
    return commands
  }

  // MARK: - Questions with choices

  /// Asks a question; false when it was answered before.
  mutating func ask(quiz index: Int, _ question: String) -> Bool {
    let quiz = document.quizzes[index]
    show(markdown: question)
    showChoices(of: quiz)
    let outcome = progress.quizzes[quiz.id]?.outcome
    guard isOpen(outcome, progress.quizzes[quiz.id]?.isEarlier) else {
      show(.note(outcome == .skipped ? "You have left this out." : "You have answered this: \(quiz.answer) is right."))
      return false
    }
    guard !isCatchingUp else { return false }
    stage = .quiz(index)
    return true
  }

  private mutating func showChoices(of quiz: Document.Quiz) {
    show(
      .prose(
        Prose([
          .list(start: 1, isLoose: false, items: quiz.choices.map { MarkdownText.prose($0.text).elements })
        ])))
  }

  /// The choice that is meant by `2`, `2.`, `2)` or its text in full.
  private func choice(in line: String, of quiz: Document.Quiz) -> Int? {
    let digits = line.last == "." || line.last == ")" ? String(line.dropLast()) : line
    if let number = Int(digits) { return quiz.choices.indices.contains(number - 1) ? number : nil }
    return ChoiceText(line).onlyMatch(in: quiz.choices.map { ChoiceText($0.text) }).map { $0 + 1 }
  }

  /// Asks the first of the questions that come back; without one the lesson begins, or is over.
  mutating func askAgain(_ questions: [ReviewQuestion]) {
    guard let first = questions.first else { return hasBegun ? finish() : enterStep(0) }
    stage = .review(questions)
    show(markdown: first.question)
    showChoices(of: first.quiz)
  }

  private mutating func choose(_ choice: Int, again questions: [ReviewQuestion]) {
    let question = questions[0]
    let isRight = judge(choice, of: question.quiz)
    if !isRight { showAnswer(of: question.quiz) }
    if hasBegun {
      progress.note(review: question.quiz.id, isRight: isRight, on: today)
    } else {
      events.append(.reviewed(question, isRight: isRight))
    }
    askAgain(Array(questions.dropFirst()))
  }

  /// Says whether a choice is right, and what stands beside it. A feedback that begins with "Yes" says the first itself.
  private mutating func judge(_ choice: Int, of quiz: Document.Quiz) -> Bool {
    let isRight = choice == quiz.answer
    let feedback = quiz.choices[choice - 1].feedback ?? ""
    if !isRight {
      show(.paragraph("\("Not so.", .caution)"))
    } else if !feedback.hasPrefix("Yes") {
      show(.paragraph("\("Yes.", .safe)"))
    }
    show(markdown: feedback)
    return isRight
  }

  private mutating func choose(_ choice: Int, in index: Int) {
    let quiz = document.quizzes[index]
    var result = progress.quizzes[quiz.id] ?? .init()
    if result.isEarlier { result = .init() }
    if judge(choice, of: quiz) {
      result.outcome = .right
    } else {
      result.misses += 1
      guard result.misses > 1 else {
        progress.quizzes[quiz.id] = result
        return show(.note("Try once more."))
      }
      result.outcome = .shown
      showAnswer(of: quiz)
    }
    progress.quizzes[quiz.id] = result
    item += 1
    advance()
  }

  mutating func showAnswer(of quiz: Document.Quiz) {
    show(.paragraph("The answer is \(String(quiz.answer), .strong)."))
    show(markdown: Self.withoutYes(quiz.choices[quiz.answer - 1].feedback ?? ""))
  }

  /// What a feedback says apart from a "Yes" at its beginning.
  private static func withoutYes(_ feedback: String) -> String {
    let rest = feedback.replacing(#/^Yes[.,:;]?\s*/#, with: "")
    return rest.prefix(1).uppercased() + rest.dropFirst()
  }
}
