import Testing

@testable import Interpreter

/// Limits that revert trades, against figures worked out by hand.
struct SlippageCommandTests {
  @Test(arguments: [
    ("slippage 1%; ", "", "swap 1.0101 ETH to USDC"), ("", " slippage 1%", "swap 1.0101 ETH to USDC slippage 1%"),
  ])
  func `a swap beyond the limit is refused with what would work`(
    setting: String, own: String, smaller: String
  ) throws {
    var session = try ClassroomSession.make()
    session.run("\(setting)pool 100 ETH") { _, _ in }
    let before = session.world
    let (output, succeeded) = session.output(of: "swap 5 ETH to USDC\(own)")
    #expect(!succeeded)
    #expect(session.world == before)
    #expect(
      output == """
        error: the slippage limit of 1% reverts the trade: 5 ETH should bring 10,000.00 USDC at the price before it, \
        at least 9,900.00 USDC, and would bring 9,523.81 USDC, 4.8% less: try `\(smaller)` or \
        `swap 5 ETH to USDC slippage 4.8%`

        """)
    for suggestion in [smaller, "swap 5 ETH to USDC slippage 4.8%"] {
      var copy = session
      #expect(copy.output(of: suggestion).succeeded, "\(suggestion)")
    }
  }

  @Test(arguments: [
    "swap 5 ETH to USDC", "swap max ETH to USDC", "deposit 5 ETH; loop 3 at 70%", "deposit 5 ETH; loop to 3x",
    "deposit 5 ETH; borrow 60%; reinvest", "deposit 5 ETH; borrow 60%; reinvest 50% USDC",
    "deposit 10 ETH; flash to 2x",
    "deposit 5 ETH; borrow 60%; unwind", "deposit 5 ETH; borrow 60%; unwind to 1.5x floor 1.2",
    "deposit 5 ETH; borrow 60%; flash to 1x", "deposit 5 ETH; loop to 2.5x at 75% with USDC",
  ])
  func `each kind of trade keeps the limit, and each suggestion works`(line: String) throws {
    let commands = line.split(separator: "; ").map(String.init)
    let (trade, preparation) = (commands[commands.count - 1], commands.dropLast().joined(separator: "; "))
    for (setting, own) in [("slippage 0.5%", ""), ("slippage off", " slippage 0.5%")] {
      var session = try ClassroomSession.make()
      session.run("pool 100 ETH fee 0.05%; \(preparation); \(setting)") { _, _ in }
      let before = session.world
      var failure: CommandError?
      session.run(trade + own) { outcome, _ in if case .failure(let error) = outcome.result { failure = error } }
      let error = try #require(failure, "\(line)")
      #expect(error.message.hasPrefix("the slippage limit of 0.5% reverts the trade: "), "\(error.sentence)")
      #expect(session.world == before)
      #expect(!error.suggestions.isEmpty)
      for suggestion in error.suggestions {
        var copy = session
        #expect(copy.output(of: suggestion).succeeded, "\(suggestion)")
        #expect(copy.world.slippageLimit == before.slippageLimit, "a command's own limit is not kept")
      }
    }
  }

  @Test func `where the fee alone is above the limit no smaller amount is suggested`() throws {
    var session = try ClassroomSession.make()
    session.run("pool 100 ETH fee 2%") { _, _ in }
    let output = session.output(of: "swap 3 ETH to USDC slippage 1%").output
    #expect(output.hasSuffix("4.8% less: try `swap 3 ETH to USDC slippage 4.8%`\n"))
  }

  @Test func `within the limit, and at the market price, nothing changes`() throws {
    var limited = try ClassroomSession.make()
    var free = try ClassroomSession.make()
    let line = "deposit 5 ETH; loop 3 at 70%; pool 10000 ETH; swap 1 ETH to USDC; unwind"
    #expect(limited.output(of: "slippage 5%; \(line); slippage off").succeeded)
    #expect(free.output(of: line).succeeded)
    #expect(limited.world == free.world)
  }

  @Test(arguments: [
    ("slippage 100%", "a limit of 100% limits nothing: try `slippage off`"),
    ("slippage 0%", "the slippage limit has to be above 0% and at most 100%, not 0%"),
    ("slippage 0.00009%", "the slippage limit has to be at least 0.0001%"),
    ("slippage 5", "the slippage limit is a percentage: try `slippage 5%`"),
    ("slippage -1%", "the slippage limit has to be above 0%"),
    ("swap 1 ETH to USDC slippage", "the slippage limit is missing: try `swap 1 ETH to USDC slippage 1%`"),
    ("ladder 3 slippage 1%", "`slippage` is none of `at`, `with`"),
  ])
  func `what is no limit`(line: String, sentence: String) throws {
    var session = try ClassroomSession.make()
    let output = session.output(of: line).output
    #expect(output.hasPrefix("error: \(sentence)\n"), "\(output)")
  }
}
