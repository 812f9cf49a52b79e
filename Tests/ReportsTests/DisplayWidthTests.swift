import Testing

@testable import Reports

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0),
    ("health factor", 13),
    ("$1,234.56 × 0.825", 17),
    ("───█▏", 5),
    ("e\u{301}", 1),
    ("日本", 4),
    ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("Ａ１", 4),
    ("🚀", 2),
    ("🇩🇪", 2),
    ("👩\u{200D}👧", 4),
    ("𠀀", 2),
    ("←↑→", 3),
  ])
  func cells(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  /// The scalars that need no look into a table are as wide as the tables say.
  @Test func dashesAndArrowsTakeOneCell() {
    for scalar in (0x2010...0x22FF).compactMap(Unicode.Scalar.init) where scalar.displayWidth == 1 {
      let isMark = [.nonspacingMark, .enclosingMark, .format].contains(scalar.properties.generalCategory)
      #expect(!isMark && !scalar.properties.isEmojiPresentation, "\(scalar.value)")
    }
  }
}
