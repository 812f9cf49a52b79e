import Testing

@testable import Markets

struct NearestWordTests {
  @Test(arguments: [
    ("prise", "price"), ("PRICE", "price"), ("pirce", "price"), ("liquidation-treshold", "liquidation-threshold"),
    ("fe", "fee"), ("xyz", nil), ("", nil),
  ]) func `the nearest word`(word: String, expected: String?) {
    #expect(nearestWord(to: word, among: ["price", "fee", "liquidation-threshold", "liquidation-bonus"]) == expected)
  }

  @Test func `the first of equally near words wins`() {
    #expect(nearestWord(to: "bat", among: ["cat", "rat"]) == "cat")
    #expect(nearestWord(to: "a", among: []) == nil)
  }
}
