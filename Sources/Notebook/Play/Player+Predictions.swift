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
      show(.note(result?.answer.map { "You have predicted \($0)." } ?? "You have left this out."))
      if let prediction = prediction(index, in: canonical) { predictions.append(prediction) }
      return false
    }
    guard !isCatchingUp else { return false }
    stage = .ask(index)
    return true
  }

  /// A number as it can be typed: `1600`, `about $1,600`, `20 %`, `2.94x`, `10 ETH` or a calculation.
  func number(in line: String) -> Double? {
    let line = line.replacing(#/^(about|around|roughly|approximately|~|≈)\s*/#.ignoresCase(), with: "")
      .replacing(#/\s+%$/#, with: "%")
    let unit = line.reversed().prefix { $0.isLetter }
    var text = unit.count > 1 && unit.count < line.count ? String(line.dropLast(unit.count)).trimmed : line
    if text.hasSuffix("x") || text.hasSuffix("X") { text = String(text.dropLast()) }
    // Asked of the first state, so that nobody predicts by looking.
    guard let value = try? starts[0].number(of: text) else { return nil }
    return value.doubleValue
  }

  mutating func predict(_ typed: String, _ index: Int) {
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
