/// Writes what a check found, file by file as the results come.
public protocol CheckReporter {
  /// What comes before the first file.
  mutating func begin() -> String
  /// What is said of one file.
  mutating func text(of outcome: FileOutcome) -> String
  /// What comes behind the last file.
  mutating func end(_ totals: CheckTotals) -> String
}

/// The forms in which a check is reported.
public enum CheckFormat: String, CaseIterable, Sendable {
  case pretty, tap, junit, json, diff
}

extension CheckResult.Failure {
  /// `file:3:9`
  func place(in path: String) -> String { "\(path):\(line):\(column)" }
}

extension CheckResult {
  /// The difference or the printed lines of a failure, each with the mark of a difference before it; at most so many.
  static func lines(of failure: Failure, limit: Int = 40) -> [OutputDifference.Line] {
    let all: [OutputDifference.Line] =
      switch failure.kind {
      case .output(let difference): difference.withContext(2)
      case .fails(let printed), .succeeds(let printed): printed.map { .unexpected($0) }
      case .knownBugIsFixed, .rule: []
      }
    return Array(all.prefix(limit))
  }

  /// How many lines of a failure were left out.
  static func omittedLines(of failure: Failure, limit: Int = 40) -> Int {
    max(0, lines(of: failure, limit: .max).count - limit)
  }
}

extension OutputDifference {
  /// The lines that differ, with so many of the others around each.
  func withContext(_ count: Int) -> [Line] {
    let shown = lines.indices.filter { index in
      lines[max(0, index - count)...min(lines.count - 1, index + count)].contains {
        if case .same = $0 { false } else { true }
      }
    }
    var result: [Line] = []
    for (place, index) in shown.enumerated() {
      if place > 0, shown[place - 1] + 1 < index { result.append(.gap) }
      result.append(lines[index])
    }
    return result
  }
}

extension OutputDifference.Line {
  /// `- ` before what was expected, `+ ` before what was printed.
  var marked: String {
    switch self {
    case .same(let line): "  " + line
    case .missing(let line): "- " + line
    case .unexpected(let line): "+ " + line
    case .gap: "  ⋮"
    }
  }
}
