import Notebook
import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes the report of a check as its results come, and keeps count.
struct CheckReport {
  private var reporter: any CheckReporter
  private var totals = CheckTotals()
  private var paths: [String] = []
  /// Whether errors in a file's format are said on standard error too: no reader of these formats would see them.
  private let repeatsErrors: Bool
  /// Whether a difference is shown to somebody, who must not be sent what a file's bytes would do to a terminal.
  private let hidesEscapes: Bool
  private let renderer: TextRenderer
  private(set) var exitStatus: Int32 = 0

  init(_ format: CheckFormat, renderer: TextRenderer, paths: [String], isTerminal: Bool) {
    self.renderer = renderer
    repeatsErrors = format != .pretty
    hidesEscapes = format == .diff && isTerminal
    switch format {
    case .pretty: reporter = PrettyReporter(renderer, paths: paths)
    case .tap: reporter = TAPReporter()
    case .junit: reporter = JUnitReporter(startedAt: String(Date.now.ISO8601Format().prefix(19)))
    case .json: reporter = JSONCheckReporter()
    case .diff: reporter = DifferenceReporter()
    }
  }

  mutating func begin() throws(StandardOutput.Failure) {
    try StandardOutput.output.write(reporter.begin())
  }

  mutating func add(_ outcome: FileOutcome) throws(StandardOutput.Failure) {
    totals.add(outcome)
    paths.append(outcome.path)
    exitStatus = max(exitStatus, outcome.exitStatus)
    try StandardOutput.output.write(shown(reporter.text(of: outcome)))
    guard repeatsErrors, case .unreadable(let errors) = outcome.verdict else { return }
    for error in errors {
      try StandardOutput.error.write(renderer.inline("\(error.place): error: \(error.sentence)") + "\n")
      for line in ErrorExcerpt.lines(of: error) { try StandardOutput.error.write("  \(line)\n") }
    }
  }

  /// Counts a file of a folder that holds nothing to check.
  mutating func passOver() { totals.filesWithoutBlocks += 1 }

  /// `isCutShort` tells that files behind the first that failed were left out.
  mutating func end(isCutShort: Bool) throws(StandardOutput.Failure) {
    totals.isCutShort = isCutShort
    try StandardOutput.output.write(reporter.end(totals))
  }

  /// Whether a file of this folder was checked.
  func hasFile(below folder: String) -> Bool {
    let start = folder == "/" ? folder : folder + "/"
    return paths.contains { $0.hasPrefix(start) }
  }

  private func shown(_ text: String) -> String {
    guard hidesEscapes else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { renderer.inline(StyledText(String($0))) }.joined(separator: "\n")
  }
}
