import Markets
import Testing

@testable import Interpreter

/// What an error suggests can be typed as it stands, from the state in which the error came.
struct SuggestionTests {
  private static let cases: [(line: String, sentence: String)] = [
    ("borrow 70 %", "`%` stands directly behind its number: try `borrow 70%`"),
    ("loop 3x", "`to` is missing before a leverage: try `loop to 3x`"),
    ("loop 3x at 70%", "`to` is missing before a leverage: try `loop to 3x at 70%`"),
    ("unwind 1.5x", "`to` is missing before a leverage: try `unwind to 1.5x`"),
    ("unwind 1.5x floor 1.1", "`to` is missing before a leverage: try `unwind to 1.5x floor 1.1`"),
    ("flash to 2", "the leverage is a multiple: try `flash to 2x`"),
    ("flash to 200%", "the leverage is a multiple: try `flash to 2x`"),
    ("loop to (1 + 1)", "the leverage is a multiple: try `loop to (1 + 1)x`"),
    ("loop to n", "the leverage is a multiple: try `loop to (n)x`"),
    ("loop 3 at 70", "the share to borrow in each loop is a percentage: try `loop 3 at 70%`"),
    ("loop 3 at 0.7", "the share to borrow in each loop is a percentage: try `loop 3 at 70%`"),
    ("loop 3 at (70)", "the share to borrow in each loop is a percentage: try `loop 3 at (70)%`"),
    ("loop 3 at (70) with ETH", "the share to borrow in each loop is a percentage: try `loop 3 at (70)% with ETH`"),
    ("loop 3 at half", "the share to borrow in each loop is a percentage: try `loop 3 at (half * 100)%`"),
    ("borrow (70)", "(70) of what? An amount needs its unit: try `borrow (70) ETH` or `borrow (70) USDC`"),
    ("deposit $5000", "$5000 of what? An amount needs its unit: try `deposit 2.5 ETH` or `deposit $5000 USDC`"),
    ("swap 2", "2 of what? An amount needs its unit: try `swap 2 ETH to USDC` or `swap 2 USDC to ETH`"),
    ("borrow 70% 5", "the name of an asset is expected here: try `borrow 70% ETH` or `borrow 70% USDC`"),
    ("deposit $5000 ETH", "$5,000.00 is a value and ETH is counted in tokens: try `deposit 2.5 ETH`"),
    ("price -15", "a price is above zero; a move is a percentage: try `price -15%`"),
    ("price ETH +15", "a price is above zero; a move is a percentage: try `price ETH +15%`"),
    ("price -1500", "a price is above zero; a move is a percentage"),
    ("price 15%", "up or down by 15%? Try `price -15%` or `price +15%`"),
    ("price USDC 5%", "up or down by 5%? Try `price USDC -5%` or `price USDC +5%`"),
    ("price ETH", "the new price is missing: try `price ETH 1800` or `price ETH -10%`"),
    ("print price", "`price` needs the name of an asset; did you mean `price(ETH)`?"),
    ("print 2 * wallet", "`wallet` needs the name of an asset; did you mean `wallet(ETH)`?"),
    ("print ETH", "`ETH` is an asset, not a number; did you mean `price(ETH)` or `wallet(ETH)`?"),
    ("print prise", "unknown name `prise`; did you mean `price(ETH)`?"),
    ("sell 4 ETH", "`sell` is no command: try `help swap` or `help unwind`"),
    (
      "loop to 1,5x",
      "`1,5x` is not a number; write 1800, 1,800, $1,800 or 1.8k, or (10^3) to calculate: try `loop to 1.5x`"
    ),
    ("leverage", "`leverage` is a value, not a command: try `print leverage`"),
    ("HF", "`hf` is a value, not a command: try `print hf`"),
    ("debt", "`debt` is a value, not a command: try `print debt`"),
    ("wallet", "`wallet` is no command: try `position`"),
    ("balance", "`balance` is no command: try `position`"),
    ("what-if price -15", "a price is above zero; a move is a percentage: try `price -15%`"),
    ("price 1800, ladder", "`;` separates commands: try `price 1800; ladder`"),
    ("repay 10 USDC, borrow 70%, reinvest", "`;` separates commands: try `repay 10 USDC; borrow 70%; reinvest`"),
    ("borrow 70% , ladder", "`;` separates commands: try `borrow 70% ; ladder`"),
    ("repay max, ladder", "`;` separates commands: try `repay max; ladder`"),
    ("ladder, position", "`;` separates commands: try `ladder; position`"),
    ("print hf, ladder", "`;` separates commands: try `print hf; ladder`"),
  ]

  @Test(arguments: cases)
  func `a suggestion works when it is typed`(line: String, sentence: String) throws {
    var session = try ClassroomSession.make()
    session.run("let n = 2; let half = 0.5; deposit 8 ETH; loop 2 at 40%; borrow 5000 USDC") { _, _ in }
    var error: CommandError?
    session.run(line) { outcome, _ in
      if case .failure(let failure) = outcome.result { error = failure }
    }
    let failure = try #require(error)
    #expect(failure.sentence == sentence)
    for suggestion in failure.suggestions {
      var typed = suggestion
      if failure.isSpelling, let range = failure.range {
        var scalars = Array(line.unicodeScalars)
        scalars.replaceSubrange(range, with: suggestion.unicodeScalars)
        typed = String(String.UnicodeScalarView(scalars))
      }
      for command in CommandLineSplitter.commands(in: typed) {
        #expect(throws: Never.self, "\(typed)") { _ = try session.parse(command) }
        if command.text.hasPrefix("print") { #expect(session.output(of: command.text).succeeded) }
      }
    }
  }

  @Test func `a comma that is no separator is a mistake of its own`() throws {
    var session = try ClassroomSession.make()
    #expect(session.output(of: "deposit 1,80 ETH").output.contains("`1,80` is not a number"))
    #expect(session.output(of: "print 1, 2").output.contains("`,` is more than `print` takes"))
  }
}
