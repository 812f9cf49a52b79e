import Storage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The journals of this user's sessions: those of living ones are held by them, the others can be restored.
struct JournalFolder {
  /// A journal whose session is gone. It is held here, so that no other start takes it.
  struct Orphan {
    var file: HeldFile
    var journal: Journal
  }

  /// What a start has to know about sessions that are gone.
  struct Survey: Equatable {
    /// How many journals can be restored.
    var count = 0
    /// The commands of the newest of them.
    var commandsOfNewest = 0
    /// Files that are no journals, with the reason; they are left alone.
    var damaged: [Damaged] = []
  }

  /// A file that is left alone.
  struct Damaged: Equatable {
    var path: String
    var reason: String
  }

  /// The most journals of sessions that are gone; a start removes the oldest beyond it.
  static let mostOrphans = 20
  /// The longest journal in bytes; a session goes on without one beyond it.
  static let longestJournal = 32 << 20

  let path: String

  /// `journals` in the state folder; nil when there is none.
  static func standard() -> JournalFolder? {
    StateFolder.standard().map { JournalFolder(path: $0 + "/journals") }
  }

  /// Makes the file of a session, held until it goes.
  func create() throws(FileError) -> HeldFile {
    // Process numbers are used again, and a journal may have outlived its process.
    try HeldFile.create { "\(path)/\(ProcessInfo.processInfo.processIdentifier)-\($0).journal" }
  }

  /// Looks for journals of sessions that are gone and removes the oldest of too many.
  func survey() -> Survey {
    var survey = Survey()
    for candidate in candidates(&survey.damaged) {
      guard survey.count < Self.mostOrphans else {
        removeOld(candidate.path)
        continue
      }
      guard let orphan = read(candidate.path, &survey.damaged) else { continue }
      if survey.count == 0 { survey.commandsOfNewest = orphan.journal.lines.count }
      survey.count += 1
    }
    return survey
  }

  /// Takes the newest journal of a session that is gone; nil when there is none.
  func takeNewest(_ damaged: inout [Damaged]) -> Orphan? {
    for candidate in candidates(&damaged) {
      if let orphan = read(candidate.path, &damaged) { return orphan }
    }
    return nil
  }

  /// The files that no session holds, newest first.
  private func candidates(_ damaged: inout [Damaged]) -> [(path: String, age: HeldFile.Age)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    var found: [(path: String, age: HeldFile.Age)] = []
    for name in names.sorted() where name.hasSuffix(".journal") {
      let file = path + "/" + name
      do throws(FileError) {
        // Let go at once: there may be more files than a process may have open.
        if let age = try HeldFile.take(file)?.status().age { found.append((file, age)) }
      } catch {
        damaged.append(Damaged(path: file, reason: error.reason))
      }
    }
    return found.sorted { ($0.age, $0.path) > ($1.age, $1.path) }
  }

  /// Reads a journal with at least one command; one without any is removed.
  private func read(_ path: String, _ damaged: inout [Damaged]) -> Orphan? {
    do throws(FileError) {
      guard let file = try HeldFile.take(path) else { return nil }
      let size = try file.status().size
      guard size <= Self.longestJournal else {
        damaged.append(Damaged(path: path, reason: "it has \(size) bytes, and the limit is \(Self.longestJournal)"))
        return nil
      }
      let journal = size == 0 ? nil : try self.journal(file, &damaged)
      if let journal, !journal.lines.isEmpty { return Orphan(file: file, journal: journal) }
      // Its session ended before anything was accepted.
      if size == 0 || journal != nil { try file.remove() }
    } catch {
      damaged.append(Damaged(path: path, reason: error.reason))
    }
    return nil
  }

  private func journal(_ file: HeldFile, _ damaged: inout [Damaged]) throws(FileError) -> Journal? {
    let bytes = try file.read(limit: Self.longestJournal)
    do throws(Journal.Damage) {
      return try Journal(bytes)
    } catch {
      damaged.append(Damaged(path: file.path, reason: error.reason))
      return nil
    }
  }

  /// Removes a journal if it is one: what cannot be read is not ours to remove.
  private func removeOld(_ path: String) {
    guard let file = try? HeldFile.take(path), let start = try? file.read(limit: Journal.beginning.utf8.count) else {
      return
    }
    if start == Array(Journal.beginning.utf8) { try? file.remove() }
  }
}
