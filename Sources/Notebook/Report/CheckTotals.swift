/// How much was checked and what came of it.
public struct CheckTotals: Equatable, Sendable, Encodable {
  public var files = 0
  public var filesNotAsExpected = 0
  public var commands = 0
  public var asExpected = 0
  public var failed = 0
  public var skipped = 0
  public var knownBugs = 0
  /// Broken rules, and files that cannot be read or take too long.
  public var otherProblems = 0
  /// Files of a folder that hold nothing to check.
  public var filesWithoutBlocks = 0
  /// Whether files were left out behind the first that failed.
  public var isCutShort = false

  public init() {}

  public mutating func add(_ outcome: FileOutcome) {
    files += 1
    if outcome.exitStatus != 0 { filesNotAsExpected += 1 }
    guard let result = outcome.result else {
      otherProblems += 1
      return
    }
    commands += result.cases.count
    for entry in result.cases {
      switch entry.status {
      case .asExpected: asExpected += 1
      case .failed: failed += 1
      case .skipped: skipped += 1
      case .knownBug: knownBugs += 1
      }
    }
    otherProblems += result.failures.count { $0.command == nil }
  }

  /// `2 files, 50 commands: 49 as expected, 1 not as expected, 0 skipped`
  public var sentence: String {
    var parts = ["\(Count.text(asExpected)) as expected"]
    if failed > 0 { parts.append("\(Count.text(failed)) not as expected") }
    if knownBugs > 0 { parts.append("\(Count.text(knownBugs)) known to be wrong") }
    parts.append("\(Count.text(skipped)) skipped")
    if otherProblems > 0 { parts.append(Count.text(otherProblems, "other problem")) }
    if filesWithoutBlocks > 0 {
      parts.append("\(Count.text(filesWithoutBlocks, "file")) without a `lever` block passed over")
    }
    if isCutShort { parts.append("stopped at the first failure") }
    return "\(Count.text(files, "file")), \(Count.text(commands, "command")): \(parts.joined(separator: ", "))"
  }
}

/// Counts in sentences.
enum Count {
  /// `1,000`
  static func text(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// `1 file`, `2 files`
  static func text(_ number: Int, _ noun: String) -> String { "\(text(number)) \(noun)\(number == 1 ? "" : "s")" }
}
