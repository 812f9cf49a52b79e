import Testing

@testable import Terminal

@Suite struct HistorySearchTests {
  private let entries = ["borrow 1", "deposit 2", "borrow 3", "borrow 3", "repay 4", "# borrow"]

  /// What each key shows, "-" when it only beeps. The cursor is at the end of the line, as after each key.
  private func walk(_ keys: String, from line: String, entries: [String]? = nil) -> [String] {
    var search = HistorySearch(entries: entries ?? self.entries, limit: 100)
    var line = line
    return keys.map { key in
      let shown =
        key == "u" ? search.older(line: line, beforeCursor: line) : search.newer(line: line, beforeCursor: line)
      line = shown ?? line
      return shown ?? "-"
    }
  }

  @Test(arguments: [
    ("uuu", "", ["# borrow", "repay 4", "borrow 3"]),
    ("uuu", "bor", ["borrow 3", "borrow 1", "-"]),
    ("uudd", "bor", ["borrow 3", "borrow 1", "borrow 3", "bor"]),
    ("uuduu", "bor", ["borrow 3", "borrow 1", "borrow 3", "borrow 1", "-"]),
    ("uddu", "re", ["repay 4", "re", "-", "repay 4"]),
    ("d", "", ["-"]),
    ("u", "nothing", ["-"]),
    ("u", "borrow 3", ["-"]),
    ("u", "row", ["-"]),
  ])
  func findsByPrefix(keys: String, line: String, shown: [String]) {
    #expect(walk(keys, from: line) == shown)
  }

  @Test func anEditBeginsANewSearch() {
    var search = HistorySearch(entries: entries, limit: 100)
    #expect(search.older(line: "bor", beforeCursor: "bor") == "borrow 3")
    #expect(search.older(line: "d", beforeCursor: "d") == "deposit 2")
    #expect(search.newer(line: "deposit 2", beforeCursor: "deposit 2") == "d")
  }

  @Test func onlyTheTextBeforeTheCursorCounts() {
    var search = HistorySearch(entries: entries, limit: 100)
    #expect(search.older(line: "bored", beforeCursor: "bor") == "borrow 3")
    #expect(search.newer(line: "borrow 3", beforeCursor: "borrow 3") == "bored")
  }

  @Test func keepsTheNewest() {
    var search = HistorySearch(entries: [], limit: 10)
    let kept = (0..<25).map { search.append("\($0)") } + [search.append("24")]
    #expect(kept == Array(repeating: true, count: 25) + [false])
    #expect((10...11).contains(search.entries.count))
    #expect(search.entries.last == "24")
    #expect(search.older(line: "", beforeCursor: "") == "24")
  }
}
