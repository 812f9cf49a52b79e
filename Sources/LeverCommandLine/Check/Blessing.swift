import Notebook
import Storage

/// Writes the outputs of a checked file that changed.
enum Blessing {
  /// Blesses a file whose outputs differ, and notes in its outcome what became of it.
  static func bless(_ outcome: inout FileOutcome) {
    guard let result = outcome.result, !result.isAsExpected else { return }
    let edits = result.edits
    guard result.canBeBlessed else {
      if let refusal = refusal(result) { outcome.blessing = .refused(refusal) }
      return
    }
    write(edits, to: &outcome)
  }

  /// Replaces the file by one with these outputs; `edits` are some of the result's own.
  static func write(_ edits: [OutputEdit], to outcome: inout FileOutcome) {
    guard let result = outcome.result, !edits.isEmpty else { return }
    guard let bytes = result.blessed(edits) else {
      let prompt = result.indentedPrompt(in: edits)
      outcome.blessing = .refused(
        prompt.map { "line \($0) is a prompt that is indented: begin it where its block begins" }
          ?? "an output looks like the end of its block: fence it with backticks")
      return
    }
    do throws(FileError) {
      let current = try WholeFile.read(outcome.path, limit: SourceText.byteLimit)
      // It may have been blessed under another name already.
      if current != bytes {
        guard current == result.document.source.bytes else {
          outcome.blessing = .refused("the file has changed since it was read: check it again")
          return
        }
        let names = try WholeFile.nameCount(outcome.path)
        guard names == 1 else {
          outcome.blessing = .refused(
            "the file has \(names) names (hard links), and only this one would change: make a copy of it first")
          return
        }
        try WholeFile.write(bytes, to: outcome.path, replacing: true)
      }
      outcome.blessing = .written(edits.count)
      outcome.verdict = .checked(result.accepting(edits))
    } catch {
      outcome.blessing = .refused("the file cannot be written: \(error.reason)")
    }
  }

  /// Why a file is not blessed: to write down a command that went wrong would bake an accident in.
  private static func refusal(_ result: CheckResult) -> String? {
    if let obstacle = result.obstacle { return obstacle }
    for failure in result.failures {
      switch failure.kind {
      case .fails: return "line \(failure.line) fails; tag its block `error` if it ought to"
      case .succeeds: return "line \(failure.line) succeeds; drop the tag `error` if it ought to"
      case .knownBugIsFixed: return "line \(failure.line): \(failure.message)"
      case .output, .rule: continue
      }
    }
    return nil
  }
}
