public import Foundation

extension MarkdownSession {
  /// Whether outputs are to be rewritten instead of compared: the environment variable `LEVER_RECORD` is 1.
  public static var isRecording: Bool { ProcessInfo.processInfo.environment["LEVER_RECORD"] == "1" }

  /// Checks a file, or records it; gives what is wrong with it. `name` stands for it in messages.
  public static func problems(in file: URL, name: String, run: (String) -> Outcome) -> [String] {
    do {
      let text = try String(contentsOf: file, encoding: .utf8)
      let session = try MarkdownSession(parsing: text, file: name)
      guard isRecording else { return session.check(run) }
      let recorded = try session.recorded(run)
      if recorded != text { try recorded.write(to: file, atomically: true, encoding: .utf8) }
      return []
    } catch {
      return ["\(error)"]
    }
  }

  /// Compares a whole file with a text, or writes the text into it; gives what is wrong.
  public static func problems(in file: URL, name: String, expecting text: String) -> [String] {
    do {
      let old = try? String(contentsOf: file, encoding: .utf8)
      guard old != text else { return [] }
      guard isRecording else {
        let difference = ExpectedOutput.difference(
          ExpectedOutput.lines(of: old ?? ""), ExpectedOutput.lines(of: text))
        return ["\(name) is not what the program says; `LEVER_RECORD=1 swift test` rewrites it\n\(difference)"]
      }
      try text.write(to: file, atomically: true, encoding: .utf8)
      return []
    } catch {
      return ["\(name): \(error)"]
    }
  }

  /// The Markdown files of a folder in the order of their names; none when there is no such folder.
  public static func files(in folder: URL) -> [URL] {
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "md" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
