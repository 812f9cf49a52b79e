import Notebook
import Storage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files that the paths of a command line mean.
struct CheckPaths {
  /// A file to check.
  struct File: Equatable {
    var path: String
    /// Whether it was named itself: then it has to hold a block.
    var isNamed: Bool
  }

  /// The deepest folder below a named one that is looked into.
  static let depthLimit = 64

  /// Files in the order of the command line, those of a folder in the order of their names; each once.
  private(set) var files: [File] = []
  /// Folders that were named.
  private(set) var folders: [String] = []
  private var seen: Set<String> = []

  /// Throws a sentence about a path that leads nowhere.
  init(_ paths: [String]) throws(Arguments.UsageError) {
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Arguments.UsageError(message: "there is no file or folder \(path)")
      }
      guard isFolder else {
        add(path, isNamed: true)
        continue
      }
      let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      try addFolder(trimmed, depth: 0)
      folders.append(trimmed)
    }
  }

  private mutating func addFolder(_ folder: String, depth: Int) throws(Arguments.UsageError) {
    guard depth <= Self.depthLimit else {
      throw Arguments.UsageError(message: "the folder \(folder) lies deeper than \(Self.depthLimit) folders")
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Arguments.UsageError(message: "the folder \(folder) cannot be read")
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
      if type == .typeDirectory {
        try addFolder(path, depth: depth + 1)
      } else if name.hasSuffix(".md") {
        add(path, isNamed: false)
      }
    }
  }

  private mutating func add(_ path: String, isNamed: Bool) {
    guard seen.insert(path).inserted else { return }
    files.append(File(path: path, isNamed: isNamed))
  }
}
