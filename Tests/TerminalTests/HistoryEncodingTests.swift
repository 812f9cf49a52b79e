import Testing

@testable import Terminal

@Suite struct HistoryEncodingTests {
  @Test(arguments: [
    ("borrow 5 USDC", "borrow 5 USDC"),
    ("a\nb", "a\\nb"),
    ("a\r\nb", "a\\r\\nb"),
    ("C:\\new", "C:\\\\new"),
    ("\\", "\\\\"),
    ("λ ゼロ 🇨🇭 e\u{301}", "λ ゼロ 🇨🇭 e\u{301}"),
    ("", ""),
  ])
  func encodesAndDecodes(entry: String, line: String) {
    #expect(HistoryEncoding.encode(entry) == line)
    #expect(HistoryEncoding.decode(line) == entry)
  }

  @Test(arguments: [("\\t", "\\t"), ("a\\", "a\\"), ("\\\\n", "\\n")])
  func decodesWhatOthersWrote(line: String, entry: String) {
    #expect(HistoryEncoding.decode(line) == entry)
  }

  @Test(arguments: [
    ("a\nb\n", ["a", "b"], 0),
    ("a\nb", ["a", "b"], 0),
    ("\n\na\n\n", ["a"], 0),
    ("a\na\nb\na\n", ["a", "b", "a"], 0),
    ("", [], 0),
    ("a\u{0}b\nc\n", ["c"], 1),
  ])
  func readsLines(text: String, entries: [String], invalidLines: Int) {
    let result = HistoryEncoding.entries(in: Array(text.utf8))
    #expect(result.entries == entries)
    #expect(result.invalidLines == invalidLines)
  }

  @Test func skipsLinesThatAreNotUTF8() {
    let result = HistoryEncoding.entries(in: Array("a\n".utf8) + [0xFF, 0xC3, 0x0A] + Array("b\n".utf8))
    #expect(result.entries == ["a", "b"])
    #expect(result.invalidLines == 1)
  }
}
