import Reports

/// One JSON object with all files and the totals, on one line.
public struct JSONCheckReporter: CheckReporter {
  private struct File: Encodable {
    var file: String
    var status: String
    var commands = 0
    var skipped = 0
    var knownBugs = 0
    var blessedOutputs: Int?
    var problems: [Problem] = []
    var notes: [Problem] = []
  }

  private struct Problem: Encodable {
    var kind: String
    var line: Int
    var column: Int
    var message: String
    var heading: String?
    var command: String?
    var expected: [String]?
    var printed: [String]?
  }

  private struct Document: Encodable {
    var files: [File]
    var totals: CheckTotals
  }

  private var files: [File] = []

  public init() {}

  public func begin() -> String { "" }

  public mutating func text(of outcome: FileOutcome) -> String {
    files.append(Self.file(outcome))
    return ""
  }

  public func end(_ totals: CheckTotals) -> String {
    // Strings and whole numbers only: they always have a JSON form.
    ((try? JSONRenderer().render(Document(files: files, totals: totals))) ?? "{}") + "\n"
  }

  private static func file(_ outcome: FileOutcome) -> File {
    switch outcome.verdict {
    case .timedOut(let line, let limit):
      let problem = Problem(kind: "timeout", line: line ?? 1, column: 1, message: "the time limit of \(limit) is over")
      return File(file: outcome.path, status: "timeout", problems: [problem])
    case .unreadable(let errors):
      let problems = errors.map { Problem(kind: "format", line: $0.line, column: $0.column, message: $0.sentence) }
      return File(file: outcome.path, status: "unreadable", problems: problems)
    case .checked(let result):
      var file = File(
        file: outcome.path, status: outcome.exitStatus == 0 ? "as expected" : "failed", commands: result.cases.count,
        skipped: result.skipCount, knownBugs: result.knownBugCount, problems: result.failures.map(problem))
      file.notes = result.notes.map { Problem(kind: "note", line: $0.line, column: 1, message: $0.message) }
      switch outcome.blessing {
      case .written(let count): file.blessedOutputs = count
      case .refused(let reason):
        file.problems.append(Problem(kind: "refused", line: 1, column: 1, message: reason))
      case nil: break
      }
      return file
    }
  }

  private static func problem(_ failure: CheckResult.Failure) -> Problem {
    var problem = Problem(
      kind: "rule", line: failure.line, column: failure.column, message: failure.message, heading: failure.heading,
      command: failure.command)
    switch failure.kind {
    case .output(let difference):
      problem.kind = "output"
      problem.expected = difference.lines.compactMap {
        if case .unexpected = $0 { nil } else { $0.text }
      }
      problem.printed = difference.lines.compactMap {
        if case .missing = $0 { nil } else { $0.text }
      }
    case .fails(let printed):
      problem.kind = "fails"
      problem.printed = printed
    case .succeeds(let printed):
      problem.kind = "succeeds"
      problem.printed = printed
    case .knownBugIsFixed: problem.kind = "bug"
    case .rule: break
    }
    return problem
  }
}

extension OutputDifference.Line {
  /// The line without a mark.
  fileprivate var text: String {
    switch self {
    case .same(let line), .missing(let line), .unexpected(let line): line
    case .gap: ""
    }
  }
}
