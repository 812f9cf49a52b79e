import Testing

@testable import Reports

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain text, untouched (50%)", "plain text, untouched (50%)"),
    ("red \u{1B}[31m", #"red \u{1b}[31m"#),
    ("\u{0}\u{7F}\u{9B}", #"\u{0}\u{7f}\u{9b}"#),
    ("\u{202E}tac\u{2066}\u{200B}\u{FEFF}", #"\u{202e}tac\u{2066}\u{200b}\u{feff}"#),
    ("a\u{2028}b", #"a\u{2028}b"#),
    ("a\tb\u{3000}c", "a b c"),
    ("80\u{202F}%", "80\u{A0}%"),
    ("a\r\nb\nc\rd", "a\nb\nc\\u{d}d"),
    ("any [..] text", "any [.. ] text"),
    ("[...] [.] [..", "[...] [.] [.."),
    ("```swift", "`` `swift"),
    ("``````", "`` `` ``"),
    ("\u{1FEF}``", "`` `"),
    ("👩\u{200D}👧 日本 é", "👩\u{200D}👧 日本 é"),
  ])
  func unicode(source: String, visible: String) {
    #expect(VisibleText.of(StyledText(source), .unicode).plain == visible)
  }

  @Test(arguments: [
    ("1 → 2 × 3 ÷ 4 − 5 – 6", "1 -> 2 x 3 / 4 - 5 - 6"),
    ("≥ ≤ √ ∞ ─ …", ">= <= sqrt inf - ..."),
    ("[··]", "[.. ]"),
    ("“it’s” ≈ ≠ ±", "\"it's\" ~ != +/-"),
    ("Zürich 日本 Σ", "Zürich 日本 Σ"),
  ])
  func ascii(source: String, visible: String) {
    #expect(VisibleText.of(StyledText(source), .ascii).plain == visible)
  }

  /// What passes without a look into a table has to be what the tables let pass.
  @Test func signsAreLegible() {
    for scalar in (0...0x10FFFF).compactMap(Unicode.Scalar.init) where scalar.isSign {
      #expect(!scalar.isInvisible && scalar.properties.generalCategory != .spaceSeparator, "\(scalar.value)")
    }
  }

  @Test func marksAcrossSpansAreSeen() {
    let source = StyledText(spans: [
      StyledText.Span(text: "[.", style: .safe), StyledText.Span(text: ".]``"),
      StyledText.Span(text: "`", style: .danger),
    ])
    let expected = StyledText(spans: [
      StyledText.Span(text: "[.", style: .safe), StyledText.Span(text: ". ]``"),
      StyledText.Span(text: " `", style: .danger),
    ])
    #expect(VisibleText.of(source, .unicode) == expected)
  }
}
