import FixedPoint
import Lending
import Markets
import Testing

@testable import Interpreter

/// Liquidations against numbers worked out by hand.
struct LiquidationTests {
  private func session(_ line: String) throws -> Session {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    try #require(succeeded, "\(output)")
    return session
  }

  @Test func `half of the debt just below 1`() throws {
    var session = try session("deposit 10 ETH; borrow 13200 USDC; price 1590")
    #expect(
      ["debt", "equity", "collateral(ETH)", "collateral"].map { session.printed($0) }
        == ["6600", "2370", "5.641509433962264152", "8970"])
    #expect(session.printed("hf").hasPrefix("1.12125"))
  }

  @Test func `everything below 0_95, and the rest is bad debt`() throws {
    var session = try session("deposit 10 ETH; borrow 13200 USDC; price 1380")
    #expect(["debt", "collateral", "equity", "hf"].map { session.printed($0) } == ["0", "0", "0", "infinity"])
    let deficit = try session.world.pool.reserve("USDC").deficit
    #expect(session.world.text(deficit, "USDC") == "57.14 USDC")
  }

  @Test func `keepers off leaves the position alone`() throws {
    var session = try session("keepers off; deposit 10 ETH; borrow 13200 USDC; price 1590")
    #expect(["debt", "hf"].map { session.printed($0) } == ["13200", "0.99375"])
    session.run("liquidate 1000 USDC") { _, _ in }
    #expect(["debt", "equity"].map { session.printed($0) } == ["12200", "2650"])
    session.run("keepers on") { _, _ in }
    #expect(session.printed("hf >= 1") == "true")
  }

  @Test func `debt and collateral may be the same asset`() throws {
    var session = try session(
      "deposit 1 ETH; swap 8 ETH to USDC; deposit 2000 USDC; keepers off; borrow 3000 USDC; price 1; liquidate")
    let before = try World(market: session.world.market)
    let total = { (world: World) in
      try world.wallets.total(of: "USDC") + world.pool.reserve("USDC").availableLiquidity
        + world.exchange.holdings(of: "USDC")
    }
    #expect(try total(session.world) == total(before))
    #expect(session.printed("collateral(USDC)") == "0")
  }

  @Test(arguments: [
    ("deposit 10 ETH; liquidate", "there is no debt, so there is nothing to liquidate"),
    ("deposit 10 ETH; borrow 10000 USDC; liquidate", "the health factor is 1.65: only below 1 may anyone liquidate"),
  ])
  func `a healthy position is refused`(line: String, expected: String) throws {
    var session = try ClassroomSession.make()
    var message = ""
    session.run(line) { outcome, _ in
      if case .failure(let error) = outcome.result { message = error.sentence }
    }
    #expect(message == expected)
  }
}
