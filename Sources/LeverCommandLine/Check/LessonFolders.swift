import Notebook
import Storage
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lessons of each folder, read when a lesson there first says what it requires.
final class LessonFolders: Sendable {
  private let indexes = Mutex<[String: LessonIndex]>([:])

  func index(of folder: String) -> LessonIndex {
    indexes.withLock { indexes in
      if let known = indexes[folder] { return known }
      var index = LessonIndex()
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".md") {
        // A file that is not in the format has its own messages.
        if let document = try? CheckJob.document(folder + "/" + name) { index.add(document) }
      }
      indexes[folder] = index
      return index
    }
  }
}
