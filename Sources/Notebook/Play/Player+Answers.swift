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
      if number(in: line) != nil { return predict(line, index) }
      guard session.readsAsCommand(line) else { return repeatOffer() }
      run(line)
    case .confidence:
      let digits = line.hasSuffix("%") ? String(line.dropLast()).trimmed : line
      if let number = Double(digits) {
        let percent = number <= 1 ? number * 100 : number
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
    if hasChanged, progress.tries.count < Self.mostTries { progress.tries.append(line) }
    if line.lowercased() == "help" { show(.note("In a lesson there are also \(Self.words)")) }
    guard case .task(let index) = stage else { return }
    guard isSolved(index) else {
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
    finishTask(index)
    advance()
  }

  /// The conditions that do not hold yet, with their numbers.
  private mutating func showWhatIsMissing(_ index: Int) {
    for condition in document.tasks[index].conditions {
      for clause in condition.expression.split(separator: " and ").map(String.init) {
        guard case .fails? = try? session.verdict(on: clause) else { continue }
        show(.note("Not yet: \(requirement(clause) ?? "`\(clause)`")."))
      }
    }
  }

  /// A comparison as a sentence with what its left side is now, such as `buffer is 34.1% and has to be at least 35%`; nil for
  /// anything else.
  private func requirement(_ clause: String) -> String? {
    guard let match = clause.wholeMatch(of: #/(.+?) (>=|<=|==|>|<) (.+)/#),
      let value = try? session.number(of: String(match.1)), let number = value.doubleValue,
      let exact = Rational(exactly: match.3.contains("%") ? number * 100 : number)
    else { return nil }
    let words = [">=": "at least ", "<=": "at most ", ">": "above ", "<": "below ", "==": ""]
    let now = exact.decimalText(places: 4) + (match.3.contains("%") ? "%" : "")
    // A calculation is shown as what it comes to.
    let limit =
      match.3.contains(" ") ? (try? session.number(of: String(match.3)))?.text ?? String(match.3) : String(match.3)
    return "\(match.1) is \(now) and has to be \(words[String(match.2)] ?? "")\(limit)"
  }

  private func isSolved(_ index: Int) -> Bool {
    document.tasks[index].conditions.allSatisfy { (try? session.verdict(on: $0.expression)) == .holds }
  }

  /// Brings the lesson's session behind the task.
  mutating func finishTask(_ index: Int) {
    openTask = nil
    reopenedTasks.remove(index)
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

  private func choice(in line: String, of quiz: Document.Quiz) -> Int? {
    Int(line).flatMap { quiz.choices.indices.contains($0 - 1) ? $0 : nil }
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
      progress.note(review: question.quiz.id, isRight: isRight)
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

  // MARK: - Predictions

  /// Asks for a number; false when it was given before.
  mutating func ask(prediction index: Int, _ question: String) -> Bool {
    let ask = document.asks[index]
    show(markdown: question)
    let result = progress.asks[ask.id]
    guard isOpen(result?.outcome, result?.isEarlier) else {
      show(.note(result?.answer.map { "You have predicted \($0)." } ?? "You have left this out."))
      if let prediction = prediction(index, in: canonical) { predictions.append(prediction) }
      return false
    }
    guard !isCatchingUp else { return false }
    stage = .ask(index)
    return true
  }

  /// A number as it can be typed: `1600`, `about $1,600`, `20 %`, `2.94x`, `10 ETH` or a calculation.
  private func number(in line: String) -> Double? {
    let line = line.replacing(#/^(about|around|roughly|approximately|~|≈)\s*/#.ignoresCase(), with: "")
      .replacing(#/\s+%$/#, with: "%")
    let unit = line.reversed().prefix { $0.isLetter }
    var text = unit.count > 1 && unit.count < line.count ? String(line.dropLast(unit.count)).trimmed : line
    if text.hasSuffix("x") || text.hasSuffix("X") { text = String(text.dropLast()) }
    // Asked of the first state, so that nobody predicts by looking.
    guard let value = try? starts[0].number(of: text) else { return nil }
    return value.doubleValue
  }

  private mutating func predict(_ typed: String, _ index: Int) {
    let ask = document.asks[index]
    progress.asks[ask.id] = .init()
    progress.asks[ask.id]?.answer = typed
    predictions.removeAll { $0.ask == index }
    if typed.contains("%"), let answer = try? canonical.number(of: ask.answer).doubleValue, abs(answer) > 20 {
      progress.asks[ask.id] = nil
      return show(.note("This is no percentage: type a number, such as 1600."))
    }
    guard let prediction = prediction(index, in: canonical) else {
      item += 1
      return advance()
    }
    predictions.append(prediction)
    if ask.asksConfidence {
      stage = .confidence(index)
      return repeatOffer()
    }
    item += 1
    noteOutcome(of: predictions[predictions.count - 1])
    show(.note("Noted."))
    advance()
  }

  /// The prediction that was noted, with the answer in the lesson's state where it was asked; nil without one, or where its
  /// result waits already.
  private func prediction(_ index: Int, in state: Session) -> Prediction? {
    let ask = document.asks[index]
    guard !predictions.contains(where: { $0.ask == index }), let result = progress.asks[ask.id],
      let typed = result.answer, let value = number(in: typed), let answer = try? state.number(of: ask.answer)
    else { return nil }
    return Prediction(
      ask: index, answer: answer, typed: typed, value: value, confidence: result.confidence,
      isShare: asksForShare(index),
      line: document.line(showing: answer, behind: ask))
  }

  /// Whether a question asks for a percentage, as its words say.
  func asksForShare(_ index: Int) -> Bool {
    for case .ask(index, let question) in script.steps.flatMap(\.items) { return question.contains("percent") }
    return false
  }

  /// Takes up the predictions of earlier steps whose results are still to come.
  mutating func restorePredictions(before index: Int) {
    guard index > 0 else { return }
    for number in 0..<index {
      var state = start(ofStep: number)
      var blocks = blocks(ofStep: number)[...]
      for case .ask(let ask, _) in script.steps[number].items {
        while let block = blocks.first, block.lines.lowerBound < document.asks[ask].line {
          run(block, in: &state)
          blocks.removeFirst()
        }
        if let prediction = prediction(ask, in: state), prediction.line ?? 0 > firstLine(ofStep: index) {
          predictions.append(prediction)
        }
      }
    }
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

  /// Whether a prediction is near enough. A share may be typed in per cent without the sign, and a fall with a minus.
  private func hits(_ prediction: Prediction) -> Bool {
    guard let tolerance = document.asks[prediction.ask].tolerance, let answer = prediction.answer.doubleValue,
      let expected = Rational(exactly: answer)
    else { return false }
    var values = [answer > 0 ? abs(prediction.value) : prediction.value]
    if prediction.isShare || abs(answer) <= 1.5, !prediction.typed.contains("%") { values.append(values[0] / 100) }
    return values.contains { value in Rational(exactly: value).map { tolerance.allows($0, for: expected) } ?? false }
  }

  /// Puts those predictions beside their results of which something holds.
  mutating func revealPredictions(where isDue: (Prediction) -> Bool) {
    for prediction in predictions where isDue(prediction) {
      guard !isPresented else {
        show(.values([LabelledValue(label: "it is", value: StyledText(Self.shown(prediction)))]))
        continue
      }
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
    let isShare =
      prediction.isShare || prediction.typed.contains("%") || (abs(answer) <= 1.5 && abs(prediction.value) > 1.5)
    guard let exact = Rational(exactly: isShare ? answer * 100 : answer) else { return prediction.answer.text }
    let places = abs(answer) <= 1.5 && !isShare ? 4 : 2
    let text = exact.fixedText(places: places)
    let zeros = "." + String(repeating: "0", count: places)
    return (text.hasSuffix(zeros) ? String(text.dropLast(zeros.count)) : text) + (isShare ? "%" : "")
  }
}
