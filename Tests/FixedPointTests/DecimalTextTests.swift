import FixedPoint
import TestSupport
import Testing

@Suite struct DecimalTextTests {
  @Test(arguments: [
    ("1800.5", 8, "180050000000"), ("0", 8, "0"), (".5", 1, "5"), ("5.", 0, "5"), ("1.2300", 2, "123"),
    ("000.10", 6, "100000"), ("0.000", 0, "0"), ("0", 200, "0"), ("-1", 8, "notANumber"), ("", 8, "notANumber"),
    (".", 8, "notANumber"), ("1.2.3", 8, "notANumber"), ("1e3", 8, "notANumber"), ("1,000", 8, "notANumber"),
    ("٣", 8, "notANumber"), ("0.001", 2, "tooManyDecimals(allowed: 2)"), ("1.5", 0, "tooManyDecimals(allowed: 0)"),
    ("1", 78, "overflow"), ("1.x", 0, "notANumber"),
    (
      "1157920892373161954235709850086879078532699846656405640394575840079131.29639935", 8,
      "115792089237316195423570985008687907853269984665640564039457584007913129639935"
    ),
    ("1157920892373161954235709850086879078532699846656405640394575840079131.29639936", 8, "overflow"),
    ("1000000000000000000000000000000000000000000000000000000000000000000000000000000", 0, "overflow"),
  ])
  func readsWithoutRounding(text: String, decimals: Int, expected: String) {
    #expect(read(text, decimals: decimals) == expected)
  }

  @Test(arguments: [
    (UInt256(180_050_000_000 as UInt64), 8, "1800.5"), (0, 8, "0"), (5, 1, "0.5"), (5, 0, "5"), (100, 2, "1"),
    (123, 5, "0.00123"), (1, 36, "0.000000000000000000000000000000000001"),
  ])
  func writesWithoutTrailingZeros(word: UInt256, decimals: Int, expected: String) {
    #expect(word.decimalText(decimals: decimals) == expected)
  }

  @Test func textAndBackIsTheSameWord() throws {
    var generator = SeededGenerator(seed: 4)
    let repeats = Comment(rawValue: generator.description)
    for _ in 0..<1_000 {
      let word = generator.word()
      let decimals = Int(generator.next() % 90)
      // 10^decimals above 2^256 is no unit of a word, but then the text has too many decimals to need one.
      #expect(try UInt256(decimal: word.decimalText(decimals: decimals), decimals: decimals) == word, repeats)
    }
  }

  @Test func aMegabyteOfDigitsIsAnswered() {
    #expect(read(String(repeating: "9", count: 1_000_000), decimals: 18) == "overflow")
    #expect(read("1." + String(repeating: "0", count: 1_000_000), decimals: 0) == "1")
  }

  private func read(_ text: String, decimals: Int) -> String {
    do { return try UInt256(decimal: text, decimals: decimals).description } catch { return "\(error)" }
  }
}
