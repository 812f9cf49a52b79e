import Testing

@testable import Notebook

/// The comparison of texts byte by byte.
struct StringBytesTests {
  @Test(arguments: [
    ("", "", true),
    ("10 ETH", "10 ETH", true),
    ("$0.00 → $20,000.00, no longer a short text", "$0.00 → $20,000.00, no longer a short text", true),
    ("10 ETH", "11 ETH", false),
    ("10 ETH", "10 ETH.", false),
    // Equal by Unicode, as many bytes each, and not the same ones.
    ("a\u{301}\u{327}", "a\u{327}\u{301}", false),
    ("\u{F900}", "\u{8C48}", false),
  ])
  func `is equal where every byte is`(left: String, right: String, areSame: Bool) {
    #expect(left.hasSameBytes(as: right) == areSame)
    #expect(right.hasSameBytes(as: left) == areSame)
  }
}
