import Testing

@testable import Interpreter

/// What the examples and the page do not reach.
struct SimulateTests {
  private static func session(isInterrupted: @escaping @Sendable () -> Bool = { false }, seed: UInt64 = 1) throws
    -> Session
  {
    let surroundings = Surroundings(seed: seed, isInterrupted: isInterrupted)
    var session = try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
    _ = session.output(of: "deposit 10 ETH; loop to 2x")
    return session
  }

  @Test(arguments: [
    ("simulate paths 0", "the number of paths has to be from 1 to 1,000,000"),
    ("simulate paths 1000001", "the number of paths has to be from 1 to 1,000,000"),
    ("simulate paths", "the number of paths is missing: try `simulate paths 10000`"),
    ("simulate seed", "the seed is missing: try `simulate seed 7`"), ("simulate seed -1", "a seed has to be from 0 to"),
    ("simulate vol 0%", "a volatility is above 0% and at most 1,000% a year"),
    ("simulate days 0", "the days are from 0.01 to 36,500, a hundred years"),
    ("simulate twice", "`twice` is more than `simulate` takes"),
    ("simulate paths 1000000 days 36500 hourly", "1,000,000 paths of 876,000 steps would take about 292 minutes"),
    ("reset; simulate", "there is no position: try `deposit 10 ETH`"),
  ])
  func `a run that makes no sense is refused with a sentence`(line: String, sentence: String) throws {
    var session = try Self.session()
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(output.contains("error: \(sentence)"), "\(output)")
  }

  @Test func `the seed is that of the session unless one is named`() throws {
    var first = try Self.session(seed: 7)
    var second = try Self.session()
    let line = "simulate paths 500 days 30"
    #expect(first.output(of: line).output == second.output(of: line + " seed 7").output)
    #expect(first.output(of: line).output != second.output(of: line).output)
  }

  @Test func `Ctrl-C stops a run and changes nothing`() throws {
    var session = try Self.session(isInterrupted: { true })
    let before = session.world
    #expect(session.output(of: "simulate") == ("error: stopped; nothing was changed\n", false))
    #expect(session.world == before)
  }

  @Test(arguments: [
    "simulate paths 1 days 0.01", "simulate paths 300 vol 1000% days 3650 mean 1000%",
    "simulate paths 300 vol 0.0001% drift -1000%",
    "reset; swap 10 ETH to USDC; deposit max USDC; borrow 3 ETH; simulate paths 300",
  ])
  func `the limits of what may be asked have answers`(line: String) throws {
    var session = try Self.session()
    let (output, succeeded) = session.output(of: line)
    #expect(succeeded, "\(output)")
    #expect(!output.contains("nan") && !output.contains("inf"), "\(output)")
  }
}
