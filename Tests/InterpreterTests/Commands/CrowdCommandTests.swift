import FixedPoint
import Lending
import Markets
import Simulation
import Testing

@testable import Interpreter

/// What the examples and the pages do not reach.
struct CrowdCommandTests {
  @Test(arguments: [
    ("crowd", "there is no crowd: try `crowd 1000` or `crowd add 40 ETH at 1900`"),
    ("crowd show", "there is no crowd"), ("crowd off", "there is no crowd"),
    ("crowd 0", "the number of borrowers has to be from 1 to 10,000,000"),
    ("crowd -5", "the number of borrowers has to be from 1 to 10,000,000"),
    ("crowd 10000001", "the number of borrowers has to be from 1 to 10,000,000"),
    ("crowd 1.5", "the number of borrowers has to be a whole number"),
    ("crowd 10 20", "`number` is said twice"), ("crowd calm looped", "`kind` is said twice"),
    ("crowd lopped", "`lopped` is none of"), ("crowd 1000 leverage 1x", "a leverage of 1x is no debt at all"),
    ("crowd 1000 leverage 3", "the leverage is a multiple: try `crowd 1000 leverage 3x`"),
    ("crowd 1000 leverage 6x", "with a liquidation threshold of 82.5% nobody can have a leverage of 6x"),
    ("crowd 1000 spread 11", "the spread is a number from 0 to 10"),
    ("crowd 1000 sizes -1", "the deviation of sizes is a number from 0 to 10"),
    ("crowd 1000 holding", "an amount is missing"), ("crowd 1000 holding 5%", "what a borrower holds is an amount"),
    ("crowd 1000 holding 1000000000000 ETH", "a crowd holds at most 1,000,000,000 ETH"),
    ("crowd 1000 holding 0 ETH", "an amount has to be above zero"),
    ("crowd 1000 seed", "the seed is missing"), ("crowd add", "an amount is missing"),
    ("crowd add 40 ETH", "`at` and the liquidation price are missing: try `crowd add 40 ETH at 1900`"),
    ("crowd add 40 ETH at", "a liquidation price is dollars"),
    ("crowd add 40 ETH at 5%", "a liquidation price is dollars above zero"),
    ("crowd add 40 ETH at 0", "a liquidation price is dollars above zero"),
    ("crowd add 40 ETH at 2000", "ETH is at $2,000.00: who has a liquidation price of $2,000.00 would be liquidated"),
    ("crowd curve", "the name of a file is missing"), ("crowd curve none.csv", "none.csv cannot be read"),
  ])
  func `what makes no sense is refused with a sentence`(line: String, sentence: String) throws {
    var session = try ClassroomSession.make()
    let before = session.world
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(output.contains("error: \(sentence)"), "\(output)")
    #expect(session.world == before)
  }

  @Test func `the seed is that of the session unless one is named`() throws {
    let surroundings = Surroundings(seed: 7)
    var first = try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
    var second = try ClassroomSession.make()
    #expect(first.output(of: "crowd 100").succeeded && second.output(of: "crowd 100 seed 7").succeeded)
    #expect(first.world.crowd == second.world.crowd)
    #expect(second.output(of: "crowd 100").succeeded)
    #expect(first.world.crowd != second.world.crowd)
  }

  @Test func `borrowers are added to those who are left`() throws {
    var session = try ClassroomSession.make()
    #expect(session.output(of: "pool 1000 ETH; crowd add 5 ETH at 1900 1500; cascade -6%").succeeded)
    #expect(session.world.crowd?.remaining.prices == [1_500])
    #expect(session.output(of: "crowd add 7 ETH at 1600").succeeded)
    #expect(session.world.crowd?.remaining.prices == [1_600, 1_500])
    #expect(session.world.crowd?.remaining.amounts == [7, 5])
  }

  @Test func `a curve is read from a file, and can be scaled`() throws {
    let files = ScratchFiles()
    try files.write(
      "eth_price_drop,cum_liquidated_usd\n0.05,2000\n0.1,6000\n", to: "curve.csv", replacing: false, isLasting: true)
    var session = try ClassroomSession.make(files: files)
    #expect(session.output(of: "crowd curve curve.csv").succeeded)
    #expect(session.world.crowd?.remaining.prices == [1_900, 1_800])
    #expect(session.world.crowd?.remaining.amounts == [1, 2])
    #expect(session.output(of: "crowd curve curve.csv holding 300 ETH").succeeded)
    #expect(session.world.crowd?.remaining.amounts == [100, 200])
    #expect(session.completions(in: "crowd curve cu", at: 14).candidates.map(\.text) == ["curve.csv"])
    try files.write("fall,liquidated\n2,3\n", to: "bad.csv", replacing: false, isLasting: true)
    #expect(
      session.output(of: "crowd curve bad.csv").output
        == "error: bad.csv:2:1: a fall is a share from 0 to 1, as 0.08 for 8%\n")
  }

  @Test func `drawing stops on Ctrl-C`() throws {
    let surroundings = Surroundings(isInterrupted: { true })
    var session = try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
    #expect(session.output(of: "crowd 1000") == ("error: stopped; nothing was changed\n", false))
  }

  @Test func `a thousand shades of a crowd stay readable`() throws {
    var session = try ClassroomSession.make()
    for line in [
      "crowd 1 spread 10 sizes 10 seed 3", "crowd 3 sizes 0 spread 0", "crowd 5000 holding 0.000001 ETH",
      "crowd 200 leverage 5.7x", "crowd 2 leverage 1.0001x",
    ] {
      let (output, succeeded) = session.output(of: "\(line); crowd show; crowd")
      #expect(succeeded, "\(line)\n\(output)")
      #expect(!output.contains("–") && !output.contains("inf") && !output.contains("nan"), "\(line)\n\(output)")
    }
  }
}
