import Reports

/// The Test Anything Protocol, version 14: a test point for each file, with what is wrong as YAML.
public struct TAPReporter: CheckReporter {
  private var number = 0

  public init() {}

  public func begin() -> String { "TAP version 14\n" }

  public mutating func text(of outcome: FileOutcome) -> String {
    number += 1
    let name = Self.escaped(outcome.path)
    switch outcome.verdict {
    case .timedOut(let line, let limit):
      return "not ok \(number) - \(name)\n"
        + Self.document([
          "message: \(Self.quoted("the time limit of \(limit) is over"))",
          "at: \(Self.quoted("\(outcome.path):\(line ?? 1):1"))",
        ])
    case .unreadable(let errors):
      var lines = ["message: \"cannot be checked\"", "errors:"]
      for error in errors {
        lines += ["  - at: \(Self.quoted(error.place))", "    message: \(Self.quoted(error.sentence))"]
      }
      return "not ok \(number) - \(name)\n" + Self.document(lines)
    case .checked(let result):
      let comments = Self.comments(result, outcome)
      guard outcome.exitStatus != 0 else { return "ok \(number) - \(name)\n\(comments)" }
      return "not ok \(number) - \(name)\n" + Self.document(Self.diagnostics(result, outcome)) + comments
    }
  }

  public func end(_ totals: CheckTotals) -> String { "1..\(number)\n# \(totals.sentence)\n" }

  private static func comments(_ result: CheckResult, _ outcome: FileOutcome) -> String {
    var lines: [String] = []
    if case .written(let count) = outcome.blessing { lines.append("blessed: \(Count.text(count, "output"))") }
    for entry in result.cases {
      if case .skipped(let reason) = entry.status { lines.append("line \(entry.line) skipped: \(reason)") }
    }
    for note in result.notes { lines.append("line \(note.line): \(note.message)") }
    return lines.map { "# \(visible($0))\n" }.joined()
  }

  private static func diagnostics(_ result: CheckResult, _ outcome: FileOutcome) -> [String] {
    var lines = ["message: \(quoted(result.shortfall.isEmpty ? "as expected" : result.shortfall))"]
    if case .refused(let reason) = outcome.blessing { lines.append("not_blessed: \(quoted(reason))") }
    if result.canBeBlessed, outcome.blessing == nil {
      lines.append("accept: \(quoted("lever check --bless \(ShellWord.quoted(outcome.path))"))")
    }
    if !result.failures.isEmpty { lines.append("failures:") }
    for failure in result.failures {
      lines.append("  - at: \(quoted(failure.place(in: outcome.path)))")
      lines.append("    message: \(quoted(failure.message))")
      if let heading = failure.heading { lines.append("    heading: \(quoted(heading))") }
      if let command = failure.command { lines.append("    command: \(quoted(command))") }
      let difference = CheckResult.lines(of: failure)
      guard !difference.isEmpty else { continue }
      // A first line without an indent says where the text begins, to readers of a part of YAML too.
      lines += ["    difference: |", "      --- expected", "      +++ printed"]
      lines += difference.map { visible("      " + $0.marked) }
      let omitted = CheckResult.omittedLines(of: failure)
      if omitted > 0 { lines.append("      (\(Count.text(omitted, "more line")))") }
    }
    return lines
  }

  private static func document(_ lines: [String]) -> String {
    "  ---\n" + lines.map { "  \($0)\n" }.joined() + "  ...\n"
  }

  /// A test point's name: a `#` would begin a directive.
  private static func escaped(_ text: String) -> String {
    visible(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
  }

  private static func visible(_ text: String) -> String {
    printable(TextRenderer(quotesTranscripts: true).inline(StyledText(text)))
  }

  /// A text in double quotes, as YAML and JSON have it.
  private static func quoted(_ text: String) -> String { (try? JSONRenderer().render(printable(text))) ?? "\"\"" }

  /// A text without the two characters that YAML has not.
  private static func printable(_ text: String) -> String {
    text.replacing("\u{FFFE}", with: "\\u{fffe}").replacing("\u{FFFF}", with: "\\u{ffff}")
  }
}
