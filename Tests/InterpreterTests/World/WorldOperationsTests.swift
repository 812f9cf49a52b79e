import TestSupport
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
    "market aave-v3-ethereum; keepers off; deposit 2.2 WETH; swap 7.12 WETH to USDC; deposit max USDC; wait 62 days; "
      + "price USDC 2000000; borrow 0.22 WBTC; borrow 72.3% USDC; wait 12 days; withdraw max USDC",
    "swap max ETH to USDC; deposit 12345.678901 USDC; borrow max ETH; withdraw max USDC",
  ])
  func `the most that is allowed is allowed`(line: String) throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    // Where nothing is left to take, the second `max` says so.
    #expect(succeeded || output.contains("nothing may leave"), "\(output)")
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `what may be withdrawn may be withdrawn at any price and after any time`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
      var session = try ClassroomSession.make()
      let line = """
        price \(number(1...4_000)).\(number(0...99_999_999)); price USDC \(number(0...2)).\(number(1...99_999_999)); \
        swap \(number(1...99))% ETH to USDC; deposit \(number(1...100))% ETH; deposit \(number(1...100))% USDC; \
        borrow \(number(1...79))% \(number(0...1) == 0 ? "ETH" : "USDC"); wait \(number(1...60)) days; \
        borrow \(number(1...79))% USDC; wait \(number(1...9_999)) seconds; price \(number(1...4_000)).\(number(0...99_999_999))
        """
      for command in line.split(separator: "; ") { _ = session.output(of: String(command)) }
      for symbol in ["USDC", "ETH"] {
        let output = session.output(of: "withdraw max \(symbol)").output
        #expect(!output.contains("would put the health factor"), "\(generator.description): \(line): \(output)")
      }
    }
  }

  /// A sale of less than the smallest unit of the debt is no further step.
  @Test func `unwinding stops at the leverage`() throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: "deposit 10 ETH; borrow 13200 USDC; unwind to 1.5x")
    #expect(succeeded, "\(output)")
    #expect(session.printed("abs(leverage - 1.5) < 0.000001") == "true")
  }
}
