import Testing

@testable import Notebook

/// Files that nobody writes by hand are read in a time that grows with their size and no faster: what took its square
/// would not end within the limit.
@Suite(.timeLimit(.minutes(1)))
struct HugeDocumentTests {
  private static let block = "```lever\nlever> print 1\n1\n```\n"

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  /// The runs of backticks of all lengths up to one, none of which closes another.
  private static let runs = (1...300).map { repeated("`", $0) }.joined(separator: " ")

  private static let readable: [(String, String)] = [
    ("headings of one title", repeated("## a\n", 20_000)),
    ("headings of many titles", (0..<10_000).map { "## a\($0)\n" }.joined()),
    ("headings and blocks", repeated("# a\n\(block)", 2_000)),
    ("nested details", repeated("<details>\n", 10_000) + repeated("</details>\n", 10_000)),
    (
      "hints deep inside",
      repeated("<details>\n", 2_000) + repeated("<details>\n<summary>Hint</summary>\n</details>\n", 2_000)
        + repeated("</details>\n", 2_000)
    ),
    ("runs of backticks", "<b> \(runs)\n"),
    ("one run of backticks", "<b> \(repeated("`", 100_000))\n\(block)"),
    ("marks of lists", repeated("- ", 20_000) + "\n"),
    ("marks of quotes", repeated("> ", 20_000) + "\n"),
    ("comments that seem to begin", "a " + repeated("<!-- ", 20_000) + "\n"),
  ]

  @Test(arguments: readable)
  func `what can be read`(name: String, text: String) throws {
    let document = try Document(parsing: Self.block + text, file: "x.md")
    #expect(document.heading(aboveLine: 0) == nil)
    #expect(document.parts.reduce(0) { $0 + $1.lines.count } == document.source.lineCount)
  }

  private static let unreadable: [(String, String)] = [
    ("directives", repeated("<!-- lever:nothing -->\n", 20_000)),
    ("tags", "```lever " + repeated("nothing ", 20_000) + "\nlever> a\n```\n"),
    ("details on one line", repeated("</details>", 20_000) + "\n"),
    ("open details on one line", repeated("<details>", 20_000) + "\n"),
    ("open summaries on one line", repeated("<details><summary>", 20_000) + "\n"),
    ("keys", "---\n" + repeated("nothing: 1\n", 20_000) + "---\n"),
  ]

  @Test(arguments: unreadable)
  func `what cannot be read`(name: String, text: String) {
    do {
      _ = try Document(parsing: text + Self.block, file: "x.md")
      Issue.record("\(name) can be read")
    } catch {
      #expect(error.errors.count <= DocumentErrors.limit)
      #expect(error.errors.allSatisfy { $0.excerpt.utf8.count <= 4_096 })
    }
  }

  @Test func `the place in a long line is shown`() {
    let text =
      String(repeating: "é", count: 20_000) + " <!-- lever:task id=a --> " + String(repeating: "x", count: 20_000)
    do {
      _ = try Document(parsing: Self.block + text, file: "x.md")
      Issue.record("it can be read")
    } catch {
      #expect(error.errors.map(\.column) == [20_002])
      #expect(
        ErrorExcerpt.lines(of: error.errors[0]) == [
          "ééééééééééééééééééé <!-- lever:task id=a --> xxxxxxxxxxxxxxxxxxxxxxxxx",
          "                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        ])
    }
  }
}
