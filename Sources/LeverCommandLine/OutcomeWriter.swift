import Interpreter
import Reports

/// Turns outcomes of commands into what is written: results for standard output, messages for standard error.
struct OutcomeWriter {
  let renderer: TextRenderer
  let errorRenderer: TextRenderer
  let isJSON: Bool
  /// Whether messages are wrapped to the width, as at the prompt.
  var wrapsMessages = false

  /// The text for standard output; empty when there is none.
  func output(_ outcome: Outcome, in session: Session) -> String {
    if isJSON { return JSONOutcome(outcome, in: session).text }
    guard case .success(let report) = outcome.result else { return "" }
    return renderer.render(report)
  }

  /// The message for standard error: what is wrong, and where with a mark under it.
  ///
  /// `place` names the file and line of a run that is not interactive.
  func message(_ outcome: Outcome, place: (name: String, line: Int)? = nil) -> String {
    guard !isJSON, case .failure(let error) = outcome.result else { return "" }
    var prefix = ""
    if let place {
      let column = (error.range ?? outcome.command.range).lowerBound + 1
      prefix = "\(place.name):\(place.line):\(column): "
    }
    let report = ErrorReport(error, in: outcome.command, prefix: prefix)
    return wrapsMessages ? report.wrapped(errorRenderer) : report.text(errorRenderer)
  }
}

/// One object per command: what was typed, whether it worked, what it reports, and where things stand.
struct JSONOutcome: Encodable {
  struct Failure: Encodable {
    var kind: String
    var message: String
    /// From 1, in Unicode scalars of the command's own text; nil when the whole command is meant.
    var column: Int?
    var suggestions: [String]
  }

  var command: String
  var ok: Bool
  var error: Failure?
  var report: Report
  var state: SessionState

  init(_ outcome: Outcome, in session: Session) {
    command = outcome.command.text
    ok = outcome.succeeded
    switch outcome.result {
    case .success(let report):
      self.report = report
    case .failure(let error):
      report = Report()
      let start = outcome.command.range.lowerBound
      self.error = Failure(
        kind: error.kind.rawValue, message: error.sentence,
        column: error.range.map { max(0, $0.lowerBound - start) + 1 }, suggestions: error.suggestions)
    }
    state = SessionState(of: session.world)
  }

  enum CodingKeys: CodingKey {
    case command, ok, error, report, state
  }

  /// Every key in every object, `error` as null when there is none.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(command, forKey: .command)
    try container.encode(ok, forKey: .ok)
    try container.encode(error, forKey: .error)
    try container.encode(report, forKey: .report)
    try container.encode(state, forKey: .state)
  }

  var text: String {
    // Strings, booleans and finite numbers only: they always have a JSON form.
    ((try? JSONRenderer().render(self)) ?? "{}") + "\n"
  }
}
