import Interpreter
import Storage

/// The files of one folder and those below it, which can be read and not written: as far as a document from strangers
/// reaches.
struct FolderFiles: SessionFiles {
  /// Without links.
  private let folder: String

  init(folder: String) {
    self.folder = WholeFile.resolved(folder)
  }

  /// The folder in which a file lies.
  init(beside file: String) {
    self.init(folder: Self.folder(of: file))
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  func text(of path: String, limit: Int, what: String) throws(CommandError) -> String {
    let full = WholeFile.resolved(folder + "/" + path)
    guard !path.hasPrefix("/"), full.hasPrefix(folder == "/" ? "/" : folder + "/"),
      !path.split(separator: "/").contains("..")
    else {
      throw CommandError(.limit, "\(path) cannot be read: it lies outside of the folder of this file")
    }
    do throws(CommandError) {
      return try DiskFiles().text(of: full, limit: limit, what: what)
    } catch {
      // The message names the file as it was typed: the folder is nobody's business.
      throw CommandError(error.kind, error.message.replacing(full, with: path))
    }
  }

  func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError) {
    throw CommandError(.limit, "\(path) cannot be written: a check writes nothing")
  }

  func candidates(for typed: String, ending: String, what: String) -> [Candidate] {
    guard !typed.hasPrefix("/"), !typed.split(separator: "/").contains("..") else { return [] }
    let start = folder + "/"
    return DiskFiles().candidates(for: start + typed, ending: ending, what: what).map {
      Candidate(String($0.text.dropFirst(start.count)), $0.description)
    }
  }
}
