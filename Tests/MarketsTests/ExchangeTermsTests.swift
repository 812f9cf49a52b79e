import FixedPoint
import Lending
import Markets
import TestSupport
import Testing

struct ExchangeTermsTests {
  /// The reserves and the spot price of the pool of ether and dollars.
  private func pool(of exchange: Exchange) throws -> String {
    let pair = try #require(exchange.pool("USDC", "ETH"))
    let price = try pair.pool.spotPrice.wad(baseUnit: units("1", 18), quoteUnit: units("1", 6))
    return "\(pair.pool.baseReserve.decimalText(decimals: 18)) ETH, "
      + "\(pair.pool.quoteReserve.decimalText(decimals: 6)) USDC, \(price.decimalText(decimals: 18))"
  }

  @Test func `a new pool takes the place of the old one`() throws {
    let market = try preset("classroom")
    var exchange = try Exchange(market: market)
    try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: units("1000", 18), fee: 0, prices: market.prices)
    #expect(try pool(of: exchange) == "1000 ETH, 2000000 USDC, 2000")
    try exchange.swap(units("50", 18), of: "ETH", to: "USDC", prices: market.prices)
    try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: units("500", 18), fee: 30, prices: market.prices)
    #expect(try pool(of: exchange) == "500 ETH, 1000000 USDC, 2000")
    #expect(exchange.pools.count == 1)
    #expect(exchange.pools[0].pool.fee == 30)
    #expect(try exchange.holdings(of: "ETH") == units("1000000000050", 18))
    #expect(try exchange.holdings(of: "USDC") == units("999999904761.904762", 6))
  }

  @Test func `frictionless terms close the pools`() throws {
    let market = try preset("aave-v3-ethereum")
    var exchange = try Exchange(market: market)
    #expect(!exchange.isFrictionless)
    try exchange.setFrictionless()
    #expect(exchange.pools.isEmpty)
    #expect(exchange.isFrictionless)
    let quote = try exchange.quote(units("1", 18), of: "LINK", to: "wstETH", prices: market.prices)
    #expect(quote.route == ["LINK", "wstETH"])
    #expect(quote.priceImpact == 0)

    // A pool that is set now serves its own pair only.
    try exchange.setPool(base: "WETH", quote: "USDC", baseDepth: units("10", 18), fee: 30, prices: market.prices)
    #expect(try exchange.quote(units("1", 18), of: "WETH", to: "USDC", prices: market.prices).priceImpact > 0)
    #expect(try exchange.quote(units("1", 18), of: "WETH", to: "DAI", prices: market.prices).priceImpact == 0)
  }

  @Test func `pools follow the market price at a constant product`() throws {
    let market = try preset("classroom")
    var exchange = try Exchange(market: market)
    try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: units("1000", 18), fee: 30, prices: market.prices)
    let unchanged = exchange
    try exchange.reprice(to: market.prices)
    #expect(exchange == unchanged)

    try exchange.reprice(to: ["ETH": 50_000_000_000, "USDC": 100_000_000])
    #expect(try pool(of: exchange) == "2000 ETH, 1000000 USDC, 500")
    try exchange.reprice(to: ["ETH": 170_000_000_000, "USDC": 100_000_000])
    #expect(try pool(of: exchange) == "1084.65228909328086 ETH, 1843908.891459 USDC, 1700.000000000389560787")
    try exchange.reprice(to: market.prices)
    #expect(try pool(of: exchange) == "1000.000000000114576701 ETH, 2000000 USDC, 1999.999999999770846598")
    for symbol: Symbol in ["ETH", "USDC"] {
      #expect(exchange.holdings(of: symbol) == unchanged.holdings(of: symbol))
    }
  }

  @Test func `the pool from which the prices come keeps its reserves`() throws {
    let market = try preset("classroom")
    var exchange = try Exchange(market: market)
    let unit = try #require(market.asset("ETH")).asset.unit
    try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: try unit * 1_000, fee: 0, prices: market.prices)
    try exchange.sellFromOutside(try unit * 50, of: "ETH", to: "USDC", prices: market.prices)
    let sold = exchange
    #expect(try pool(of: exchange) == "1050 ETH, 1904761.904762 USDC, 1814.05895691619047619")
    let leader = try #require(exchange.pools.first)
    try exchange.reprice(to: market.prices, except: leader)
    #expect(exchange == sold)
    try exchange.reprice(to: market.prices)
    #expect(exchange != sold)
  }

  @Test func `a price that empties a pool is refused`() throws {
    let market = try preset("classroom")
    var exchange = try Exchange(market: market)
    try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: 1_000_000_000, fee: 0, prices: market.prices)
    let start = exchange
    #expect(throws: SwapError.poolTooSmall(base: "ETH", quote: "USDC")) {
      try exchange.reprice(to: ["ETH": 1, "USDC": 100_000_000])
    }
    #expect(throws: SwapError.missingPrice("ETH")) { try exchange.reprice(to: ["USDC": 100_000_000]) }
    #expect(exchange == start)
  }

  @Test func `no operation creates or destroys a unit`() throws {
    var random = SeededGenerator(seed: 21)
    let market = try preset("aave-v3-ethereum")
    var feeds = PriceFeeds(market: market)
    var exchange = try Exchange(market: market)
    let symbols = market.assets.map(\.asset.symbol)
    /// What the exchange should hold: what it began with, what came in and what went out.
    var expected: [Symbol: UInt256] = [:]
    for listed in market.assets { expected[listed.asset.symbol] = try listed.asset.unit * Exchange.startingInventory }

    for step in 0..<3_000 {
      let before = exchange
      let first = try #require(symbols.randomElement(using: &random))
      let second = try #require(symbols.randomElement(using: &random))
      let amount = UInt256(UInt128.random(in: 0...10_000, using: &random))
      let scale = try #require(UInt256.powerOfTen(Int.random(in: 0...21, using: &random)))
      let comment = Comment(rawValue: "\(random.description), step \(step)")
      do {
        switch Int.random(in: 0..<12, using: &random) {
        case 0:
          try exchange.setFrictionless()
        case 1:
          let fee = BasisPoints(UInt256(UInt64.random(in: 0...10_000, using: &random)))
          try exchange.setPool(base: first, quote: second, baseDepth: amount * scale, fee: fee, prices: feeds.market)
        case 2:
          let price = try #require(feeds.market[first])
          try feeds.set(first, to: price * UInt256(UInt64.random(in: 50...150, using: &random)) / 100)
          try exchange.reprice(to: feeds.market)
        case 3:
          // Who sells from outside brings what the desk holds, and takes it there.
          try exchange.sellFromOutside(amount * scale, of: first, to: second, prices: feeds.market)
        default:
          let quote = try exchange.swap(amount * scale, of: first, to: second, prices: feeds.market)
          let received = try #require(expected[first])
          let given = try #require(expected[second])
          expected[first] = try received + quote.amountIn
          expected[second] = try given - quote.amountOut
          #expect(quote.amountOut <= quote.amountAtSpot, comment)
          #expect(quote.feeAmount <= quote.amountIn, comment)
          #expect(try before.quote(amount * scale, of: first, to: second, prices: feeds.market) == quote, comment)
        }
      } catch is SwapError {
        #expect(exchange == before, comment)
      }
      for symbol in symbols { #expect(exchange.holdings(of: symbol) == expected[symbol], comment) }
    }
  }
}
