import Notebook
import Storage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a learner typed, as lines of JSON, so that a lesson can be played again from it:
///
///     {"at":"open-a-position","format":1,"lesson":"health-factor"}
///     {"line":"borrow 70%","step":"open-a-position"}
struct InputLog {
  /// One line of the file.
  struct Entry: Codable, Equatable {
    var format: Int?
    var lesson: String?
    /// The step at which the session began.
    var at: String?
    /// How many things of that step were behind it; nil for none.
    var item: Int?
    /// The questions of earlier lessons that came first; nil for none.
    var earlier: [String]?
    var line: String?
    /// The step in which the line was typed.
    var step: String?
  }

  static let format = 1

  private let file: LockedFile

  init(path: String) throws(FileError) {
    let full = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    // The program makes folders in its own state folder only.
    file = try LockedFile(path: full, makesFolders: false)
  }

  func begin(_ lesson: String, _ player: Player) throws {
    let (progress, earlier) = (player.progress, player.earlier.map(\.id))
    try add(
      Entry(
        format: Self.format, lesson: lesson, at: progress.step, item: progress.item > 0 ? progress.item : nil,
        earlier: earlier.isEmpty ? nil : earlier))
  }

  func add(_ line: String, step: String) throws {
    try add(Entry(line: line, step: step))
  }

  private func add(_ entry: Entry) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try file.append(line: String(decoding: try encoder.encode(entry), as: UTF8.self))
  }
}
