import TestSupport
import Testing

@testable import Notebook

/// The ids that steps get from their headings.
struct StepIDsTests {
  @Test func `equal headings are numbered`() {
    #expect(ids(["A", "A", "B", "A", "B"]) == ["a", "a-1", "b", "a-2", "b-1"])
  }

  @Test func `an id that was given counts with those of its title`() {
    var ids = StepIDs()
    ids.note("a-first", title: "A", line: 3)
    #expect(ids.line(of: "a-first") == 3)
    #expect(ids.line(of: "a") == nil)
    #expect(ids.id(for: "A") == "a-1")
  }

  @Test func `the first line of an id stays`() {
    var ids = StepIDs()
    ids.note("a", title: "A", line: 1)
    ids.note("a", title: "B", line: 2)
    #expect(ids.line(of: "a") == 1)
    #expect(ids.id(for: "A") == "a-2")
  }

  /// The rule itself, which looks at all steps before.
  @Test func `the counts say what a look at all steps before would`() {
    var random = SeededGenerator(seed: 4)
    let titles = ["A", "a", "A 1", "A-1", "B", "B!", "", "-", "É"]
    var ids = StepIDs()
    var steps: [(id: String, title: String)] = []
    for line in 0..<300 {
      let title = titles.randomElement(using: &random) ?? ""
      var id = ["a", "a-1", "a-x", "b"].randomElement(using: &random) ?? ""
      if line % 5 != 0 {
        let slug = Slug.of(title)
        let same = steps.count { $0.id == slug || $0.id.hasPrefix(slug + "-") && $0.title == title }
        id = same == 0 ? slug : "\(slug)-\(same)"
        #expect(ids.id(for: title) == id, "\(random)")
      }
      ids.note(id, title: title, line: line)
      steps.append((id, title))
    }
  }

  private func ids(_ titles: [String]) -> [String] {
    var ids = StepIDs()
    return titles.enumerated().map { line, title in
      let id = ids.id(for: title)
      ids.note(id, title: title, line: line)
      return id
    }
  }
}
