import Testing

@testable import Interpreter

/// The most that a rule allows is allowed: amounts are rounded so that the ledger's own rounding accepts them.
struct WorldOperationsTests {
  @Test(arguments: [
    "market aave-v3-ethereum; swap 10 WETH to wstETH; market mode 1; deposit max wstETH; loop 3 with WETH",
    "market aave-v3-ethereum-emode; pool frictionless; deposit max; loop 10",
    "market aave-v3-ethereum-emode; deposit max; borrow 93%",
    "market aave-v3-ethereum; deposit 10 WETH; borrow 80.5% DAI; reinvest",
    "market aave-v3-ethereum; deposit 10 WETH; borrow max WBTC",
    "deposit 10 ETH; borrow max; withdraw max; withdraw max ETH",
    "deposit 3.3333 ETH; borrow 777.77 USDC; withdraw max",
    "swap max ETH to USDC; deposit 12345.678901 USDC; borrow max ETH; withdraw max USDC",
  ])
  func `the most that is allowed is allowed`(line: String) throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    // Where nothing is left to take, the second `max` says so.
    #expect(succeeded || output.contains("nothing may leave"), "\(output)")
  }

  /// A sale of less than the smallest unit of the debt is no further step.
  @Test func `unwinding stops at the leverage`() throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: "deposit 10 ETH; borrow 13200 USDC; unwind to 1.5x")
    #expect(succeeded, "\(output)")
    #expect(session.printed("abs(leverage - 1.5) < 0.000001") == "true")
  }
}
