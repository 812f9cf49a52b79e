import Testing

@testable import LeverCommandLine

/// The text of a journal, without files.
struct JournalTests {
  private static let header = Journal.Header(seed: 1, folder: "/home/ada", market: "classroom")

  @Test func `the header says what is needed to begin again`() {
    #expect(Self.header.text == "# lever journal format=1 seed=1 folder=\"/home/ada\" market=\"classroom\"\n")
  }

  @Test(arguments: [
    header, Journal.Header(seed: UInt64.max, folder: "", market: "/a b/c=d \"e\" \\n\n\\.market"),
    Journal.Header(seed: 0, folder: "/λ/\r\t", market: "aave-v3-ethereum"),
  ])
  func `a header is read as it was written`(header: Journal.Header) throws {
    let journal = try Journal(Array((header.text + "undo\n").utf8))
    #expect(journal.header == header)
    #expect(journal.lines == [Journal.Line(number: 2, command: "undo")])
    #expect(header.text.filter { $0 == "\n" }.count == 1)
  }

  @Test(arguments: [
    ("", []), ("deposit 10 ETH\nborrow 70%\n", ["2: deposit 10 ETH", "3: borrow 70%"]),
    ("deposit 10 ETH\nborr", ["2: deposit 10 ETH"]), ("borr", []), ("\n# a note\nundo\n \n", ["4: undo"]),
    ("a\rb\u{2028}c\n", ["2: a\rb\u{2028}c"]),
  ])
  func `each whole line is a command`(text: String, expected: [String]) throws {
    let end = text.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
    let journal = try Journal(Array((Self.header.text + text).utf8))
    #expect(journal.lines.map { "\($0.number): \($0.command)" } == expected)
    #expect(journal.wholeLength == (Self.header.text + text[..<end]).utf8.count)
  }

  @Test(arguments: [
    ("", "it is no journal of a session"), ("deposit 10 ETH\n", "it is no journal of a session"),
    ("# lever journal ", "its first line is not finished"),
    ("# lever journal format=1 seed=1 folder=\"", "its first line is not finished"),
    ("# lever journal of ada\n", "its first line does not say the format"),
    ("# lever journal format=2 anything\n", "its format is 2, and this version of Lever reads 1"),
    ("# lever journal format=1 seed=1 folder=\"/\"\n", "its first line does not say what the session began with"),
    (
      "# lever journal format=1 seed=-1 folder=\"/\" market=\"classroom\"\n",
      "its first line does not say what the session began with"
    ),
  ])
  func `what is no journal says why`(text: String, reason: String) {
    let error = #expect(throws: Journal.Damage.self) { try Journal(Array(text.utf8)) }
    #expect(error?.reason == reason)
  }

  @Test func `bytes that are no text are told by their line`() {
    let error = #expect(throws: Journal.Damage.self) {
      try Journal(Array((Self.header.text + "undo\n").utf8) + [0xFF, 0x0A])
    }
    #expect(error?.reason == "its line 3 is no text")
  }
}
