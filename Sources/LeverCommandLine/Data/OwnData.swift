import Storage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the program keeps about its user: plain files in the state folder, and nothing elsewhere.
struct OwnData {
  /// What a file is about, and the word that means all files of its kind.
  enum Kind: String, CaseIterable {
    case history, journals, progress, experiments

    var meaning: String {
      switch self {
      case .history: "the lines typed at the prompt"
      case .journals: "the commands of a session that was cut off or runs"
      case .progress: "how far a lesson is"
      case .experiments: "an experiment that you kept"
      }
    }

    /// What its files end with; nil for the one that is a file itself.
    var ending: String? {
      switch self {
      case .history: nil
      case .journals: ".journal"
      case .progress, .experiments: ".txt"
      }
    }
  }

  struct Entry: Equatable {
    var kind: Kind
    /// As it is typed, such as `progress/the-loop`.
    var name: String
    var path: String
    var bytes: Int
  }

  let folder: String

  /// By kind, then by name.
  var entries: [Entry] {
    Kind.allCases.flatMap { kind -> [Entry] in
      let path = folder + "/" + kind.rawValue
      guard let ending = kind.ending else { return entry(kind, kind.rawValue, path).map { [$0] } ?? [] }
      let files = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(ending) }
      return files.sorted().compactMap { file in
        entry(kind, kind.rawValue + "/" + file.dropLast(ending.count), path + "/" + file)
      }
    }
  }

  private func entry(_ kind: Kind, _ name: String, _ path: String) -> Entry? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let size = attributes[.size] as? any BinaryInteger
    else { return nil }
    return Entry(kind: kind, name: name, path: path, bytes: Int(size))
  }

  /// The entries that a word means: `all`, a kind, or the name of one.
  func entries(named word: String) -> [Entry] {
    entries.filter { word == "all" || $0.kind.rawValue == word || $0.name == word }
  }

  /// Deletes a file; false when a session that runs holds it.
  func delete(_ entry: Entry) throws(FileError) -> Bool {
    if entry.kind == .journals {
      guard let file = try HeldFile.take(entry.path) else { return false }
      try file.remove()
    } else {
      try WholeFile.remove(entry.path)
    }
    return true
  }
}
