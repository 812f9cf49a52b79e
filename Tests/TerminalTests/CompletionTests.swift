import Testing

@testable import Terminal

@Suite struct CompletionTests {
  @Test(
    arguments: [
      ("bor", [], nil, .none),
      ("bor", ["borrow"], nil, .insert("borrow ")),
      ("bor", ["borrow"], " ", .insert("borrow")),
      ("bor", ["borrow"], "x", .insert("borrow ")),
      ("borrow", ["borrow"], nil, .insert("borrow ")),
      ("les", ["lessons/"], nil, .insert("lessons/")),
      ("pri", ["price("], nil, .insert("price(")),
      ("", [" "], nil, .insert(" ")),
      ("us", ["USDC"], nil, .insert("USDC ")),
      ("b", ["borrow", "borough"], nil, .insert("bor")),
      ("b", ["borrow", "branch"], nil, .list),
      ("us", ["USDC", "USDT"], nil, .insert("USD")),
      ("", ["a", "b"], nil, .list),
      ("e\u{301}", ["e\u{301}a", "e\u{301}b"], nil, .list),
      ("λ", ["λόγος", "λόγια"], nil, .insert("λόγ")),
    ] as [(String, [String], Unicode.Scalar?, Completion.Effect)])
  func effect(typed: String, candidates: [String], next: Unicode.Scalar?, expected: Completion.Effect) {
    let completion = Completion(
      prefixLength: typed.unicodeScalars.count, candidates: candidates.map { .init(text: $0) })
    #expect(completion.effect(before: next) == expected)
  }
}
