import Testing

@testable import Notebook

/// What lessons require of each other.
struct LessonIndexTests {
  private static func lesson(_ id: String, requires: String? = nil) throws -> Document {
    let line = requires.map { "requires: \($0)\n" } ?? ""
    return try Document(
      parsing: "---\nlesson: \(id)\nformat: 1\n\(line)---\n```lever\nlever> print 1\n1\n```\n", file: "\(id).md")
  }

  @Test(arguments: [
    ("a", []), ("b", []), ("c", ["4:14: there is no lesson `x` in this folder"]),
    ("d", ["4:11: the lessons require each other: d → e → f → d"]),
    ("g", ["4:11: the lessons require each other: g → g"]),
  ])
  func `requirements`(id: String, expected: [String]) throws {
    let lessons = [
      "a": try Self.lesson("a"), "b": try Self.lesson("b", requires: "a"), "c": try Self.lesson("c", requires: "a, x"),
      "d": try Self.lesson("d", requires: "e"), "e": try Self.lesson("e", requires: "f"),
      "f": try Self.lesson("f", requires: "a, d"), "g": try Self.lesson("g", requires: "g"),
    ]
    var index = LessonIndex()
    for lesson in lessons.values { index.add(lesson) }
    let result = try Checker(lessons: index).check(try #require(lessons[id]))
    #expect(result.failures.map { "\($0.line):\($0.column): \($0.message)" } == expected)
  }
}
