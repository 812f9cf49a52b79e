import FixedPoint
import Lending
import Markets
import Simulation
import Testing

@testable import Interpreter

/// What the examples and the pages do not reach.
struct CascadeCommandTests {
  private static func session(_ line: String = "pool 1000 ETH; crowd add 40 ETH at 1900 1800 1650 1450") throws
    -> Session
  {
    var session = try ClassroomSession.make()
    #expect(session.output(of: line).succeeded)
    return session
  }

  @Test(arguments: [
    ("crowd off; cascade", "there is nobody to liquidate: no crowd, and you owe nothing: try `crowd 1000`"),
    ("keepers off; cascade -8%", "the keepers are off, so nobody is liquidated: try `keepers on`"),
    ("pool frictionless; cascade", "there is no pool in which ETH is sold"),
    ("cascade depth 5x", "a comparison with a deeper pool needs the shock in the same command"),
    ("cascade -5% depth 2000x", "a pool for comparison is at most 1,000x as deep"),
    ("cascade -5% depth 0.5x", "the depth has to be at least 1x"),
    ("cascade -5% breaker 0%", "the fall at which liquidations are halted has to be above 0%"),
    ("cascade -5% breaker", "the fall at which liquidations are halted, such as `70%`, is missing"),
    ("cascade -5% carefull", "`carefull` is neither an asset of this market nor how a cascade goes; did you mean"),
    ("cascade selling some", "`some` is none of `debt`, `all`"), ("cascade ladder -5%", "`cascade ladder` lists falls"),
    ("cascade -5% -6%", "`-6%` is more than `cascade` takes"),
  ])
  func `what makes no sense is refused with a sentence`(line: String, sentence: String) throws {
    var session = try Self.session()
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(output.contains("error: \(sentence)"), "\(output)")
  }

  @Test func `a shock and then a cascade is one command in two`() throws {
    var (once, twice) = (try Self.session(), try Self.session())
    #expect(once.output(of: "cascade sell 26 ETH").succeeded)
    let (output, succeeded) = twice.output(of: "shock sell 26 ETH; cascade")
    #expect(succeeded && output.contains("4.8x"), "\(output)")
    #expect(once.world == twice.world)
    #expect(twice.output(of: "undo 2").succeeded)
    #expect(twice.world == (try Self.session().world))
  }

  @Test func `a price that was moved otherwise is no shock`() throws {
    var session = try Self.session()
    let (output, succeeded) = session.output(of: "shock sell 26 ETH; price 1899; cascade")
    #expect(succeeded && !output.contains("amplification"), "\(output)")
  }

  @Test func `a second cascade finds nobody`() throws {
    var session = try Self.session()
    let (output, succeeded) = session.output(of: "cascade sell 26 ETH; cascade")
    #expect(succeeded)
    #expect(
      output.hasSuffix(
        "Nobody is below his liquidation price at $1,522.86: nothing follows.\nThe next liquidation price is $1,450.00.\n"
      ), "\(output)")
  }

  @Test func `an oracle that lags lets nobody be liquidated yet`() throws {
    var session = try Self.session()
    let (output, succeeded) = session.output(of: "oracle lag 1 hour; cascade sell 26 ETH")
    #expect(succeeded && output.contains("nothing follows"), "\(output)")
    #expect(output.contains("The oracle says $2,000.00 and the market $1,899.92"), "\(output)")
    // After an hour it has followed once, and again sees nothing of the sale that follows.
    let later = session.output(of: "wait 1 hour; cascade")
    #expect(later.output.contains("1 of 4 borrowers"), "\(later.output)")
  }

  @Test func `the learner stands in the same queue`() throws {
    var session = try Self.session("pool 1000 ETH; deposit 10 ETH; borrow max; crowd add 40 ETH at 1950 1700")
    let position = session.world.position
    let (output, succeeded) = session.output(of: "cascade -3%")
    #expect(succeeded)
    #expect(output.contains("0 and you"), "\(output)")
    #expect(output.contains("Liquidated at health factor 0.9"), "\(output)")
    #expect(session.world.position.collateral < position.collateral)
    #expect(session.world.crowd?.count == 1)
  }

  @Test func `a stop goes off in the wave that reaches it, and its sale is part of the fall`() throws {
    let line = "pool 1000 ETH; deposit 10 ETH; borrow 12000 USDC; crowd add 40 ETH at 1950 1700"
    var (without, with) = (try Self.session(line), try Self.session(line + "; stop 1850"))
    #expect(without.output(of: "cascade -3%").succeeded)
    let (output, succeeded) = with.output(of: "cascade -3%")
    #expect(succeeded && output.contains("0 and your stop"), "\(output)")
    #expect(with.world.position.debt == 0 && with.world.stop == nil)
    #expect(with.world.marketPrice(of: "ETH") < without.world.marketPrice(of: "ETH"))
  }

  @Test func `a stop waits while a shock stands`() throws {
    var session = try Self.session("pool 1000 ETH; deposit 10 ETH; borrow 12000 USDC; stop 1850")
    #expect(session.output(of: "shock -10%").succeeded)
    #expect(session.world.stop != nil)
    let (output, _) = session.output(of: "cascade")
    #expect(session.world.stop == nil, "\(output)")
  }

  @Test func `the learner alone can cascade`() throws {
    var session = try Self.session("pool 100 ETH; deposit 10 ETH; borrow max")
    let (output, succeeded) = session.output(of: "cascade -4%")
    #expect(succeeded && output.contains("and you"), "\(output)")
  }

  @Test func `a careful keeper leaves the learner alone where it does not pay`() throws {
    let line = "pool 20 ETH; deposit 10 ETH; borrow max; crowd add 1 ETH at 100; cascade -4% careful"
    var session = try Self.session("pool 20 ETH")
    let (output, succeeded) = session.output(of: line)
    #expect(succeeded && output.contains("You can be liquidated and are not: a keeper would repay"), "\(output)")
    #expect(session.world.position.isLiquidatable)
  }

  @Test func `a breaker halts at once where the shock is enough`() throws {
    var session = try Self.session()
    let (output, succeeded) = session.output(of: "cascade -10% breaker 8%")
    #expect(succeeded && output.contains("Liquidations are halted before the first one."), "\(output)")
    #expect(output.contains("still there: 2 borrowers with 80 ETH."), "\(output)")
    #expect(session.world.crowd?.count == 4)
  }

  @Test func `Ctrl-C stops a cascade and changes nothing`() throws {
    let surroundings = Surroundings(isInterrupted: { true })
    var session = try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
    #expect(session.output(of: "pool 1000 ETH; crowd add 40 ETH at 1900").succeeded)
    let before = session.world
    #expect(session.output(of: "cascade -8%") == ("error: stopped; nothing was changed\n", false))
    #expect(session.output(of: "cascade ladder") == ("error: stopped; nothing was changed\n", false))
    #expect(session.world == before)
  }

  @Test func `the rates of the market do not move with the crowd`() throws {
    var session = try Self.session("pool 1000 ETH; crowd 500 looped")
    let before = session.world.pool
    #expect(session.output(of: "cascade -10%").succeeded)
    #expect(session.world.pool == before)
  }

  @Test(arguments: [
    "pool 0.001 ETH; crowd 100; cascade -50%", "pool 1000 ETH; crowd 100 holding 1000000000 ETH; cascade -99%",
    "pool 1000 ETH; crowd add 0.000000000000000001 ETH at 1999; cascade -1%",
    "pool 1000 ETH; crowd 100 crowded; cascade -0.0001% careful; cascade ladder adl breaker 1%",
    "pool 1000 ETH fee 99.99%; crowd 100 looped; cascade -10% careful; cascade ladder",
    "pool 2000 ETH; price 0.01; crowd 50 looped; cascade -30%",
  ])
  func `extremes stay readable`(line: String) throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    #expect(succeeded, "\(output)")
    #expect(!output.contains("inf") && !output.contains("nan"), "\(output)")
  }
}
