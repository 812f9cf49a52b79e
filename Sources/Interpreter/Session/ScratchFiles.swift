import Synchronization

/// Files that a session writes into memory, over others that it only reads: for pages whose commands save and open, and
/// for tests.
///
/// Nothing that is written leaves the memory. Paths are relative to one folder: `./a`, `a` and `b/../a` are the same file,
/// and a path that leads out of the folder is refused. A folder is there as soon as a file in it is.
public final class ScratchFiles: SessionFiles {
  /// The most files that are kept.
  public static let mostFiles = 100
  /// The most bytes of all files together.
  public static let mostBytes = 16 * 1024 * 1024

  private let base: (any SessionFiles)?
  private let written = Mutex<[String: String]>([:])

  /// Reads what was not written here from `base`; nil when there is nothing else.
  public init(over base: (any SessionFiles)? = nil) {
    self.base = base
  }

  public func text(of path: String, limit: Int, what: String) throws(CommandError) -> String {
    let place = try Self.place(of: path)
    guard let text = written.withLock({ $0[place] }) else {
      guard let base else { throw CommandError(.limit, "\(path) cannot be read: there is no such file") }
      do {
        return try base.text(of: place, limit: limit, what: what)
      } catch {
        // The message names the file as it was typed.
        guard error.message.hasPrefix(place) else { throw error }
        throw CommandError(error.kind, path + error.message.dropFirst(place.count))
      }
    }
    let size = text.utf8.count
    guard size <= limit else {
      throw CommandError(.limit, "\(path) has \(size) bytes, more than the limit of \(limit) of \(what)")
    }
    return text
  }

  public func write(_ text: String, to path: String, replacing: Bool, isLasting: Bool) throws(CommandError) {
    let place = try Self.place(of: path)
    let below = base?.candidates(for: place, ending: "", what: "") ?? []
    let isFolder = below.contains { $0.text == place + "/" }
    let isBelow = isFolder || below.contains { $0.text == place }
    try written.withLock { (files) throws(CommandError) in
      let old = files[place]
      guard replacing || (old == nil && !isBelow) else {
        throw CommandError(.refused, "\(path) cannot be written: it exists")
      }
      guard !isFolder, !files.keys.contains(where: { $0.hasPrefix(place + "/") }) else {
        throw CommandError(.limit, "\(path) cannot be written: it is no ordinary file")
      }
      guard old != nil || files.count < Self.mostFiles else {
        throw CommandError(.limit, "\(path) cannot be written: at most \(Self.mostFiles) files are kept here")
      }
      let bytes = files.values.reduce(text.utf8.count - (old?.utf8.count ?? 0)) { $0 + $1.utf8.count }
      guard bytes <= Self.mostBytes else {
        throw CommandError(.limit, "\(path) cannot be written: at most \(Self.mostBytes) bytes are kept here")
      }
      files[place] = text
    }
  }

  /// Takes a file away that was written here; the files below stay.
  public func remove(_ path: String) {
    guard let place = try? Self.place(of: path) else { return }
    written.withLock { $0[place] = nil }
  }

  public func candidates(for typed: String, ending: String, what: String) -> [Candidate] {
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (folder, start) = (String(typed[..<slash]), typed[slash...])
    guard let parts = try? Self.parts(of: folder) else { return [] }
    let prefix = parts.map { $0 + "/" }.joined()
    var found = base?.candidates(for: typed, ending: ending, what: what) ?? []
    for file in written.withLock({ Array($0.keys) }) where file.hasPrefix(prefix + start) {
      let rest = file.dropFirst(prefix.count)
      if let slash = rest.firstIndex(of: "/") {
        found.append(Candidate(folder + rest[...slash], "a folder"))
      } else if rest.hasSuffix(ending) {
        found.append(Candidate(folder + rest, what))
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.text).inserted }.sorted { $0.text < $1.text }
  }

  /// The one way to write a file's path.
  private static func place(of path: String) throws(CommandError) -> String {
    let parts = try parts(of: path)
    guard !parts.isEmpty else { throw CommandError(.limit, "\(path) is a folder, not a file") }
    return parts.joined(separator: "/")
  }

  /// The folders of a path and its last name, without empty ones, `.` and `..`.
  private static func parts(of path: String) throws(CommandError) -> [Substring] {
    var parts: [Substring] = []
    var leadsOut = path.hasPrefix("/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        leadsOut = leadsOut || parts.popLast() == nil
      } else {
        parts.append(part)
      }
    }
    guard !leadsOut else { throw CommandError(.limit, "\(path) leads out of the folder that can be used here") }
    return parts
  }
}
