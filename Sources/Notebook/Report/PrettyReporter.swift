public import Reports

/// A report for people: a line for each file, and below it what is wrong.
public struct PrettyReporter: CheckReporter {
  /// The most failures of one file that are shown.
  private static let failureLimit = 10

  private let renderer: TextRenderer
  private let pathWidth: Int
  /// Whether an empty line stands above what comes next.
  private var isSeparated = false

  /// `renderer` says whether there are colours; `paths` are those to come, so that columns line up.
  public init(_ renderer: TextRenderer, paths: [String]) {
    self.renderer = renderer
    pathWidth = min(60, paths.map(\.count).max() ?? 0)
  }

  public func begin() -> String { "" }

  public mutating func text(of outcome: FileOutcome) -> String {
    isSeparated = outcome.exitStatus != 0
    switch outcome.verdict {
    case .unreadable(let errors):
      return text(of: [head("ERROR", .danger, outcome, "cannot be checked")] + errors.flatMap(lines) + [""])
    case .timedOut(let line, let limit):
      let place = line.map { "\(outcome.path):\($0):1: " } ?? "\(outcome.path): "
      return text(of: [
        head("TIMEOUT", .danger, outcome, "stopped"), "  \(place)the time limit of \(limit) is over", "",
      ])
    case .checked(let result): return text(of: lines(of: result, outcome))
    }
  }

  public func end(_ totals: CheckTotals) -> String {
    let isFine = totals.filesNotAsExpected == 0
    return text(of: (isSeparated ? [] : [""]) + [StyledText(totals.sentence, isFine ? .safe : .danger)])
  }

  // MARK: - Parts

  private func text(of lines: [StyledText]) -> String {
    lines.map { renderer.inline($0) + "\n" }.joined()
  }

  private func head(_ word: String, _ style: Style, _ outcome: FileOutcome, _ remark: String) -> StyledText {
    let blanks = String(repeating: " ", count: max(0, pathWidth - outcome.path.count) + 2)
    let label = word + String(repeating: " ", count: max(0, 8 - word.count))
    return "\(label, style)\(outcome.path)\(blanks)\(remark, .muted)"
  }

  private func lines(of error: DocumentError) -> [StyledText] {
    var lines: [StyledText] = ["  \(error.place, .strong): \(error.sentence)"]
    lines += ErrorExcerpt.lines(of: error).map { StyledText("    " + $0) }
    return lines
  }

  private func lines(of result: CheckResult, _ outcome: FileOutcome) -> [StyledText] {
    var remark = Count.text(result.cases.count, "command")
    if result.skipCount > 0 { remark += ", \(Count.text(result.skipCount)) skipped" }
    if result.knownBugCount > 0 { remark += ", \(Count.text(result.knownBugCount)) known to be wrong" }
    var lines: [StyledText] = []
    switch outcome.blessing {
    case .written(let count):
      remark += ", \(Count.text(count, "output")) blessed"
      lines = [
        head(result.isAsExpected ? "blessed" : "FAILED", result.isAsExpected ? .caution : .danger, outcome, remark)
      ]
    case .refused(let reason):
      lines = [head("REFUSED", .danger, outcome, remark), "  not blessed: \(reason)"]
    case nil:
      if !result.failures.isEmpty { remark += ", \(result.shortfall)" }
      lines = [head(result.isAsExpected ? "ok" : "FAILED", result.isAsExpected ? .safe : .danger, outcome, remark)]
    }
    for note in result.notes { lines.append("  \(outcome.path):\(String(note.line)):1: note: \(note.message)") }
    // What stands in the way of a blessing is not to be looked for among what it would have changed.
    let failures = outcome.isRefused ? result.failures.filter { !$0.isBlessable } : result.failures
    for failure in failures.prefix(Self.failureLimit) { lines += self.lines(of: failure, outcome.path) }
    if failures.count > Self.failureLimit {
      lines.append("  and \(Count.text(failures.count - Self.failureLimit)) more in this file")
    }
    if result.canBeBlessed, outcome.blessing == nil {
      lines.append(
        "  To accept what is printed: `\("lever check --bless \(ShellWord.quoted(outcome.path))", .command)`")
    }
    return result.failures.isEmpty ? lines : lines + [""]
  }

  private func lines(of failure: CheckResult.Failure, _ path: String) -> [StyledText] {
    var lines: [StyledText] = ["  \(failure.place(in: path), .strong): \(failure.message)"]
    if let command = failure.command {
      let heading = failure.heading.map { "\($0) › " } ?? ""
      let place = failure.commandLine.map { "  (line \($0))" } ?? ""
      let shown = command.split(separator: "\n", omittingEmptySubsequences: false)
      lines.append("  \(heading)\("lever> \(shown.first ?? "")", .command)\(place, .muted)")
      for more in shown.dropFirst() { lines.append("    \("...> \(more)", .command)") }
    } else if let heading = failure.heading {
      lines.append("  \(heading)")
    }
    for line in CheckResult.lines(of: failure) { lines.append("    " + styled(line)) }
    let omitted = CheckResult.omittedLines(of: failure)
    if omitted > 0 { lines.append("    and \(Count.text(omitted, "more line"))") }
    return lines
  }

  private func styled(_ line: OutputDifference.Line) -> StyledText {
    switch line {
    case .same, .gap: StyledText(line.marked)
    case .missing: StyledText(line.marked, .danger)
    case .unexpected: StyledText(line.marked, .safe)
    }
  }
}
