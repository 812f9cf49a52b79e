import Testing

@testable import Reports

@Suite struct WrapTests {
  @Test(arguments: [
    ("", []),
    ("one two three four five", ["one two three four", "five"]),
    ("first\n\nsecond", ["first", "", "second"]),
    ("a  =  b", ["a  =  b"]),
    ("  indented by two blanks", ["  indented by two", "blanks"]),
    ("no\u{A0}break between these\u{A0}two", ["no\u{A0}break between", "these\u{A0}two"]),
    ("see 0123456789abcdefghijklmnop", ["see", "0123456789abcdefghij", "klmnop"]),
    ("日本語日本語日本語日本語", ["日本語日本語日本語日", "本語"]),
    ("e\u{301}e\u{301} 0123456789012345e\u{301}e\u{301}", ["e\u{301}e\u{301}", "0123456789012345e\u{301}e\u{301}"]),
    ("lever> deposit 10 ETH and", [" lever> deposit 10", "ETH and"]),
    ("type this at lever> to go", ["type this at lever>", "to go"]),
  ])
  func twentyCells(text: String, lines: [String]) {
    #expect(Wrap.lines(of: StyledText(text), width: 20).map(\.plain) == lines)
  }

  @Test func hangingIndent() {
    let lines = Wrap.lines(of: "debt = $20,000.00 × 0.70 ÷ 1.00", width: 20, indent: 2, hanging: 4)
    #expect(lines.map(\.plain) == ["  debt = $20,000.00", "    × 0.70 ÷ 1.00"])
  }

  @Test func aPhraseKeepsItsStyleInOneSpan() {
    let lines = Wrap.lines(of: "type \("loop 3 at 70%", .command) and look at the result", width: 20)
    #expect(lines == ["type \("loop 3 at 70%", .command)", "and look at the", "result"])
  }

  /// A line feed at the end keeps a text from being taken as it is, and only adds an empty line.
  @Test func whatIsOneLineAlreadyIsLaidOutAsAllElseIs() {
    var random = RandomReport(seed: 41)
    for _ in 0..<3_000 {
      let (text, width) = (random.text(), random.width())
      for indent in [0, 2] where !text.isEmpty {
        #expect(
          Wrap.lines(of: text, width: width, indent: indent, hanging: 4) + [""]
            == Wrap.lines(of: text + "\n", width: width, indent: indent, hanging: 4),
          "\(random.generator), \(text), \(width)")
      }
    }
  }

  @Test func hardLinesBreakOnlyWhereTheyMust() {
    let lines = Wrap.hardLines(of: "  deposit   10 ETH; borrow 70%\nundo", width: 20)
    #expect(lines.map(\.plain) == ["  deposit   10 ETH; ", "borrow 70%", "undo"])
  }
}
