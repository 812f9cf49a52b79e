import FixedPoint
import Testing

@testable import Interpreter

struct GasCommandTests {
  @Test(arguments: [
    ("deposit 10 ETH", 1), ("deposit 10 ETH; borrow 50%", 2), ("deposit 10 ETH; borrow 50%; reinvest", 4),
    ("deposit 10 ETH; loop 3 at 70%", 10), ("deposit 10 ETH; flash to 2.5x", 2), ("swap 1 ETH to USDC", 1),
    ("deposit 10 ETH; borrow 50%; repay max", 3), ("deposit 10 ETH; withdraw 1 ETH", 2),
    ("deposit 10 ETH; borrow 13200 USDC; swap max USDC to ETH; unwind", 15),
    ("deposit 10 ETH; loop to 2x; stop -10%; price -20%", 8), ("price 1900; pool 100 ETH; wait 30 days; let x = 1", 0),
    ("deposit 10 ETH; borrow 90%", 1), ("what if deposit 10 ETH", 0), ("deposit 10 ETH; undo", 0),
  ])
  func `how many transactions a line sends`(line: String, count: Int) throws {
    var session = try ClassroomSession.make()
    session.run("gas $5") { _, _ in }
    session.run(line) { _, _ in }
    #expect(session.world.costs.transactions == count)
    #expect(session.world.costs[.gas].doubleValue == 5 * Double(count))
  }

  @Test func `gas is shown with each action and takes no token`() throws {
    var paid = try ClassroomSession.make()
    var free = try ClassroomSession.make()
    let line = "deposit 10 ETH; loop 3 at 70%"
    #expect(free.output(of: line).output.contains("gas") == false)
    let output = paid.output(of: "gas $5; \(line)").output
    #expect(output.contains("gas       $5.00               one transaction\n"), "\(output)")
    #expect(output.contains("gas            $45.00                   9 transactions\n"), "\(output)")
    #expect(paid.world.position == free.world.position && paid.world.wallets == free.world.wallets)
    #expect(
      paid.output(of: "gas").output == "A transaction costs $5.00 of gas. So far 10 transactions cost $50.00.\n")
  }

  @Test func `what was free is not counted among what was paid`() throws {
    var session = try ClassroomSession.make()
    let output = session.output(of: "deposit 10 ETH; loop 3 at 70%; gas $5; flash to 1x; history").output
    #expect(output.contains("\ngas              $5.00   one transaction\n"), "\(output)")
  }

  @Test(arguments: [
    ("gas 20 gwei", "gas is counted in dollars"), ("gas -1", "gas costs $0.00 or more"),
    ("gas 5%", "gas is dollars for a transaction: try `gas $5`"),
    ("gas x", "gas is dollars for a transaction: try `gas $5` or `gas off`"),
    ("gas 1000001", "gas is at most $1,000,000.00 for a transaction"),
    ("gas 0.000000001", "gas has at most 8 decimals"),
  ])
  func `what is no price of gas`(line: String, sentence: String) throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(output.hasPrefix("error: \(sentence)"), "\(output)")
  }
}
