import FixedPoint
import Lending
import Markets
import Simulation
import Testing

@testable import Interpreter

/// What the examples and the pages do not reach.
struct ShockCommandTests {
  private static func session() throws -> Session {
    var session = try ClassroomSession.make()
    #expect(session.output(of: "pool 1000 ETH").succeeded)
    return session
  }

  @Test(arguments: [
    ("shock", "how far the price falls, or what is sold, is missing"),
    ("shock +8%", "a shock is a fall; `price` moves a price up: try `price +8%`"),
    ("shock 8%", "a fall has a minus sign: try `shock -8%`"), ("shock -8", "a shock is a percentage: try `shock -8%`"),
    ("shock -0%", "a price falls by more than 0% and less than 100%"),
    ("shock -100%", "a price falls by more than 0% and less than 100%"), ("shock sell", "an amount is missing"),
    ("shock sell 0 ETH", "an amount has to be above zero"), ("shock sell 26", "26 of what? An amount needs its unit"),
    ("shock sell max ETH", "what is sold is an amount of an asset: try `shock sell 26 ETH`"),
    ("shock sell 10000000000000 ETH", "the market beyond the pool has"),
    ("shock DOGE -8%", "the market classroom lists"), ("shock ETH", "a shock is a fall such as -8%"),
    ("pool frictionless; shock -8%", "there is no pool in which ETH is sold"),
  ])
  func `what makes no sense is refused with a sentence`(line: String, sentence: String) throws {
    var session = try Self.session()
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(output.contains("error: \(sentence)"), "\(output)")
  }

  @Test(arguments: ["0.001%", "1%", "8%", "50%", "99.9%"])
  func `the price falls to the last digit that is shown, and never less`(fall: String) throws {
    // The whole units of the smallest pool are a billionth of what it holds.
    let pools = [
      ("pool 1000 ETH", 1_000_000_000), ("pool 0.5 ETH", 1_000_000), ("pool 1000000 ETH", 1_000_000_000),
      ("pool 1000 ETH fee 0.3%", 1_000_000_000),
    ]
    for (pool, digits) in pools {
      var session = try ClassroomSession.make()
      #expect(session.output(of: "\(pool); shock -\(fall)").succeeded)
      let percent = try #require(Rational(decimal: String(fall.dropLast())))
      let goal = try 2_000 * (1 - percent / 100)
      let price = session.world.marketPrice(of: "ETH")
      #expect(price <= goal, "\(pool)")
      #expect(try (goal - price) / goal < Rational(1, over: UInt256(UInt64(digits))), "\(pool)")
    }
  }

  @Test func `a pool that a swap has moved is brought back first`() throws {
    var session = try Self.session()
    let (output, _) = session.output(of: "swap 10 ETH to USDC; shock -8%")
    #expect(
      output.contains("Traders bring the pool from $1,960.59 back to the market price of $2,000.00."), "\(output)")
    #expect(session.world.marketPrice(of: "ETH") == 1_840)
    let again = session.output(of: "shock -8%")
    #expect(!again.output.contains("Traders"), "\(again.output)")
    #expect(session.world.marketPrice(of: "ETH") == Rational(decimal: "1692.8"))
  }

  @Test func `somebody at the very price is reached`() throws {
    var session = try Self.session()
    let (output, _) = session.output(of: "crowd add 1 ETH at 1840; shock -8%; cascade")
    #expect(output.contains("1 of 1 borrower with 1 ETH can be liquidated now"), "\(output)")
    #expect(session.world.crowd?.count == 0)
  }

  @Test func `keepers wait for the cascade, and act on the next change without one`() throws {
    var session = try Self.session()
    let (output, _) = session.output(of: "deposit 10 ETH; borrow max; shock -8%")
    #expect(output.contains("You can be liquidated now, and keepers wait for `cascade`"), "\(output)")
    #expect(session.world.position.isLiquidatable)
    let change = session.output(of: "shock -1%; wait 1 days")
    #expect(change.output.contains("Liquidated at health factor"), "\(change.output)")
    #expect(!session.world.position.isLiquidatable)
  }

  @Test func `the oracle follows by its own rule`() throws {
    var session = try Self.session()
    let (output, _) = session.output(of: "oracle freeze; shock -8%")
    #expect(output.contains("The oracle still says $2,000.00"), "\(output)")
    #expect(session.world.price(of: "ETH") == 2_000 && session.world.marketPrice(of: "ETH") == 1_840)
    #expect(session.output(of: "oracle pool").succeeded)
    #expect(session.world.price(of: "ETH") == 1_840)
  }

  @Test func `other pools and followers go with the market`() throws {
    var session = try ClassroomSession.make(market: "aave-v3-ethereum")
    let line = "pool 1000 WETH with USDC; pool 50 WBTC with WETH; shock WETH -10%"
    #expect(session.output(of: line).succeeded)
    let world = session.world
    let pair = try #require(world.exchange.pool("WBTC", "WETH"))
    let implied = world.price(of: "WBTC", in: pair)
    #expect(try (implied / world.marketPrice(of: "WBTC") - 1).magnitude < Rational(1, over: 1_000_000))
    #expect(try world.marketPrice(of: "wstETH") / world.marketPrice(of: "WETH") > 1)
  }
}
