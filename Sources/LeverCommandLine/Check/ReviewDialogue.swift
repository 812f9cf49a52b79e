import Notebook
import Reports

/// Asks for each output that changed whether it is to be written.
final class ReviewDialogue {
  private enum Answer {
    case accept, reject, skip
  }

  private let renderer: TextRenderer
  private let output: StandardOutput
  private var input = LineSource()
  private var isOver = false

  init(renderer: TextRenderer, output: StandardOutput) {
    self.renderer = renderer
    self.output = output
  }

  /// Goes through the changes of a file and writes those that are accepted.
  ///
  /// A change that is rejected stays as wrong as it was; to skip leaves the rest of the file alone. Without an answer the
  /// rest of all files is left alone.
  func review(_ outcome: inout FileOutcome) throws(StandardOutput.Failure) {
    guard let result = outcome.result, !result.isAsExpected else { return }
    guard result.canBeBlessed else { return Blessing.bless(&outcome) }
    var accepted: [OutputEdit] = []
    for (number, edit) in result.edits.enumerated() where !isOver {
      try show(edit, number, of: result, path: outcome.path)
      switch try ask() {
      case .accept: accepted.append(edit)
      case .reject: continue
      case .skip: return Blessing.write(accepted, to: &outcome)
      }
    }
    Blessing.write(accepted, to: &outcome)
  }

  private func show(
    _ edit: OutputEdit, _ number: Int, of result: CheckResult, path: String
  ) throws(StandardOutput.Failure) {
    var lines: [StyledText] = [
      "\("\(path):\(edit.commandLine + 1)", .strong)  change \(number + 1) of \(result.edits.count)",
      "  \("lever> \(edit.command)", .command)",
    ]
    let old = edit.lines.map { result.document.source.text(ofLine: $0) }
    let new = edit.replacement
    for change in LineChange.changes(from: old, to: new) {
      switch change {
      case .same(let line): lines.append("    \(line)")
      case .removed(let line): lines.append("  \("- \(line)", .danger)")
      case .added(let line): lines.append("  \("+ \(line)", .safe)")
      }
    }
    for line in lines { try output.write(renderer.inline(line) + "\n") }
  }

  private func ask() throws(StandardOutput.Failure) -> Answer {
    while true {
      try output.write("accept, reject, or skip the rest of the file? [a/r/s] ")
      guard let line = try? input.next() else {
        isOver = true
        try output.write("\n")
        return .skip
      }
      switch line.split(separator: " ").first?.lowercased() {
      case "a", "accept", "y", "yes": return .accept
      case "r", "reject", "n", "no": return .reject
      case "s", "skip": return .skip
      default: try output.write("Answer `a`, `r` or `s`.\n")
      }
    }
  }
}
