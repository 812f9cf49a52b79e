import FixedPoint
import Lending
import Markets
import Testing

@testable import Interpreter

/// What everything has cost, against what is missing in the end.
struct CostsTests {
  private func session(_ line: String) throws -> Session {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    try #require(succeeded, "\(output)")
    return session
  }

  /// Wallet and position in dollars at the market price.
  private func wealth(_ world: World) throws -> Rational {
    try world.market.assets.reduce(Rational.zero) { sum, asset in
      let symbol = asset.asset.symbol
      let owned =
        try world.wallets[World.learner, symbol] + world.pool.supplyBalance(of: symbol, account: World.learner)
      let owed = world.pool.debtBalance(of: symbol, account: World.learner)
      return try sum + world.marketValue(of: owned, symbol) - world.marketValue(of: owed, symbol)
    }
  }

  @Test(arguments: [
    "pool 300 ETH fee 0.3%; deposit 10 ETH; loop 3 at 70%",
    "pool 300 ETH fee 0.3%; deposit 10 ETH; loop to 2.5x; unwind; withdraw max",
    "deposit 10 ETH; flash to 3x; flash to 1x; withdraw max", "deposit 10 ETH; loop to 3x; wait 400 days",
    "rate USDC 50%; deposit 10 ETH; loop to 4x; wait 500 days",
    "pool 1000 ETH; swap 5 ETH to USDC; swap max USDC to ETH",
  ])
  func `at standing prices the costs are what is missing`(line: String) throws {
    var session = try session(line)
    #expect(session.printed("costs") == session.world.costs.total.decimalText(places: 18))
    let missing = try 20_000 - wealth(session.world)
    #expect(abs(try (missing - session.world.costs.total).doubleValue) < 0.01, "\(session.world.costs)")
    #expect(missing > 0)
  }

  @Test func `a flash loan for a debt of 13,200`() throws {
    let session = try session("gas off; deposit 10 ETH; borrow 13200 USDC; flash to 1x")
    #expect(session.world.costs[.flashLoanFees].fixedText(places: 2) == "6.60")
    #expect(session.world.costs[.gas] == 0)
  }

  @Test func `another fee of flash loans`() throws {
    var session = try session("flash fee 0.09%; deposit 10 ETH; borrow 13200 USDC; flash to 1x")
    #expect(session.printed("costs") == "11.88")
    #expect(session.output(of: "market").output.contains("flash loan  fee 0.09%"))
    #expect(session.output(of: "reset; deposit 10 ETH; borrow 13200 USDC; flash fee 0%; flash to 1x").succeeded)
    #expect(session.printed("costs") == "0")
    for (line, sentence) in [
      ("flash fee", "the fee is missing: try `flash fee 0.3%`"),
      ("flash fee 1", "the fee is a percentage: try `flash fee 1%`"),
      ("flash fee 100%", "the fee is below 100% and a whole number of hundredths of a percent"),
    ] {
      #expect(session.output(of: line).output.hasPrefix("error: \(sentence)\n"), "\(line)")
    }
  }

  @Test func `the penalty of a liquidation`() throws {
    let session = try session("deposit 10 ETH; borrow 13200 USDC; price 1590")
    #expect(session.world.costs[.liquidationPenalties] == 330)
    #expect(session.world.costs.total == 330)
  }

  @Test func `history ends with what it cost`() throws {
    var session = try session("gas $5; pool 300 ETH fee 0.3%; deposit 10 ETH; flash to 2x; wait 90 days")
    let output = session.output(of: "history").output
    #expect(
      output.hasSuffix(
        """

        Costs since the market was loaded
        gas              $10.00    2 transactions
        swap fees        $57.97
        price impact     $599.35
        flash loan fees  $9.66
        interest paid    $131.79
        interest earned  -$106.72  an income
        together         $702.05

        """), "\(output)")
  }

  @Test func `what is free costs nothing, and a reset forgets`() throws {
    var free = try session("deposit 10 ETH; loop 3 at 70%; price 1900")
    #expect(!free.output(of: "history").output.contains("cost"))
    var reset = try session("gas $5; deposit 10 ETH; reset")
    #expect(!reset.output(of: "history").output.contains("Costs since"))
    #expect(reset.world.gasPrice == 0)
  }
}
