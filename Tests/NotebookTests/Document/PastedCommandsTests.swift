import Testing

@testable import Notebook

struct PastedCommandsTests {
  @Test(arguments: [
    ("", [], ""), ("\n", [], ""), ("borrow 5", [], "borrow 5"), ("a\nb", ["a"], "b"),
    ("a\r\n\r\nb\r\n", ["a", "b"], ""),
    ("a > b\n  c\n", ["a > b", "  c"], ""), ("```text\na\n```\n", ["```text", "a", "```"], ""),
    ("lever>a\nlever>\nlevers> b\n", ["lever>a", "lever>", "levers> b"], ""),
  ])
  func `a text without prompts is commands`(text: String, lines: [String], rest: String) {
    check(text, lines, rest)
  }

  @Test(arguments: [
    ("lever> a\nout\nlever> b\nout\n", ["a", "b"], ""), ("lever> a\nout\nlever> b", ["a"], "b"),
    ("lever> a\nout", ["a"], ""), ("lever> a\r\n  ...> b;\r\nout\r\nlever>", ["a", "b;"], ""),
    ("$ lever\nLever 0.1.0\nlever> a # b\n  ...> c", ["a # b"], "c"),
    ("lever> a\n lever> b\n> lever> c\n", ["a"], ""), ("lever> \u{301}a\n", ["\u{301}a"], ""),
    ("lever>  a\n", [" a"], ""),
    ("````markdown\n```lever\nlever> a\n```\n````\n", ["a"], ""), ("```text\nlever> a\n```\n", ["a"], ""),
  ])
  func `prompt lines are the commands of a text with prompts`(text: String, lines: [String], rest: String) {
    check(text, lines, rest)
  }

  @Test(arguments: [
    ("lever> no\n\n```lever\nlever> a\nout\n```\nlever> no\n", ["a"], ""),
    ("```lever\r\nlever> a\r\n  ...> b\r\nout\r\n```\r\n", ["a", "b"], ""),
    ("~~~ lever error\nlever> a\n```\nlever> b\n~~~\nlever> no", ["a", "b"], ""),
    ("````lever hide\nlever> a\n```\nlever> b\n````\n```text\nlever> no\n```\n", ["a", "b"], ""),
    ("```lever skip=\"no network\"\nlever> no\n```\n```lever tol=1%\nlever> a\n```", ["a"], ""),
    ("```lever skip=\"all of it\"\nlever> no\n```\n", [], ""),
    ("   ```lever\n   lever> a\n     ...> b\n   ```\n", ["a", "b"], ""),
    ("    ```lever\nlever> a\n", ["a"], ""), ("```lever\nlever> a\n", ["a"], ""), ("```lever\nlever> a", [], "a"),
    ("```lever\nlever> a\nout", ["a"], ""), ("```leverage\nlever> a\n```\n```lever\nlever> b\n```\n", ["b"], ""),
    ("````text\n```lever\nlever> no\n```\n````\n```lever\nlever> a\n```\n", ["a"], ""),
    ("``` `lever`\n```lever\nlever> a\n```\n", ["a"], ""),
  ])
  func `blocks hold the commands of a transcript`(text: String, lines: [String], rest: String) {
    check(text, lines, rest)
  }

  @Test(arguments: [
    ("out\nlever> a\nout\n```\nlever> no\n```lever\nlever> b\n```\n", ["a", "b"], ""),
    ("lever> a\n```\n\nProse.\n", ["a"], ""), ("lever> a\n~~~\n```lever\nlever> b", ["a"], "b"),
    ("Prose.\n```\nlever> no\n```\n```lever\nlever> a\n```\n", ["a"], ""),
  ])
  func `a transcript may be cut out anywhere`(text: String, lines: [String], rest: String) {
    check(text, lines, rest)
  }

  @Test func `more than a megabyte is read`() {
    let block = "Prose.\n\n```lever\nlever> print 1\n1\n```\n"
    let commands = PastedCommands(String(repeating: block, count: 30_000))
    #expect(commands.lines.count == 30_000)
    #expect(Set(commands.lines) == ["print 1"])
    #expect(PastedCommands(String(repeating: "`", count: 1_200_000)).rest.utf8.count == 1_200_000)
    #expect(PastedCommands(String(repeating: "\n", count: 1_200_000)) == PastedCommands(""))
  }

  private func check(_ text: String, _ lines: [String], _ rest: String) {
    let commands = PastedCommands(text)
    #expect(commands.lines == lines, "\(text.debugDescription)")
    #expect(commands.rest == rest, "\(text.debugDescription)")
  }
}
