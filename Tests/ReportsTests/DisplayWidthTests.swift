import Reports
import Testing

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
}
