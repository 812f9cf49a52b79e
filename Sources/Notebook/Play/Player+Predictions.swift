import FixedPoint
import Interpreter
import Reports

extension Player {
  /// Asks for a number; false when it was given before.
  mutating func ask(prediction index: Int, _ question: String) -> Bool {
    let ask = document.asks[index]
    show(markdown: question)
    let result = progress.asks[ask.id]
    guard isOpen(result?.outcome, result?.isEarlier) else {
      if let prediction = prediction(index, in: canonical) { predictions.append(prediction) }
      let known = predictions.first { $0.ask == index }.map { Self.text(of: $0.value, $0.kind) } ?? result?.answer
      show(.note(known.map { "You have predicted \($0)." } ?? "You have left this out."))
      return false
    }
    guard !isCatchingUp else { return false }
    stage = .ask(index)
    return true
  }

  func number(in line: String) -> TypedNumber? {
    // Asked of the first state, so that nobody predicts by looking.
    TypedNumber(line) { text in (try? starts[0].number(of: text))?.doubleValue }
  }

  /// What kind of number a question wants, and the answer, in the lesson's state; nil where there is none.
  private func wanted(_ index: Int, in state: Session) -> (kind: AnswerKind, answer: Value, number: Double)? {
    guard let answer = try? state.number(of: document.asks[index].answer), let number = answer.doubleValue else {
      return nil
    }
    return (AnswerKind(question: question(ofAsk: index), answer: number), answer, number)
  }

  func kind(ofAsk index: Int) -> AnswerKind? { wanted(index, in: canonical)?.kind }

  /// What has to be typed, as a sentence without its stop.
  func request(ofAsk index: Int) -> String {
    wanted(index, in: canonical).map { $0.kind.request(besides: $0.number) } ?? "Type a number"
  }

  mutating func predict(_ line: String, _ typed: TypedNumber, _ index: Int) {
    let ask = document.asks[index]
    if let wanted = wanted(index, in: canonical), wanted.kind.meaning(of: typed, answer: wanted.number) == nil {
      return show(.note("\(wanted.kind.request(besides: wanted.number))."))
    }
    progress.asks[ask.id] = .init()
    progress.asks[ask.id]?.answer = line
    predictions.removeAll { $0.ask == index }
    guard let prediction = prediction(index, in: canonical) else {
      item += 1
      return advance()
    }
    predictions.append(prediction)
    // Noted before anything else can be seen, so that it is made once.
    let outcome: LessonProgress.Outcome = hits(prediction) ? .right : .shown
    progress.asks[ask.id]?.outcome = outcome
    show(.note("Noted: \(Self.text(of: prediction.value, prediction.kind))."))
    if ask.asksConfidence {
      stage = .confidence(index)
      return repeatOffer()
    }
    item += 1
    advance()
  }

  /// The prediction that was noted, with the answer in the lesson's state where it was asked; nil without one, or where its
  /// result waits already.
  private func prediction(_ index: Int, in state: Session) -> Prediction? {
    let ask = document.asks[index]
    guard !predictions.contains(where: { $0.ask == index }), let result = progress.asks[ask.id],
      let typed = result.answer.flatMap(number), let wanted = wanted(index, in: state),
      let value = wanted.kind.meaning(of: typed, answer: wanted.number)
    else { return nil }
    return Prediction(
      ask: index, answer: wanted.answer, value: value, confidence: result.confidence, kind: wanted.kind,
      line: document.line(showing: wanted.answer, behind: ask))
  }

  /// The prediction that a class would be asked for, which is the answer itself.
  func answered(_ index: Int) -> Prediction? {
    wanted(index, in: canonical).map {
      Prediction(
        ask: index, answer: $0.answer, value: $0.number, kind: $0.kind,
        line: document.line(showing: $0.answer, behind: document.asks[index]))
    }
  }

  private func question(ofAsk index: Int) -> String {
    for case .ask(index, let question) in script.steps.flatMap(\.items) { return question }
    return ""
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
    progress.asks[document.asks[index].id, default: .init()].confidence = confidence
    for place in predictions.indices where predictions[place].ask == index {
      predictions[place].confidence = confidence
    }
    if let confidence { show(.note("Noted: \(confidence)% sure.")) }
    item += 1
    advance()
  }

  /// Whether a prediction is near enough. A fall may be typed with a minus.
  private func hits(_ prediction: Prediction) -> Bool {
    guard let tolerance = document.asks[prediction.ask].tolerance, let answer = prediction.answer.doubleValue,
      let expected = Rational(exactly: answer),
      let value = Rational(exactly: answer > 0 ? abs(prediction.value) : prediction.value)
    else { return false }
    return tolerance.allows(value, for: expected)
  }

  /// Puts those predictions beside their results of which something holds.
  mutating func revealPredictions(where isDue: (Prediction) -> Bool) {
    for prediction in predictions where isDue(prediction) {
      let truth = prediction.answer.doubleValue.map { Self.text(of: $0, prediction.kind) } ?? prediction.answer.text
      guard !isPresented else {
        show(.paragraph("The answer: \(truth, .strong)."))
        continue
      }
      let sure = prediction.confidence.map { ", \($0)% sure" } ?? ""
      let verdict: StyledText = hits(prediction) ? "\("a hit", .safe)" : "\("a miss", .caution)"
      show(
        .values([
          LabelledValue(
            label: "you predicted", value: StyledText(Self.text(of: prediction.value, prediction.kind) + sure)),
          LabelledValue(label: "it is", value: StyledText(truth), remark: verdict),
        ]))
    }
    predictions.removeAll(where: isDue)
  }

  private static func text(of number: Double, _ kind: AnswerKind) -> String {
    Rational(exactly: number).map(kind.text) ?? "\(number)"
  }
}
