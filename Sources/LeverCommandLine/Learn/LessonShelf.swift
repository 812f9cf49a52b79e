import Interpreter
import Markets
import Notebook
import Storage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The lessons that can be played: those of a folder `lessons` where the program was started, then those that came with the
/// program.
struct LessonShelf {
  /// A lesson and where it is.
  struct Entry {
    var id: String
    var document: Document
    /// The folder of its other files; nil for one that came with the program.
    var folder: String?

    /// The files that its commands see: those beside it to be read, and what is written in memory.
    var files: ScratchFiles { ScratchFiles(over: folder.map { FolderFiles(folder: $0) }) }
  }

  private(set) var entries: [Entry] = []
  /// Files that cannot be used, with the reasons.
  private(set) var broken: [DocumentErrors] = []

  static let folder = "lessons"

  init() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder)) ?? []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where name.hasSuffix(".md") {
      do throws(DocumentErrors) {
        add(try CheckJob.document(Self.folder + "/" + name), folder: Self.folder)
      } catch {
        if !error.isWithoutBlock { broken.append(error) }
      }
    }
    for (name, text) in ShippedLessons.files {
      if let document = try? Document(parsing: text, file: name) { add(document, folder: nil) }
    }
  }

  private mutating func add(_ document: Document, folder: String?) {
    guard case .lesson(let id) = document.frontMatter.kind, !entries.contains(where: { $0.id == id }) else { return }
    entries.append(Entry(id: id, document: document, folder: folder))
  }

  /// A question by the id of its lesson, a slash and its own id.
  func reviewQuestion(_ id: String) -> ReviewQuestion? {
    let names = id.split(separator: "/", maxSplits: 1).map(String.init)
    guard names.count == 2 else { return nil }
    return entries.first { $0.id == names[0] }?.document.reviewQuestion(names[1])
  }

  /// How many questions of other lessons come back at most when one begins.
  private static let mostReviewQuestions = 3

  /// The questions of other lessons that come back at the beginning of one.
  func dueQuestions(besides lesson: String, on day: String, _ progress: ProgressFolder) -> [ReviewQuestion] {
    let due = entries.filter { $0.id != lesson }.flatMap { entry in
      let known = progress.progress(in: entry.id)
      return known.dueQuizzes(on: day).map { (times: known.quizzes[$0]?.timesMadeUp ?? 0, id: entry.id + "/" + $0) }
    }
    // Those answered rightly least often since come first, else in the order of the lessons.
    let rarest = due.filter { $0.times == 0 } + due.filter { $0.times > 0 }
    return Array(rarest.compactMap { reviewQuestion($0.id) }.prefix(Self.mostReviewQuestions))
  }

  /// The lesson behind another one; nil behind the last, and behind a file of another folder.
  func entry(after entry: Entry) -> Entry? {
    guard let place = entries.firstIndex(where: { $0.id == entry.id }) else { return nil }
    return entries.dropFirst(place + 1).first
  }

  /// What leads to a lesson again: its id, or its file where that was typed.
  func name(of entry: Entry, as typed: String?) -> String {
    guard let typed, Self.isFile(typed) else { return entry.id }
    return typed
  }

  private static func isFile(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".md") }

  /// The lesson of an id, a place in the list from 1, or a file. Throws the errors of a file that cannot be read, or a sentence.
  func entry(named name: String) throws -> Entry {
    if let entry = entries.first(where: { $0.id == name.lowercased() }) { return entry }
    if let place = Int(name), entries.indices.contains(place - 1) { return entries[place - 1] }
    guard Self.isFile(name) else {
      let ids = entries.map(\.id)
      let near = Spelling.nearest(to: name, among: ids) ?? ids.first { $0.contains(name.lowercased()) }
      let hint =
        near.map { "; did you mean `\($0)`?" } ?? (ids.isEmpty ? "" : "; there is \(ids.joined(separator: ", "))")
      throw Arguments.UsageError(message: "there is no lesson `\(name)`\(hint)")
    }
    let document = try CheckJob.document(name)
    guard case .lesson(let id) = document.frontMatter.kind else {
      throw Arguments.UsageError(message: "\(name) is no lesson: its front matter has no `lesson`")
    }
    return Entry(id: id, document: document, folder: FolderFiles.folder(of: name))
  }
}
