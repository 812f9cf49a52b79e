import Testing

@testable import Reports

struct ProseTests {
  /// Prose keeps to lines that can be read, and a table beside it takes the room that there is.
  @Test(arguments: [20, 80, 96, 97, 300])
  func `a paragraph fills its lines up to 96 columns`(width: Int) {
    let words = StyledText(Array(repeating: "word", count: 200).joined(separator: " "))
    let lines = TextRenderer(width: width, characters: .ascii).render(Report([.prose(Prose([.paragraph(words)]))]))
      .split(separator: "\n")
    let longest = min(width, 96)
    #expect(lines.allSatisfy { $0.count <= longest })
    #expect(lines.dropLast().allSatisfy { $0.count > longest - 5 })
  }
}
