import Reports
import Testing

@Suite struct StyledTextTests {
  @Test func interpolationCarriesStyles() {
    let inner = StyledText("safe", .safe)
    let text: StyledText = "hf \("1.25", .caution) after \(3) loops, \(inner)"
    #expect(text.plain == "hf 1.25 after 3 loops, safe")
    #expect(
      text.spans == [
        StyledText.Span(text: "hf "), StyledText.Span(text: "1.25", style: .caution),
        StyledText.Span(text: " after 3 loops, "), StyledText.Span(text: "safe", style: .safe),
      ])
  }

  @Test func neighboursOfOneStyleAreOneSpan() {
    #expect(StyledText("a", .strong) + StyledText("") + StyledText("b", .strong) == StyledText("ab", .strong))
    #expect(StyledText("").spans == [])
  }

  @Test func emphasisLeavesStyledPartsAlone() {
    let text: StyledText = "debt \("1", .danger)"
    #expect(text.emphasized(.muted) == "\("debt ", .muted)\("1", .danger)")
    #expect(text.emphasized(nil) == text)
  }
}
