import Interpreter
import Storage

/// The experiments that this user keeps, in a folder of the state folder that is made when the first is kept.
struct KeptExperiments: SessionFiles {
  private let files: DiskFiles

  /// Nil when there is no state folder.
  static func standard() -> KeptExperiments? {
    StateFolder.standard().map { KeptExperiments(files: DiskFiles(folder: $0 + "/experiments")) }
  }

  func text(of path: String, limit: Int, what: String) throws(CommandError) -> String {
    try files.text(of: path, limit: limit, what: what)
  }

  func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError) {
    do throws(FileError) {
      try StateFolder.makeFolder(files.folder)
    } catch {
      throw CommandError(.limit, "\(files.folder) cannot be made: \(error.reason)")
    }
    try files.write(text, to: path, replacing: replacing, isLasting: isLasting)
  }

  func candidates(for typed: String, ending: String, what: String) -> [Candidate] {
    files.candidates(for: typed, ending: ending, what: what)
  }
}
