import Foundation
import Interpreter
import TestSupport
import Testing

@testable import Notebook

/// A file of `lessons/`.
struct LessonFile: CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }

  private static let folder = RecordedFile.root.appendingPathComponent("lessons")

  static let all: [LessonFile] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted().map { LessonFile(name: $0) }

  var path: String { Self.folder.appendingPathComponent(name).path }

  var document: Document {
    get throws { try Document(parsing: try String(contentsOfFile: path, encoding: .utf8), file: name) }
  }

  func player(_ progress: LessonProgress = LessonProgress(), isPresented: Bool = false) throws -> Player {
    try Player(
      try document, progress: progress, surroundings: Self.surroundings, today: "2026-11-20", isPresented: isPresented)
  }

  /// Whether a block of the lesson has a command that is to fail.
  var showsErrors: Bool { (try? document.blocks.contains(where: \.tags.fails)) ?? false }

  static let surroundings = Surroundings(
    acceptsPrefixes: true, files: PageFiles(beside: folder.appendingPathComponent("README.md")))
}
