import Foundation
import Interpreter
import TestSupport
import Testing

@testable import Notebook

/// What a task still lacks, in the author's words or in those of the screens.
struct RequirementTests {
  private static func sentences(_ condition: String, _ commands: String) throws -> [String] {
    var session = try LessonFile.all[0].player().session
    session.run(commands) { _, _ in }
    return Requirement.unmet(condition, in: session).map(\.sentence)
  }

  @Test(arguments: [
    ("hf >= 1.265", "the health factor is 1.23 and has to be at least 1.27"),
    ("leverage >= 4 - 0.001", "the leverage is 3.00x and has to be at least 4.00x"),
    ("leverage < 3", "the leverage is 3.00x and has to be below 3.00x"),
    ("leverage > 3.0004", "the leverage is 3.0000x and has to be above 3.0004x"),
    ("buffer >= 36.2%", "the buffer is 19.1% and has to be at least 36.2%"),
    ("liquidation_price < 1400", "the liquidation price is $1,454.55 and has to be below $1,400.00"),
    ("price(ETH) == 2000", "the price of ETH is $1,800.00 and has to be $2,000.00"),
    ("wallet(ETH) >= 9.4", "the wallet holds 0 ETH and has to hold at least 9.4 ETH"),
    ("collateral(ETH) <= 2.5", "the collateral is 10 ETH and has to be at most 2.5 ETH"),
    ("debt == 0", "the debt is $12,000.00 and has to be $0.00"),
    ("equity >= 9900", "the equity is $6,000.00 and has to be at least $9,900.00"),
    ("borrow_rate(USDC) > 25%", "the borrow rate of USDC is 2.75% and has to be above 25.00%"),
    ("abs(equity - 10000) <= 100", "the equity is $6,000.00 and has to be within $100.00 of $10,000.00"),
    ("hf * (1 - 20%) >= 1", "`hf * (1 - 20%)` is 0.99 and has to be at least 1"),
    ("experiment_plan == 1", "no plan is written"),
    ("(debt > 0 and debt < 10) or debt == 0", "`(debt > 0 and debt < 10) or debt == 0` does not hold"),
    ("not (debt > 0)", "`not (debt > 0)` does not hold"),
  ])
  func `a comparison is said as the screens say it`(condition: String, sentence: String) throws {
    #expect(try Self.sentences(condition, "deposit 10 ETH; borrow 12000 USDC; price 1800") == [sentence])
  }

  @Test func `what has no debt has no finite health factor`() throws {
    #expect(
      try Self.sentences("hf <= 2 and price(ETH) == 2000", "deposit 1 ETH") == [
        "the health factor is ∞ and has to be at most 2.00"
      ])
  }

  @Test func `one round is played`() throws {
    let game = "experiment start; plan after-win 1x after-loss 1x; round 1x"
    #expect(try Self.sentences("experiment_rounds >= 40", game) == ["1 of 40 rounds is played"])
    #expect(try Self.sentences("experiment_rounds >= 40", game + "; round 1x") == ["2 of 40 rounds are played"])
  }

  @Test func `the author's words come instead of numbers`() throws {
    let page = PlayedLesson.sample.replacing(
      "<!-- lever:check hf >= 1.5 -->",
      with: """
        <!-- lever:check hf >= 1.5 -->
        <!-- lever:check missing="some of the collateral is gone" collateral(ETH) >= 10 -->
        """)
    let document = try Document(parsing: page, file: "lesson.md")
    #expect(document.tasks[0].conditions.map(\.missing) == [nil, "some of the collateral is gone"])
    #expect(document.tasks[0].conditions.map(\.expression) == ["hf >= 1.5", "collateral(ETH) >= 10"])
    // A guard may hold before the solution.
    #expect(try Checker().check(document).failures.filter { $0.kind == .rule }.isEmpty)
    var lesson = try PlayedLesson(page)
    _ = lesson.start() + lesson.enter("goto repair-it", "")
    #expect(
      lesson.enter("withdraw 1 ETH").hasSuffix(
        "1.11 and has to be at least 1.50.\nNot yet: some of the collateral is gone.\n"))
    #expect(lesson.enter("deposit 1 ETH; repay 2200 USDC").contains("Solved."))
  }

  @Test func `guards alone are no task`() throws {
    let page = PlayedLesson.sample.replacing(
      "lever:check hf >= 1.5", with: "lever:check missing=\"x\" collateral(ETH) >= 10")
    let failures = try Checker().check(try Document(parsing: page, file: "lesson.md")).failures
    #expect(failures.contains { $0.message.contains("is true before its solution") })
  }

  @Test func `in another market it is said that a task cannot be judged`() throws {
    let page = PlayedLesson.sample.replacing("check hf >= 1.5", with: "check price(ETH) == 1")
    let files = ScratchFiles()
    let market = try String(
      contentsOf: RecordedFile.root.appendingPathComponent("markets/classroom.market"), encoding: .utf8)
    try files.write(
      market.replacing("ETH", with: "WBTC").replacing("market: classroom", with: "market: other"), to: "other.market",
      replacing: false, isLasting: false)
    var lesson = try PlayedLesson(page, files: files)
    _ = lesson.start() + lesson.enter("goto repair-it", "")
    let text = lesson.enter("market other.market")
    #expect(
      text.hasSuffix("\nNot yet: you are in the market other; `reset` leads back to the lesson's.\n"),
      Comment(rawValue: text))
  }
}
