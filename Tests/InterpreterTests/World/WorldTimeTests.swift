import FixedPoint
import Lending
import Testing

@testable import Interpreter

/// Time that passes, and the rates that run with it.
struct WorldTimeTests {
  private static func session(_ lines: String...) throws -> Session {
    var session = try ClassroomSession.make()
    for line in lines {
      let outcome = session.output(of: line)
      #expect(outcome.succeeded, "\(line): \(outcome.output)")
    }
    return session
  }

  @Test func `a month is thirty days, one after the other`() throws {
    let month = try Self.session("deposit 10 ETH; loop to 3x; wait 30 days")
    var days = try Self.session("deposit 10 ETH; loop to 3x")
    for _ in 0..<30 { days.run("wait 24 hours") { _, _ in } }
    #expect(month.world == days.world)
    #expect(month.world.pool.time == 30 * 86_400)
  }

  @Test func `a day is what the ledger makes of it`() throws {
    let before = try Self.session("deposit 10 ETH; loop to 3x").world
    let after = try Self.session("deposit 10 ETH; loop to 3x; wait 1 day").world
    let reserve = try before.pool.reserve("USDC")
    let index = try Interest.normalizedDebt(
      index: reserve.variableBorrowIndex, rate: reserve.variableBorrowRate, seconds: 86_400)
    #expect(try after.pool.reserve("USDC").variableBorrowIndex == index)
    var pool = before.pool
    try pool.accrue(to: 86_400)
    #expect(after.pool == pool)
  }

  @Test func `it stops at the first second`() throws {
    var session = try Self.session("keepers off; rate USDC 25.5%; deposit 10 ETH; loop to 4.5x; wait until hf < 1.05")
    let time = session.world.pool.time
    #expect(session.printed("hf < 1.05") == "true")
    #expect(time % 86_400 != 0)
    var earlier = try Self.session("keepers off; rate USDC 25.5%; deposit 10 ETH; loop to 4.5x")
    // The day before is waited as a whole, as it was then.
    earlier.run("wait \(time / 86_400) days; wait \(time % 86_400 - 1) seconds") { _, _ in }
    #expect(earlier.world.pool.time == time - 1)
    #expect(earlier.printed("hf < 1.05") == "false")
  }

  @Test func `keepers do not wait for the end`() throws {
    var session = try Self.session("rate USDC 25.5%; deposit 10 ETH; loop to 4.5x")
    let output = session.output(of: "wait 200 days").output
    #expect(output.contains("\nOn day 89:\nLiquidated at health factor 0.99"))
    #expect(session.printed("hf > 1") == "true")
  }

  @Test func `the time to liquidation is that of the ledger`() throws {
    var session = try Self.session(
      "keepers off; rate ETH supply 2%; rate USDC 25.5%; deposit 10 ETH; loop to 4.5x")
    #expect(session.output(of: "carry").output.contains("after 91 days"))
    session.run("wait until hf < 1") { _, _ in }
    #expect(session.world.pool.time / 86_400 == 91)
  }

  @Test(arguments: [
    "wait 3 days", "wait until day > 2", "rate USDC 5%", "rate ETH supply 2%", "utilization USDC 95%",
    "utilization USDC 20%",
  ])
  func `it can be undone`(line: String) throws {
    var session = try Self.session("deposit 10 ETH; loop 2 at 70%")
    let before = session.world
    session.run(line) { _, _ in }
    #expect(session.world != before)
    session.run("undo") { _, _ in }
    #expect(session.world == before)
  }

  @Test(arguments: [
    ("utilization USDC 90%", "0.9 0.055 0.04455"), ("utilization USDC 95%", "0.95 0.255 0.218025"),
    ("utilization USDC 100%", "1 0.455 0.4095"), ("utilization USDC 0%", "0 0 0"),
    ("rate USDC 5%", "0.45 0.05 0.02025"), ("rate USDC supply 3%", "0.45 0.0275 0.03"),
    ("rate USDC 5%; rate USDC supply 3%; rate USDC curve", "0.45 0.0275 0.0111375"),
    ("rate USDC supply 3%; rate USDC 5%", "0.45 0.05 0.03"), ("rate USDC 0%", "0.45 0 0"),
  ])
  func `utilization and rates`(line: String, expected: String) throws {
    var session = try Self.session(line)
    let names = ["utilization(USDC)", "borrow_rate(USDC)", "supply_rate(USDC)"]
    #expect(names.map { session.printed($0) }.joined(separator: " ") == expected)
  }

  @Test func `one's own loan moves the rate of a small market`() throws {
    var session = try Self.session("utilization USDC 90%; deposit 10 ETH")
    #expect(session.printed("borrow_rate(USDC)") == "0.055")
    session.run("borrow 10000 USDC") { _, _ in }
    // Ten thousand of a thousand million: a hundred-thousandth of the way, on the steep side of the kink.
    #expect(session.printed("borrow_rate(USDC)") == "0.05504")
  }

  @Test func `others repay no more than they owe`() throws {
    var session = try Self.session("deposit 10 ETH; borrow 10000 USDC")
    #expect(
      session.output(of: "utilization USDC 0%").output
        == "error: others can repay 450,000,000.00 USDC at most, and utilization is then 0.1%\n")
  }
}
