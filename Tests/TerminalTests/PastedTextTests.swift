import Testing

@testable import Terminal

@Suite struct PastedTextTests {
  @Test(arguments: [
    ("", [], ""),
    ("\n\n", [], ""),
    ("borrow 5", [], "borrow 5"),
    ("a\nb", ["a"], "b"),
    ("a\r\nb\r\n", ["a", "b"], ""),
    ("a\rb\r\rc", ["a", "b"], "c"),
    ("a\tb", [], "a b"),
    ("a\u{1B}[31mb\u{3}\u{0}\u{9B}", [], "a[31mb"),
    ("ゼロ\nλ", ["ゼロ"], "λ"),
  ])
  func lines(text: String, lines: [String], rest: String) {
    #expect(PastedText(plain: PastedText.clean(text.unicodeScalars)) == PastedText(lines: lines, rest: rest))
  }

  @Test func whatIsBeyondTheLimitIsDropped() {
    let text = String(repeating: "a", count: PastedText.limit - 1) + "λμ"
    #expect(PastedText.clean(text.unicodeScalars) == text.dropLast())
  }
}
