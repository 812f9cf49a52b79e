import Testing

@testable import Markets

struct SpellingTests {
  private let words = ["deposit", "borrow", "loop", "ladder", "price", "pool", "position", "print", "redo", "undo"]

  @Test(arguments: [
    ("depsit", ["deposit"]), ("DEPOSIT", ["deposit"]), ("dpeosit", ["deposit"]), ("pirce", ["price"]),
    ("prnt", ["print"]), ("lop", ["loop"]), ("po", ["pool", "position"]), ("xyz", []), ("", []), ("undp", ["undo"]),
    ("ladder", ["ladder"]), ("posit", ["position", "deposit"]),
  ])
  func `the nearest words`(word: String, expected: [String]) {
    #expect(Spelling.suggestions(for: word, among: words) == expected)
  }

  @Test func `no more than the limit`() {
    let words = (0..<9).map { "word\($0)" }
    #expect(Spelling.suggestions(for: "word", among: words) == ["word0", "word1", "word2"])
    #expect(Spelling.suggestions(for: "word", among: words, limit: 1) == ["word0"])
  }

  @Test(arguments: [
    ("prise", "price"), ("PRICE", "price"), ("pirce", "price"), ("liquidation-treshold", "liquidation-threshold"),
    ("fe", "fee"), ("xyz", nil), ("", nil),
  ])
  func `the nearest word`(word: String, expected: String?) {
    let keys = ["price", "fee", "liquidation-threshold", "liquidation-bonus"]
    #expect(Spelling.nearest(to: word, among: keys) == expected)
  }

  @Test func `equally near words are ordered by the alphabet`() {
    #expect(Spelling.nearest(to: "bat", among: ["rat", "cat"]) == "cat")
    #expect(Spelling.nearest(to: "a", among: []) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "acb", 1), ("abc", "abd", 1),
    ("abc", "ab", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func `the distance counts edits and swaps of neighbours`(left: String, right: String, expected: Int) {
    #expect(Spelling.distance(left, right) == expected)
    #expect(Spelling.distance(right, left) == expected)
  }

  @Test func `a word of a megabyte is answered`() {
    #expect(Spelling.suggestions(for: String(repeating: "a", count: 1_000_000), among: words) == [])
  }
}
