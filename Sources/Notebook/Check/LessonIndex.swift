/// The lessons of a folder by their ids, for what `requires` names.
public struct LessonIndex: Sendable {
  /// What each lesson requires.
  private var requirements: [String: [String]] = [:]
  /// The first file of each lesson.
  private var files: [String: String] = [:]

  public init() {}

  /// Adds a document; one that is no lesson changes nothing.
  public mutating func add(_ document: Document) {
    guard case .lesson(let id) = document.frontMatter.kind, files[id] == nil else { return }
    files[id] = document.file
    requirements[id] = document.frontMatter.requires.map(\.text)
  }

  struct Problem: Equatable {
    var line: Int
    var column: Int
    var message: String
  }

  /// What is wrong with the lessons that a document requires: there is no such lesson, or it requires this one in turn.
  func problems(of document: Document) -> [Problem] {
    document.frontMatter.requires.compactMap { reference in
      let problem: String
      if requirements[reference.text] == nil {
        problem = "there is no lesson `\(reference.text)` in this folder"
      } else if case .lesson(let id) = document.frontMatter.kind, let circle = path(from: reference.text, to: id) {
        problem = "the lessons require each other: \(([id] + circle).joined(separator: " → "))"
      } else {
        return nil
      }
      return Problem(line: reference.line, column: reference.column, message: problem)
    }
  }

  /// The requirements that lead from one lesson to another; nil when none do.
  private func path(from start: String, to end: String) -> [String]? {
    var waiting = [[start]]
    var seen: Set<String> = [start]
    while let path = waiting.popLast() {
      guard let last = path.last, last != end else { return path }
      for next in requirements[last] ?? [] where seen.insert(next).inserted { waiting.append(path + [next]) }
    }
    return nil
  }
}
