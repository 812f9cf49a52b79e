import FixedPoint
import Interpreter
import Reports

extension Player {
  /// A line that is no word of the lesson: an answer where one is awaited, or a command.
  mutating func answer(_ line: String) {
    switch stage {
    case .quiz(let index), .review(let index, _):
      if let choice = Int(line), document.quizzes[index].choices.indices.contains(choice - 1) {
        return choose(choice, in: index)
      }
      guard session.readsAsCommand(line) else { return repeatOffer() }
      run(line)
    case .ask(let index):
      if let value = number(in: line) { return predict(line, value, index) }
      guard session.readsAsCommand(line) else { return repeatOffer() }
      run(line)
    case .confidence:
      let digits = line.hasSuffix("%") ? String(line.dropLast()).trimmed : line
      if let number = Int(digits) {
        guard (50...100).contains(number) else { return repeatOffer() }
        return note(confidence: number)
      }
      guard session.readsAsCommand(line) else { return repeatOffer() }
      run(line)
    case .example(let block, let index):
      let expected = command(block, index).text
      guard Self.plain(line) != Self.plain(expected) else { return runExample(block, index) }
      run(line)
    case .task, .stepEnd, .finished: run(line)
    }
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Runs commands of the learner's own, and looks whether they solve the task.
  mutating func run(_ line: String) {
    var outcomes: [Outcome] = []
    if runsLooks || !session.onlyLooks(line) { session.run(line) { outcome, _ in outcomes.append(outcome) } }
    events += outcomes.map { .outcome($0) }
    guard case .task(let index) = stage, isSolved(index) else { return }
    let id = document.tasks[index].id
    let isShown = shownSolutions.contains(index)
    progress.tasks[id, default: .init()].outcome = isShown ? .shown : .solved
    show(.paragraph(isShown ? "That is one way." : "\("Solved.", .safe)"))
    finishTask(index)
    advance()
  }

  private func isSolved(_ index: Int) -> Bool {
    document.tasks[index].conditions.allSatisfy { (try? session.verdict(on: $0.expression)) == .holds }
  }

  /// Brings the lesson's session behind the task.
  mutating func finishTask(_ index: Int) {
    openTask = nil
    for solution in document.tasks[index].solutions {
      for block in document.details[solution].blocks { run(document.blocks[block], in: &canonical) }
    }
  }

  // MARK: - Questions with choices

  /// Asks a question; false when it was answered before.
  mutating func ask(quiz index: Int, _ question: String) -> Bool {
    let quiz = document.quizzes[index]
    show(markdown: question)
    showChoices(of: quiz)
    if let result = progress.quizzes[quiz.id], result.outcome != .open {
      show(.note("You have answered this: \(quiz.answer) is right."))
      return false
    }
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

  mutating func askAgain(_ index: Int, waiting: [Int]) {
    stage = .review(index, waiting: waiting)
    for step in script.steps {
      for case .quiz(index, let question) in step.items { show(markdown: question) }
    }
    showChoices(of: document.quizzes[index])
  }

  mutating func askNext(of waiting: [Int]) {
    guard let next = waiting.first else { return finish() }
    askAgain(next, waiting: Array(waiting.dropFirst()))
  }

  private mutating func choose(_ choice: Int, in index: Int) {
    let quiz = document.quizzes[index]
    var result = progress.quizzes[quiz.id] ?? .init()
    let isRight = choice == quiz.answer
    show(.paragraph(isRight ? "\("Right.", .safe)" : "\("Not so.", .caution)"))
    show(markdown: quiz.choices[choice - 1].feedback ?? "")
    if case .review(_, let waiting) = stage {
      if isRight { result.isMadeUp = true } else { showAnswer(of: quiz) }
      progress.quizzes[quiz.id] = result
      return askNext(of: waiting)
    }
    if isRight {
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
    show(markdown: quiz.choices[quiz.answer - 1].feedback ?? "")
  }

  // MARK: - Predictions

  /// Asks for a number; false when it was given before.
  mutating func ask(prediction index: Int, _ question: String) -> Bool {
    let ask = document.asks[index]
    show(markdown: question)
    if let result = progress.asks[ask.id], result.outcome != .open {
      show(.note(result.answer.map { "You have predicted \($0)." } ?? "You have left this out."))
      return false
    }
    stage = .ask(index)
    return true
  }

  /// A number as it can be typed: `1600`, `$1,600`, `20%`, `2.94x`, `10 ETH` or a calculation.
  private func number(in line: String) -> Double? {
    var text = line
    if let last = text.split(separator: " ").last, text.contains(" "), last.allSatisfy(\.isLetter) {
      text = String(text.dropLast(last.count)).trimmed
    }
    if text.hasSuffix("x") || text.hasSuffix("X") { text = String(text.dropLast()) }
    // Asked of the first state, so that nobody predicts by looking.
    guard let value = try? starts[0].number(of: text) else { return nil }
    return value.doubleValue
  }

  private mutating func predict(_ typed: String, _ value: Double, _ index: Int) {
    let ask = document.asks[index]
    guard let answer = try? canonical.number(of: ask.answer) else { return }
    progress.asks[ask.id, default: .init()].answer = typed
    predictions.append(
      Prediction(
        ask: index, answer: answer, typed: typed, value: value, line: document.line(showing: answer, behind: ask)))
    if ask.asksConfidence {
      stage = .confidence(index)
      return show(.note("How sure are you, from 50 to 100%?"))
    }
    item += 1
    noteOutcome(of: predictions[predictions.count - 1])
    show(.note("Noted."))
    advance()
  }

  mutating func note(confidence: Int?) {
    guard case .confidence(let index) = stage else { return }
    let id = document.asks[index].id
    progress.asks[id, default: .init()].confidence = confidence
    predictions[predictions.count - 1].confidence = confidence
    noteOutcome(of: predictions[predictions.count - 1])
    show(.note("Noted."))
    item += 1
    advance()
  }

  private mutating func noteOutcome(of prediction: Prediction) {
    let id = document.asks[prediction.ask].id
    progress.asks[id, default: .init()].outcome = hits(prediction) ? .right : .shown
  }

  /// Whether a prediction is near enough. A share may be typed in per cent without the sign.
  private func hits(_ prediction: Prediction) -> Bool {
    guard let tolerance = document.asks[prediction.ask].tolerance, let answer = prediction.answer.doubleValue,
      let expected = Rational(exactly: answer)
    else { return false }
    var values = [prediction.value]
    if abs(answer) <= 1.5, !prediction.typed.contains("%") { values.append(prediction.value / 100) }
    return values.contains { value in Rational(exactly: value).map { tolerance.allows($0, for: expected) } ?? false }
  }

  /// Puts those predictions beside their results of which something holds.
  mutating func revealPredictions(where isDue: (Prediction) -> Bool) {
    for prediction in predictions where isDue(prediction) {
      let sure = prediction.confidence.map { ", \($0)% sure" } ?? ""
      let verdict: StyledText = hits(prediction) ? "\("a hit", .safe)" : "\("a miss", .caution)"
      show(
        .values([
          LabelledValue(label: "you predicted", value: StyledText(prediction.typed + sure)),
          LabelledValue(label: "it is", value: StyledText(Self.shown(prediction)), remark: verdict),
        ]))
    }
    predictions.removeAll(where: isDue)
  }

  /// The right number in the way in which the prediction was typed.
  private static func shown(_ prediction: Prediction) -> String {
    guard let answer = prediction.answer.doubleValue else { return prediction.answer.text }
    let isShare = prediction.typed.contains("%") || (abs(answer) <= 1.5 && abs(prediction.value) > 1.5)
    guard let exact = Rational(exactly: isShare ? answer * 100 : answer) else { return prediction.answer.text }
    let text = exact.fixedText(places: 2)
    return (text.hasSuffix(".00") ? String(text.dropLast(3)) : text) + (isShare ? "%" : "")
  }
}
