public import Foundation

/// Files that tests compare whole texts with.
public enum RecordedFile {
  /// Whether the files are to be written instead of compared: the environment variable `LEVER_RECORD` is 1.
  public static var isRecording: Bool { ProcessInfo.processInfo.environment["LEVER_RECORD"] == "1" }

  /// Compares a file with a text, or writes the text into it; gives what is wrong, nil when nothing is.
  public static func problem(in file: URL, expecting text: String) throws -> String? {
    let old = try? String(contentsOf: file, encoding: .utf8)
    guard old != text else { return nil }
    guard isRecording else {
      let name = file.lastPathComponent
      return "\(name) is not what the program says; `LEVER_RECORD=1 swift test` writes it anew. It says:\n\(text)"
    }
    try text.write(to: file, atomically: true, encoding: .utf8)
    return nil
  }

  /// The Markdown files of a folder in the order of their names; none when there is no such folder.
  public static func markdownFiles(in folder: URL) -> [URL] {
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "md" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The folder that holds the whole project.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
