/// As a text, progress has a line for each thing:
///
///     # lever progress format=1
///     at the-first-loop item=3
///     try loop 1 at 70%
///     step open-a-position
///     quiz q-ltv misses=1 right
///     ask a-liq answer=1650 confidence=80 right
///     task t-survive hints=1 solved
///     finished 2026-11-20
extension LessonProgress {
  private static let heading = "# lever progress format=1"

  public var text: String {
    var lines = [Self.heading]
    if !step.isEmpty { lines.append("at \(step)" + Self.field("item", item) + Self.field("ground", ground)) }
    lines += tries.map { "try \($0)" }
    lines += doneSteps.sorted().map { "step \($0)" }
    lines += earlierSteps.sorted().map { "step \($0) earlier=1" }
    for (id, result) in quizzes.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "quiz \(id) misses=\(result.misses)" + Self.field("made-up", result.timesMadeUp)
          + (result.madeUp.map { " on=\($0)" } ?? "")
          + Self.field("earlier", result.isEarlier ? 1 : 0) + " " + result.outcome.rawValue)
    }
    for (id, result) in asks.sorted(by: { $0.key < $1.key }) {
      let answer = result.answer.map { " answer=" + $0.split(separator: " ").joined() } ?? ""
      let confidence = result.confidence.map { " confidence=\($0)" } ?? ""
      lines.append(
        "ask \(id)\(answer)\(confidence)" + Self.field("earlier", result.isEarlier ? 1 : 0) + " "
          + result.outcome.rawValue)
    }
    for (id, result) in tasks.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "task \(id) hints=\(result.hints)" + Self.field("solution", result.sawSolution ? 1 : 0)
          + Self.field("earlier", result.isEarlier ? 1 : 0) + Self.field("again", result.isReopened ? 1 : 0) + " "
          + result.outcome.rawValue)
    }
    if let reviewed { lines.append("reviewed \(reviewed)") }
    if let finished { lines.append("finished \(finished)") }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func field(_ name: String, _ value: Int) -> String { value > 0 ? " \(name)=\(value)" : "" }

  /// Reads a text; nil when it is none of this format. Lines that say nothing known are passed over.
  public init?(_ text: String) {
    self.init()
    let lines = text.split(separator: "\n")
    guard lines.first.map(String.init) == Self.heading else { return nil }
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 1 else { continue }
      let outcome = words.last.flatMap(Outcome.init) ?? .open
      func value(_ name: String) -> String? {
        words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
      }
      func number(_ name: String) -> Int { max(0, value(name).flatMap { Int($0) } ?? 0) }
      switch words[0] {
      case "at": (step, item, ground) = (words[1], number("item"), number("ground"))
      case "try": tries.append(String(line.dropFirst(4)))
      case "step" where value("earlier") != nil: earlierSteps.insert(words[1])
      case "step": doneSteps.insert(words[1])
      case "quiz":
        var result = QuizResult()
        (result.misses, result.timesMadeUp, result.madeUp) = (number("misses"), number("made-up"), value("on"))
        (result.isEarlier, result.outcome) = (value("earlier") != nil, outcome)
        quizzes[words[1]] = result
      case "ask":
        var result = AskResult()
        (result.answer, result.confidence) = (value("answer"), value("confidence").flatMap { Int($0) })
        (result.isEarlier, result.outcome) = (value("earlier") != nil, outcome)
        asks[words[1]] = result
      case "task":
        var result = TaskResult()
        (result.hints, result.sawSolution) = (number("hints"), value("solution") != nil)
        result.isReopened = value("again") != nil
        (result.isEarlier, result.outcome) = (value("earlier") != nil, outcome)
        tasks[words[1]] = result
      case "reviewed": reviewed = words[1]
      case "finished": finished = words[1]
      default: continue
      }
    }
  }
}
