import FixedPoint
import Lending
import Markets
import Testing

struct PriceFeedsTests {
  private func feeds() throws -> PriceFeeds {
    PriceFeeds(market: try #require(try Presets.market(named: "aave-v3-ethereum")))
  }

  /// The prices of both feeds that differ from those of the preset.
  private func moved(_ feeds: PriceFeeds) throws -> String {
    let start = try self.feeds()
    #expect(feeds.market == feeds.oracle)
    return feeds.market.filter { $0.value != start.market[$0.key] }
      .map { "\($0.key) \($0.value.decimalText(decimals: 8))" }.sorted().joined(separator: ", ")
  }

  @Test func `what follows moves in proportion`() throws {
    var feeds = try feeds()
    try feeds.set("WETH", to: 200_000_000_000)
    // 2,864.35 * 2,000 / 2,329.54 = 2,459.155026314...
    #expect(try moved(feeds) == "WETH 2000, wstETH 2459.15502631")
    try feeds.set("USDC", to: 90_000_000)
    #expect(try moved(feeds) == "USDC 0.9, WETH 2000, wstETH 2459.15502631")
  }

  @Test func `the way back ends where it began`() throws {
    var feeds = try feeds()
    try feeds.set("WETH", to: 1)
    #expect(try moved(feeds) == "WETH 0.00000001, wstETH 0.00000001")
    try feeds.set("WETH", to: 232_954_000_000)
    #expect(try moved(feeds) == "")
  }

  @Test func `a follower never falls to nothing`() throws {
    var market = try #require(try Presets.market(named: "aave-v3-ethereum"))
    let index = try #require(market.assets.firstIndex { $0.asset.symbol == "wstETH" })
    market.assets[index].price = 1
    var feeds = PriceFeeds(market: market)
    try feeds.set("WETH", to: 100_000_000)
    #expect(feeds.market["wstETH"] == 1)
  }

  @Test func `a follower that is set alone keeps its new proportion`() throws {
    var feeds = try feeds()
    try feeds.set("wstETH", to: 232_954_000_000)
    #expect(try moved(feeds) == "wstETH 2329.54")
    try feeds.set("WETH", to: 100_000_000_000)
    #expect(try moved(feeds) == "WETH 1000, wstETH 1000")
  }

  @Test func `followers of followers move too`() throws {
    var market = try #require(try Presets.market(named: "aave-v3-ethereum"))
    let index = try #require(market.assets.firstIndex { $0.asset.symbol == "LINK" })
    market.assets[index].follows = "wstETH"
    var feeds = PriceFeeds(market: market)
    try feeds.set("WETH", to: 116_477_000_000)
    #expect(try moved(feeds) == "LINK 5, WETH 1164.77, wstETH 1432.175")
  }

  @Test func `what is refused changes nothing`() throws {
    var feeds = try feeds()
    #expect(throws: PriceError.unlistedAsset("ETH")) { try feeds.set("ETH", to: 1) }
    #expect(throws: PriceError.zeroPrice("WETH")) { try feeds.set("WETH", to: 0) }
    #expect(throws: PriceError.overflow) { try feeds.set("WETH", to: .max) }
    #expect(feeds == (try self.feeds()))
  }

  /// What the protocol sees of ether after each market price, one a minute.
  private func seen(_ rule: FeedRule, _ prices: [UInt256]) throws -> [UInt256] {
    var feeds = try feeds()
    try feeds.set("WETH", to: 1_000)
    feeds.setRule(rule, of: "WETH", at: 0)
    return try prices.enumerated().map { minute, price in
      feeds.advance(to: UInt64(minute) * 60)
      try feeds.set("WETH", to: price, at: UInt64(minute) * 60)
      #expect(feeds.market["WETH"] == price)
      return feeds.oracle["WETH"] ?? 0
    }
  }

  @Test func `feeds see prices as their rules say`() throws {
    let prices: [UInt256] = [1_010, 1_040, 1_060, 1_000, 900, 900]
    #expect(try seen(.immediate, prices) == prices)
    #expect(try seen(.frozen, prices) == [1_000, 1_000, 1_000, 1_000, 1_000, 1_000])
    #expect(try seen(.lagging(seconds: 0), prices) == prices)
    #expect(try seen(.lagging(seconds: 60), prices) == [1_000, 1_010, 1_040, 1_060, 1_000, 900])
    #expect(try seen(.lagging(seconds: 150), prices) == [1_000, 1_000, 1_000, 1_010, 1_040, 1_060])
    #expect(try seen(.threshold(BasisPoints(500)), prices) == [1_000, 1_000, 1_060, 1_000, 900, 900])
    #expect(try seen(.pool, prices) == [1_000, 1_000, 1_000, 1_000, 1_000, 1_000])
  }

  @Test func `a rule that ends lets the feed catch up`() throws {
    var feeds = try feeds()
    feeds.setRule(.frozen, of: "WETH", at: 0)
    try feeds.set("WETH", to: 100)
    #expect(feeds.oracle["WETH"] == 232_954_000_000)
    feeds.setRule(.lagging(seconds: 60), of: "WETH", at: 10)
    feeds.advance(to: 69)
    #expect(feeds.oracle["WETH"] == 232_954_000_000)
    feeds.advance(to: 70)
    #expect(feeds.oracle["WETH"] == 100)
    feeds.setRule(.frozen, of: "WETH", at: 0)
    try feeds.set("WETH", to: 300)
    feeds.followMarket()
    #expect(feeds.oracle == feeds.market)
    #expect(feeds.rule(of: "WETH") == .immediate)
  }

  @Test func `a report changes what is seen and nothing else`() throws {
    var feeds = try feeds()
    let market = feeds.market
    feeds.report("WETH", price: 7)
    feeds.report("USDC", price: 0)
    feeds.report("ETH", price: 7)
    #expect(feeds.oracle["WETH"] == 7)
    #expect(feeds.oracle["USDC"] == market["USDC"])
    #expect(feeds.oracle["ETH"] == nil)
    #expect(feeds.market == market)
  }
}
