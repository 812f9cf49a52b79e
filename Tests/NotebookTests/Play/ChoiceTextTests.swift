import Testing

@testable import Notebook

/// A choice named by what stands in it.
struct ChoiceTextTests {
  @Test(arguments: [
    ("-2.8%", 1), ("\u{2212}2.8%", 1), ("-2.8", 1), ("-2.80%", nil), ("2.8%", nil), ("7.5 percent", 2), ("By 7.5%", 2),
    ("by 7.5%.", 2), ("7", nil),
  ])
  func `a number is enough where each choice has one`(typed: String, place: Int?) {
    let choices = ["\u{2212}2.1%", "\u{2212}2.8%", "By 7.5%"].map { ChoiceText($0) }
    #expect(ChoiceText(typed).onlyMatch(in: choices) == place)
  }

  @Test(arguments: [
    ("$10,000.00", 0), ("$10,000", 0), ("10000", 0), ("16,000.00", 1), ("$16000 ", 1), ("$1,600", 2), ("$160", nil),
  ])
  func `dollars need no marks`(typed: String, place: Int?) {
    let choices = ["$10,000.00", "**$16,000**", "$1,600"].map { ChoiceText($0) }
    #expect(ChoiceText(typed).onlyMatch(in: choices) == place)
  }

  @Test(arguments: [("twice", 0), ("Twice.", 0), ("3", nil), ("After 3 years", 1), ("", nil)])
  func `words are compared as a whole`(typed: String, place: Int?) {
    let choices = ["Twice", "After *3* years, in 2 of 3 cases", "After 3 years"].map { ChoiceText($0) }
    #expect(ChoiceText(typed).onlyMatch(in: choices) == place.map { $0 == 1 ? 2 : $0 })
  }
}
