import Testing

@testable import Terminal

struct SingleKeyTests {
  @Test(arguments: [
    ("q", SingleKey.leave), ("\u{3}", .leave), ("\u{4}", .leave), ("\u{1B}[D", .back), ("\u{1B}OD", .back),
    ("\u{7F}", .back), ("b", .back), ("\u{1B}[C", .forward), (" ", .forward), ("\r", .forward), ("ü", .forward),
  ])
  func `a key turns pages or leaves`(bytes: String, key: SingleKey) {
    #expect(SingleKey(Array(bytes.utf8)) == key)
  }
}
