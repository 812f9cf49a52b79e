import FixedPoint
import Lending
import Reports
import Testing

@testable import Interpreter

/// Loops against the numbers of the course and against the geometric series.
struct LoopTests {
  @Test func `five loops at 70 percent`() throws {
    var session = try ClassroomSession.make()
    session.run("deposit 10 ETH; loop 5 at 70%") { _, _ in }
    #expect(
      ["exposure", "debt", "leverage", "equity"].map { session.printed($0) } == [
        "58823.4", "38823.4", "2.94117", "20000",
      ])
    #expect(session.printed("hf").hasPrefix("1.25000141"))
    let exposures = session.world.ladder.rungs.map { Display.dollars(session.world.position(of: $0.balances).exposure) }
    #expect(exposures == ["$20,000.00", "$34,000.00", "$43,800.00", "$50,660.00", "$55,462.00", "$58,823.40"])
    #expect(session.output(of: "ladder").output.contains("$66,666.67"))
  }

  @Test(arguments: [
    ("deposit 10 ETH; borrow 70%; loop to 3x; print leverage; print debt", "3\n40000\n"),
    ("deposit 10 ETH; borrow 70%; loop 2; print leverage; print debt", "2.19\n23800\n"),
  ])
  func `what was borrowed before goes into the first loop`(line: String, expected: String) throws {
    var session = try ClassroomSession.make()
    #expect(session.output(of: line).output.hasSuffix(expected))
  }

  @Test(arguments: ["aave-v3-ethereum", "aave-v3-ethereum-emode", "classroom"], [1, 2, 3, 5, 10])
  func `at the maximum LTV loops follow the geometric series`(market: String, loops: Int) throws {
    var session = try ClassroomSession.make(market: market)
    let (output, succeeded) = session.output(of: "pool frictionless; deposit max; loop \(loops)")
    try #require(succeeded, "\(output)")
    let position = session.world.position
    let limits = session.world.riskLimits(of: session.world.mainCollateral)
    let state = try LoopState(
      equity: position.equity.doubleValue, ltv: Double(limits.maxLTV.raw.low) / 10_000,
      liquidationThreshold: Double(limits.liquidationThreshold.raw.low) / 10_000, loops: loops)
    let pairs = [
      (position.exposure.doubleValue, state.exposure), (position.debt.doubleValue, state.debt),
      (position.leverage.doubleValue ?? 0, state.leverage),
      (position.healthFactor.doubleValue ?? 0, state.healthFactor),
      (position.buffer.doubleValue, state.dropToLiquidation),
    ]
    for (actual, expected) in pairs {
      #expect(abs(actual - expected) <= 5e-7 * abs(expected), "\(actual) and \(expected)")
    }
  }

  @Test(arguments: ["classroom", "aave-v3-ethereum", "aave-v3-ethereum-emode"], ["1.5", "2", "2.75", "4"])
  func `loops and flash loans stop at the leverage`(market: String, multiple: String) throws {
    for command in ["loop", "flash"] {
      var session = try ClassroomSession.make(market: market)
      let (output, succeeded) = session.output(of: "deposit max; \(command) to \(multiple)x")
      try #require(succeeded, "\(output)")
      let leverage = try #require(session.world.position.leverage.doubleValue)
      let wanted = try #require(Double(multiple))
      #expect(abs(leverage - wanted) < 0.0001, "\(command)")
    }
  }

  /// Half of the collateral is LINK, whose maximum LTV is 0%: what is bought raises the average; and the other way round.
  @Test(arguments: [
    "swap 5 WETH to LINK; deposit max LINK; deposit max WETH; loop 4",
    "swap 5 WETH to USDC; deposit max WETH; deposit 9000 USDC; loop 3 with DAI",
    "swap 6 WETH to WBTC; deposit max WETH; deposit max WBTC; loop 5; loop 2 with WETH",
  ])
  func `loops of several collaterals stay within the average limit`(line: String) throws {
    var session = try ClassroomSession.make(market: "aave-v3-ethereum")
    let (output, succeeded) = session.output(of: "pool frictionless; \(line)")
    #expect(succeeded, "\(output)")
    #expect(session.printed("leverage > 1.5") == "true")
  }

  @Test func `a short loop is the mirror of a long one`() throws {
    var session = try ClassroomSession.make()
    session.run("swap max ETH to USDC; deposit 10000 USDC; loop 3 at 50%") { _, _ in }
    #expect(
      ["exposure", "debt", "debt(ETH)", "leverage"].map { session.printed($0) } == ["18750", "8750", "4.375", "1.875"])
  }

  @Test func `a thousand loops end where nothing more can be borrowed`() throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: "deposit 10 ETH; loop 1000")
    #expect(succeeded, "\(output)")
    #expect(session.printed("leverage <= 5 and leverage > 4.999999") == "true")
  }

  @Test func `a pool costs what its formula says`() throws {
    var session = try ClassroomSession.make()
    // 10 ETH into 200 ETH and 400,000 USDC: 400,000 × 10 ÷ 210.
    session.run("pool 200 ETH; swap 10 ETH to USDC") { _, _ in }
    #expect(session.printed("wallet(USDC)") == "19047.619047")
    session.run("undo; pool 200 ETH fee 0.3%; swap 10 ETH to USDC") { _, _ in }
    // With the fee 9.97 ETH arrive: 400,000 × 9.97 ÷ 209.97.
    #expect(session.printed("wallet(USDC)") == "18993.189503")
  }
}
