import Interpreter
import Storage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of the disk, by paths relative to a folder.
struct DiskFiles: SessionFiles {
  /// Where relative paths begin; empty for the working folder.
  var folder = ""

  func text(of path: String, limit: Int, what: String) throws(CommandError) -> String {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try WholeFile.read(place(of: path), limit: limit)
    } catch {
      if case .tooLarge(let size) = error.kind {
        throw CommandError(.limit, "\(path) has \(size) bytes, more than the limit of \(limit) of \(what)")
      }
      throw CommandError(.limit, "\(path) cannot be read: \(error.reason)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandError(.syntax, "\(path) is not text in UTF-8")
    }
    return text
  }

  func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError) {
    do throws(FileError) {
      try WholeFile.write(Array(text.utf8), to: place(of: path), replacing: replacing, isLasting: isLasting)
    } catch {
      throw CommandError(error.kind == .exists ? .refused : .limit, "\(path) cannot be written: \(error.reason)")
    }
  }

  func candidates(for typed: String, ending: String, what: String) -> [Candidate] {
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (parent, start) = (String(typed[..<slash]), typed[slash...])
    let place = place(of: parent)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.isEmpty ? "." : place) else {
      return []
    }
    return names.sorted().compactMap { name in
      guard name.hasPrefix(start), start.hasPrefix(".") || !name.hasPrefix(".") else { return nil }
      var isFolder = false
      guard FileManager.default.fileExists(atPath: place + name, isDirectory: &isFolder) else { return nil }
      if isFolder { return Candidate(parent + name + "/", "a folder") }
      return name.hasSuffix(ending) ? Candidate(parent + name, what) : nil
    }
  }

  /// Where a path leads: itself when it is absolute.
  func place(of path: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }
}
