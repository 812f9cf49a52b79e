import Foundation
import Interpreter

/// The files in the folder of a page.
struct PageFiles: SessionFiles {
  private let folder: URL

  init(beside page: URL) {
    folder = page.deletingLastPathComponent()
  }

  func text(of path: String, limit: Int, what: String) throws(CommandError) -> String {
    guard let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) else {
      throw CommandError(.limit, "\(path) cannot be read: there is no such file")
    }
    return text
  }

  func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError) {
    throw CommandError(.limit, "\(path) cannot be written: a check writes nothing")
  }

  func candidates(for typed: String, ending: String, what: String) -> [Candidate] { [] }
}
