import Notebook
import Reports
import Testing

struct MarkdownTextTests {
  /// Pages collapse what not every reader wants; a terminal has nothing to collapse.
  @Test func `details are their summary and what they hold`() {
    let prose = MarkdownText.prose(
      "Before.\n\n<details>\n<summary>More.</summary>\n\nInside.\n\n</details>\n\nBehind.\n")
    #expect(prose == Prose(["Before.", "More.", "Inside.", "Behind."].map { .paragraph(StyledText($0)) }))
  }

  @Test(arguments: ["<!-- a comment -->\n", "<details>\n\n</details>\n"])
  func `what shows nothing vanishes`(markdown: String) {
    #expect(MarkdownText.prose(markdown) == Prose())
  }

  @Test func `other HTML is shown as it is`() {
    #expect(MarkdownText.prose("<hr>\n") == Prose([.paragraph("<hr>")]))
  }
}
