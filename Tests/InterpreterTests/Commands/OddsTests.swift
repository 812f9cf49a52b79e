import FixedPoint
import Lending
import Markets
import Simulation
import Testing

@testable import Interpreter

/// What the examples and the page do not reach.
struct OddsTests {
  @Test(arguments: [
    ("odds 20% 30%", "one buffer or one risk is enough"), ("odds risk 5% 20%", "one buffer or one risk is enough"),
    ("odds risk", "the risk is missing: try `odds risk 5%`"),
    ("odds risk 5", "a risk is a percentage: try `odds risk 5%`"),
    ("odds vol", "the volatility is missing: try `odds vol 80%`"),
    ("odds vol 80", "a volatility is a percentage: try `odds vol 80%`"),
    ("odds vol -80%", "a volatility is above 0% and at most 1,000% a year"),
    ("odds vol 80% vol 40%", "`vol` is said twice"), ("odds days", "the days are missing: try `odds days 30`"),
    ("odds days 30%", "the days are a plain number, such as 30"),
    ("odds days 36501", "the days are from 0.01 to 36,500, a hundred years"),
    ("odds drift", "the drift is missing: try `odds drift 0%`"),
    ("odds mean 1001%", "a drift is from -1,000% to 1,000% a year"),
    ("odds -20%", "a buffer is above 0% and below 100%"),
    ("odds 30 days", "a buffer is a percentage: try `odds 30% days`"),
    ("odds tomorrow", "`tomorrow` is more than `odds` takes"),
  ])
  func `a question that makes no sense is refused with a sentence`(line: String, sentence: String) throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    #expect(!succeeded)
    #expect(output.hasPrefix("error: \(sentence)"), "\(output)")
  }

  @Test(arguments: [
    "odds 0.0001% vol 1000% days 36500 drift 1000%", "odds 99.9999% vol 0.0001% days 0.01 drift -1000%",
    "odds risk 0.0001% vol 1000% days 36500 mean 1000%", "odds risk 99.9999% vol 0.0001% days 0.01 mean -1000%",
    "odds risk 99.9999% vol 0.0001% days 36500 drift 1000%", "odds risk 0.0001% vol 1000% days 36500 drift -1000%",
    "odds drift +5% vol 60% days 0.5 20%", "let b = 20; odds (b)% days (365 / 12)",
  ])
  func `the limits of what may be asked have answers`(line: String) throws {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    #expect(succeeded, "\(output)")
    #expect(!output.contains("nan") && !output.contains("inf"), "\(output)")
  }

  /// The liquidation price of a long rises with what is paid beyond what is earned, that of a short falls with it.
  @Test(arguments: [
    ("deposit 10 ETH; borrow 13200 USDC", 0.8, "ETH", "USDC", 1.0),
    ("swap 10 ETH to USDC; deposit 20000 USDC; borrow 5 ETH", 1.65, "USDC", "ETH", -1),
  ])
  func `interest moves the liquidation price`(
    commands: String, ratio: Double, supplied: String, borrowed: String, direction: Double
  ) throws {
    var session = try ClassroomSession.make()
    _ = session.output(of: commands)
    let level = try #require(session.world.liquidationLevel(of: session.world.position))
    let rates = Rates(world: session.world)
    let carry = rates.borrow(borrowed) - rates.supply(supplied)
    #expect(abs(level.ratio - ratio) < 1e-12)
    #expect(abs(level.growth - direction * carry) < 1e-12)
    #expect(carry > 0)
  }

  /// A position with collateral and debt on both sides of the move, against the ledger: its own health factor is 1 at the
  /// level that the closed form has after a year.
  @Test func `a mixed position's level moves as its health factor says`() throws {
    var session = try ClassroomSession.make()
    _ = session.output(of: "swap 5 ETH to USDC; deposit 5 ETH; deposit 5000 USDC; borrow 9000 USDC; borrow 0.5 ETH")
    let world = session.world
    let level = try #require(world.liquidationLevel(of: world.position))
    let rates = Rates(world: world)
    let step = 1e-4
    let growth = { (rate: Double) in exponential(rate * step) }
    let standing = 9000 * growth(rates.borrow("USDC")) - 5000 * 0.825 * growth(rates.supply("USDC"))
    let moving = 10_000 * 0.825 * growth(rates.supply("ETH")) - 1000 * growth(rates.borrow("ETH"))
    #expect(abs(standing / moving - level.ratio * growth(level.growth)) < 1e-9)
  }

  /// Today's rates of the classroom, per year and continuously compounded.
  struct Rates {
    let world: World

    /// A supply's interest is added once a day, a debt's compounds without a pause.
    func supply(_ symbol: String) -> Double { 365 * naturalLogarithm(1 + rates(symbol).supply / 365) }
    func borrow(_ symbol: String) -> Double { rates(symbol).borrow }

    private func rates(_ symbol: String) -> (supply: Double, borrow: Double) {
      guard let asset = world.market.asset(symbol), let reserve = try? world.pool.reserve(asset.asset.symbol) else {
        return (0, 0)
      }
      return (reserve.liquidityRate.raw.doubleValue / 1e27, reserve.variableBorrowRate.raw.doubleValue / 1e27)
    }
  }
}
