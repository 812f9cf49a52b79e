import FixedPoint
import Testing

@testable import Notebook

/// What kind of number a question wants, how one is typed, and how it is shown.
struct AnswerKindTests {
  @Test(arguments: [
    ("Which share is gone? Answer with a percentage, such as `5%`.", 0.436, AnswerKind.share),
    ("What is the chance that the price *touches* $1,600? Answer with\na percentage.", 0.33, .share),
    ("In how many percent of all months would you be liquidated?", 0.33, .share),
    ("How many of them hold the price at the end of their week?", 18, .count),
    ("How many dollars' worth of ETH is deposited? Answer with a number of dollars.", 29_411.7, .dollars),
    ("At which price of ETH are you liquidated?", 969.7, .price),
    ("At which price is one USDC sold?", 0.97, .price),
    ("How many times as much does a dollar of repayment help?", 1.8181, .multiple),
    ("Which leverage has the highest week? Answer with a leverage, such as `1.5x`.", 2.955, .multiple),
    ("How much?", 0.331, .share), ("How much is it worth?", 400, .dollars),
    ("How much ETH do you sell?", 3, .count),
    ("You borrow 70 percent. How many dollars are at work?", 29_411, .dollars),
    ("The price falls by 20 percent. How many loops are left?", 3, .count), ("By how much, in percent?", 12, .share),
    ("How much USDC do you repay?", 300, .dollars),
    ("At which price? Answer with a number of dollars.", 1500, .price),
    ("What is the health factor?", 1.25, .count),
  ])
  func `a question says what it wants`(question: String, answer: Double, kind: AnswerKind) {
    #expect(AnswerKind(question: question, answer: answer) == kind)
  }

  @Test(arguments: LessonFile.all)
  func `the questions of the lessons say what they want`(file: LessonFile) throws {
    var player = try file.player()
    _ = player.start()
    for _ in 0..<400 where !player.isFinished {
      if case .ask(let index) = player.stage {
        let kind = try #require(player.kind(ofAsk: index))
        let id = player.document.asks[index].id
        switch id {
        case "a-hits": #expect(kind == .count)
        case "a-exposure": #expect(kind == .dollars)
        case "a-price": #expect(kind == .price)
        case "a-stronger", "a-mean": #expect(kind == .multiple)
        default: #expect(kind == .share, Comment(rawValue: id))
        }
      }
      _ = player.enter(Learner.rightLine(player))
    }
  }

  private static func typed(_ text: String) -> TypedNumber? {
    TypedNumber(text) { ["2 * 727": 1454, "20 * 90%": 18][$0] ?? Double($0.replacing(",", with: "")) }
  }

  @Test(arguments: [
    ("1600", 1600, TypedNumber.Unit.none), ("about $1,600", 1600, .dollars), ("~$1,450", 1450, .dollars),
    ("-$5", -5, .dollars), ("$41,000 USDC", 41_000, .dollars), ("1500 dollars", 1500, .dollars),
    ("20 %", 0.2, .percent),
    ("30 percent", 0.3, .percent), ("30percent", 0.3, .percent), ("1 in 4", 0.25, .part(1)), ("1in4", 0.25, .part(1)),
    ("3 out of 4", 0.75, .part(3)), ("18/20", 0.9, .part(18)), ("9 pct", 0.09, .percent),
    ("by 9%", 0.09, .percent), ("77% of it", 0.77, .percent), ("33%.", 0.33, .percent),
    ("1.82 times as much", 1.82, .multiple), ("1.82×", 1.82, .multiple), ("18.", 18, .none), ("2.94x", 2.94, .multiple),
    ("2.5 times", 2.5, .multiple), ("10 ETH", 10, .other),
    ("18 intervals", 18, .other), ("2 * 727", 1454, .none), ("20 * 90%", 18, .none),
  ])
  func `a number is read however it is typed`(text: String, value: Double, unit: TypedNumber.Unit) {
    #expect(Self.typed(text) == TypedNumber(value: value, unit: unit))
  }

  @Test(arguments: ["a third", "", "price 5", "1 in 0", "5 in 3", "$20%", "borrow 100 USDC"])
  func `what is no number is none`(text: String) {
    #expect(Self.typed(text) == nil)
  }

  @Test(arguments: [
    ("1,5", "1.5"), ("about 1,5x", "1.5x"), ("$29,41", "$29.41"), ("1,600", nil), ("1,600,000", nil),
    ("0,25 %", "0.25 %"),
  ])
  func `a decimal comma is noticed`(text: String, corrected: String?) {
    #expect(TypedNumber.withoutDecimalComma(text) == corrected)
  }

  @Test(arguments: [
    (AnswerKind.share, "90%", 0.33, 0.9 as Double?), (.share, "25", 0.33, 0.25), (.share, "0.25", 0.33, 0.25),
    (.share, "1814", 0.33, nil), (.share, "1814", 18, 18.14), (.share, "$400", 0.33, nil), (.share, "2x", 0.33, nil),
    (.share, "10 ETH", 0.33, nil), (.share, "400%", 0.33, 4), (.count, "90%", 18, nil), (.count, "$5", 18, nil),
    (.count, "18 intervals", 18, 18), (.dollars, "20%", 1500, nil), (.dollars, "2x", 1500, nil),
    (.dollars, "10 ETH", 1500, nil), (.dollars, "1500", 1500, 1500), (.multiple, "2.5", 3, 2.5),
    (.multiple, "3x", 3, 3),
    (.multiple, "$3", 3, nil), (.multiple, "250%", 3, nil),
  ])
  func `another kind is refused`(kind: AnswerKind, text: String, answer: Double, meaning: Double?) throws {
    #expect(kind.meaning(of: try #require(Self.typed(text)), answer: answer) == meaning)
  }

  @Test(arguments: [
    (AnswerKind.dollars, "29411.7", "$29,411.70"), (.dollars, "29.412", "$29.41"), (.dollars, "-5", "-$5.00"),
    (.dollars, "-0.00001", "$0.0000"),
    (.multiple, "2.9556", "2.96x"), (.share, "0.093", "9.30%"), (.share, "0.2", "20%"), (.count, "18", "18"),
    (.count, "17.5", "17.5"), (.count, "1.25", "1.25"), (.count, "1200", "1,200"),
  ])
  func `a number is shown as on every screen`(kind: AnswerKind, number: String, text: String) throws {
    #expect(kind.text(of: try #require(Rational(decimal: number))) == text)
  }

  @Test func `an example is not the answer`() {
    #expect(AnswerKind.share.request(besides: 0.43) == "Type a percentage, such as 20%")
    #expect(AnswerKind.share.request(besides: 0.21) == "Type a percentage, such as 35%")
    #expect(AnswerKind.price.request(besides: 1500) == "Type a price in dollars, such as 2500")
    #expect(AnswerKind.dollars.request(besides: 100) == "Type an amount in dollars, such as 1600")
    #expect(AnswerKind.count.request(besides: 18) == "Type a number, such as 12")
    #expect(AnswerKind.multiple.request(besides: 1.8) == "Type a multiple, such as 2.5x")
  }
}
