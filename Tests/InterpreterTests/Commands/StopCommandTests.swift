import FixedPoint
import Lending
import Markets
import TestSupport
import Testing

@testable import Interpreter

/// Stop orders: the three prices of lesson 6 to the cent, reverts, keepers, shorts and the way back.
struct StopCommandTests {
  /// Three times long with 15 ETH and $20,000 of debt, and a pool that holds 300 ETH at $1,560.
  private func longPosition(_ line: String = "") throws -> Session {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(
      of: "keepers off; deposit 5 ETH; loop to 3x; price 1560; pool 300 ETH; price 2000; \(line)")
    try #require(succeeded, "\(output)")
    return session
  }

  @Test func `trigger, next trade and execution are three prices`() throws {
    var session = try longPosition("stop 1700")
    let (output, _) = session.output(of: "price 1560")
    #expect(
      output.contains(
        """
        The stop at $1,700.00 was triggered: ETH trades at $1,560.00.
        Sold 15 ETH for 22,285.71 USDC and repaid 20,000.00 USDC, in one transaction.

                                   against                 against      since
                       ETH at  the trigger     equity  the trigger  the order
        ─────────────────────────────────────────────────────────────────────
        trigger     $1,700.00               $5,500.00                  -45.0%
        next trade  $1,560.00        -8.2%  $3,400.00       -38.2%     -66.0%
        execution   $1,485.71       -12.6%  $2,285.71       -58.4%     -77.1%

        """))
    #expect(session.world.position.isEmpty)
    #expect(session.world.stop == nil)
    #expect(session.world.unspentLoans.isEmpty)
    #expect(session.printed("wallet(USDC)").hasPrefix("2285.71"))
  }

  @Test func `a limit reverts the sale, and the position stays`() throws {
    var session = try longPosition("stop 1700 slippage 1%; gas $5")
    let before = session.world.balances
    let (output, succeeded) = session.output(of: "price 1560")
    #expect(succeeded)
    #expect(
      output.contains(
        """
        The position is still open: the slippage limit of 1% reverts the trade: 15 ETH
        should bring 23,400.00 USDC at the price before it, at least 23,166.00 USDC, and
        would bring 22,285.71 USDC, 4.8% less.
        """))
    #expect(output.contains("gas            $5.00                    one transaction\n"))
    #expect(session.world.balances == before)
    #expect(session.world.stop != nil)
    // What has nothing to do with it does not send it again; a deeper pool does.
    #expect(!session.output(of: "let x = 1").output.contains("The stop"))
    #expect(session.output(of: "pool 3000 ETH").output.contains("Sold 15 ETH for"))
    #expect(session.world.position.isEmpty)
    #expect(session.world.costs[.gas] == 10)
    session.run("undo 3") { _, _ in }
    #expect(session.world.stop != nil && session.world.balances == before && session.world.costs[.gas] == 0)
  }

  @Test func `keepers act first`() throws {
    var session = try longPosition("keepers on; stop 1700")
    let output = session.output(of: "price 1560").output
    let parts = output.split(separator: "penalty  $500.00")
    #expect(parts.count == 2 && parts[1].contains("Sold 8.269231 ETH"), "\(output)")
    #expect(session.world.position.isEmpty)
  }

  @Test func `above the level nothing is sent, and at it the order is`() throws {
    var session = try longPosition("stop 1700")
    #expect(!session.output(of: "price 1700.01").output.contains("The stop"))
    #expect(session.output(of: "price 1700").output.contains("The stop at $1,700.00 was triggered"))
  }

  @Test func `a short is closed above the price, and keeps what buys nothing back`() throws {
    var session = try ClassroomSession.make()
    session.run("swap 10 ETH to USDC; deposit max USDC; loop 2 at 60%; stop +20%; pool 100 ETH") { _, _ in }
    let output = session.output(of: "price +30%").output
    #expect(output.contains("Sold 28,027.84 USDC for 9.6 ETH and repaid 9.6 ETH, in one transaction.\n"))
    #expect(output.contains("execution   $2,919.57       +21.6%  $11,172.16       -30.9%     -44.1%\n"))
    #expect(session.printed("debt(ETH)") == "0")
    #expect(session.printed("wallet(USDC)").hasPrefix("11172.16"))
  }

  @Test func `a debt that the sale cannot repay leaves the position open`() throws {
    var session = try longPosition("stop 1700")
    let before = session.world.balances
    let output = session.output(of: "price 1000").output
    #expect(output.contains("The position is still open: the sale brings "), "\(output)")
    #expect(session.world.balances == before)
  }

  @Test func `an order ends with the debt`() throws {
    var session = try longPosition("stop 1700")
    #expect(
      session.output(of: "flash to 1x").output.contains("The stop at $1,700.00 is gone: nothing is owed any more."))
    #expect(session.world.stop == nil)
  }

  @Test(arguments: [
    ("stop 1700", "nothing is owed, so no price forces a sale: try `deposit 10 ETH`"),
    ("deposit 5 ETH; stop -10%", "nothing is owed, so no price forces a sale: try `borrow 70%`"),
    (
      "deposit 5 ETH; borrow 50%; stop 2000",
      "ETH trades at $2,000.00, and the stop of this position has to lie below that: try `stop -15%`"
    ),
    ("deposit 5 ETH; borrow 50%; stop off", "there is no stop order to take back"),
    (
      "deposit 5 ETH; borrow 50%; deposit 100 USDC; stop -15%",
      "a stop closes a position of one collateral and one debt, and this one has more"
    ),
    ("stop -100%", "a price falls by less than 100%"), ("stop 0", "a price is above zero, at most a trillion dollars"),
    ("stop 10%", "a stop is at a price in dollars or a signed percentage: try `stop 1700` or `stop -15%`"),
    ("stop soon", "a stop is at a price in dollars or a signed percentage: try `stop 1700` or `stop -15%`"),
  ])
  func `what cannot be ordered`(line: String, sentence: String) throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(output.contains("error: \(sentence)"), "\(output)")
    #expect(session.world.stop == nil)
  }

  @Test func `both sides of a staked pair move together`() throws {
    var session = try ClassroomSession.make(market: "aave-v3-ethereum-emode")
    session.run("deposit 10 wstETH; borrow 80%") { _, _ in }
    #expect(session.output(of: "stop -10%").output.hasPrefix("error: both sides of this position move together"))
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `no stop creates or destroys a token`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let fresh = try ClassroomSession.make().world
    for _ in 0..<20 {
      let (depth, level, fall) = (
        Int.random(in: 20...5_000, using: &generator), Int.random(in: 1...20, using: &generator),
        Int.random(in: 1...60, using: &generator)
      )
      let line = "deposit 5 ETH; loop to 2.\(seed)x; pool \(depth) ETH fee 0.3%; stop -\(level)%; price -\(fall)%"
      var session = try ClassroomSession.make()
      _ = session.output(of: line)
      for symbol in ["ETH", "USDC"] as [Symbol] {
        let total = { (world: World) in
          try world.wallets.total(of: symbol) + world.pool.reserve(symbol).availableLiquidity
            + world.exchange.holdings(of: symbol)
        }
        #expect(try total(session.world) == total(fresh), "\(generator.description): \(line)")
      }
    }
  }
}
