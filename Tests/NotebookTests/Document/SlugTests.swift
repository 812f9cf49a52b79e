import Testing

@testable import Notebook

/// The ids that are made from headings.
struct SlugTests {
  @Test(arguments: [
    ("The first loop", "the-first-loop"),
    ("Loops, 2 of them: why?", "loops-2-of-them-why"),
    ("a_b - c", "a_b---c"),
    ("Über Größe", "über-größe"),
    ("50 %", "50-"),
    ("!", ""),
    ("", ""),
  ])
  func `keeps letters, digits and hyphens`(heading: String, slug: String) {
    #expect(Slug.of(heading) == slug)
  }

  /// Beside a letter beyond ASCII the same characters go another way.
  @Test func `treats each ASCII character alike in all headings`() {
    for value in UInt8(0)..<0x80 {
      let text = "a\(Character(Unicode.Scalar(value)))"
      #expect(Slug.of(text) + "ß" == Slug.of(text + "ß"), "\(value)")
    }
  }
}
