import FixedPoint
import Lending
import Markets
import TestSupport
import Testing

/// A swap in whole tokens, as one line.
func text(of quote: SwapQuote, in market: Market) throws -> String {
  let input = try #require(market.asset(quote.route[0])).asset
  let output = try #require(market.asset(quote.route[quote.route.count - 1])).asset
  return "\(quote.amountIn.decimalText(decimals: input.decimals)) \(input.symbol) -> "
    + "\(quote.amountOut.decimalText(decimals: output.decimals)) \(output.symbol), "
    + "fee \(quote.feeAmount.decimalText(decimals: input.decimals)), "
    + "at spot \(quote.amountAtSpot.decimalText(decimals: output.decimals)), "
    + "spot \(quote.spotPriceBefore.decimalText(decimals: 18)) to \(quote.spotPriceAfter.decimalText(decimals: 18)), "
    + "average \(quote.executionPrice.decimalText(decimals: 18)), "
    + "impact \(quote.priceImpact.decimalText(decimals: 18)), "
    + quote.route.map(\.text).joined(separator: " > ")
}

func preset(_ name: String) throws -> Market {
  try #require(try Presets.market(named: name))
}

func units(_ text: String, _ decimals: Int) throws -> UInt256 {
  try UInt256(decimal: text, decimals: decimals)
}

struct ExchangeTests {
  // MARK: Frictionless

  @Test func `the classroom swaps at the market price`() throws {
    let market = try preset("classroom")
    var exchange = try Exchange(market: market)
    let quote = try exchange.swap(units("7000", 6), of: "USDC", to: "ETH", prices: market.prices)
    #expect(
      try text(of: quote, in: market)
        == "7000 USDC -> 3.5 ETH, fee 0, at spot 3.5, spot 0.0005 to 0.0005, average 0.0005, impact 0, USDC > ETH")
    #expect(try exchange.holdings(of: "USDC") == units("1000000007000", 6))
    #expect(try exchange.holdings(of: "ETH") == units("999999999996.5", 18))
  }

  @Test func `a frictionless swap is rounded down to a token unit`() throws {
    let market = try preset("classroom")
    let exchange = try Exchange(market: market)
    let prices: OraclePrices = ["ETH": 300_000_000_000, "USDC": 100_000_000]
    #expect(try exchange.quote(1_000_000, of: "USDC", to: "ETH", prices: prices).amountOut == 333_333_333_333_333)
    let needed = try exchange.input(forOutput: 333_333_333_333_334, of: "ETH", from: "USDC", prices: prices)
    #expect(needed.amountIn == 1_000_001)
    #expect(needed.amountOut == 333_333_666_666_666)
  }

  // MARK: Pools

  @Test func `the worked example of a pool`() throws {
    let market = try preset("classroom")
    var exchange = try Exchange(market: market)
    try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: units("1000", 18), fee: 0, prices: market.prices)
    let quote = try exchange.swap(units("50", 18), of: "ETH", to: "USDC", prices: market.prices)
    #expect(
      try text(of: quote, in: market) == """
        50 ETH -> 95238.095238 USDC, fee 0, at spot 100000, spot 2000 to 1814.05895691619047619, \
        average 1904.76190476, impact 0.04761904762, ETH > USDC
        """)
  }

  @Test func `a swap goes through a common asset`() throws {
    let market = try preset("aave-v3-ethereum")
    let exchange = try Exchange(market: market)
    let quote = try exchange.quote(units("10", 18), of: "wstETH", to: "USDC", prices: market.prices)
    #expect(
      try text(of: quote, in: market) == """
        10 wstETH -> 28608.167662 USDC, fee 0.006000000000000001, at spot 28645.791663, \
        spot 2864.57916633330811555 to 2860.489673546948295944, average 2860.8167662, \
        impact 0.001313421581872238, wstETH > WETH > USDC
        """)
    let back = try exchange.quote(units("1", 18), of: "LINK", to: "wstETH", prices: market.prices)
    #expect(back.route == ["LINK", "USDC", "WETH", "wstETH"])
  }

  @Test func `the shortest route wins, then the order of the pools`() throws {
    var market = try preset("aave-v3-ethereum")
    market.swapTerms = [
      PoolTerms(base: "DAI", quote: "WETH", baseDepth: try units("1000", 18), fee: 1),
      PoolTerms(base: "LINK", quote: "WETH", baseDepth: try units("1000", 18), fee: 1),
      PoolTerms(base: "DAI", quote: "USDC", baseDepth: try units("1000", 18), fee: 1),
      PoolTerms(base: "LINK", quote: "USDC", baseDepth: try units("1000", 18), fee: 1),
    ]
    var exchange = try Exchange(market: market)
    let amount = try units("1", 18)
    #expect(try exchange.quote(amount, of: "DAI", to: "LINK", prices: market.prices).route == ["DAI", "WETH", "LINK"])
    #expect(try exchange.quote(amount, of: "LINK", to: "DAI", prices: market.prices).route == ["LINK", "WETH", "DAI"])
    try exchange.setPool(base: "LINK", quote: "DAI", baseDepth: amount, fee: 1, prices: market.prices)
    #expect(try exchange.quote(amount, of: "LINK", to: "DAI", prices: market.prices).route == ["LINK", "DAI"])
    #expect(throws: SwapError.noRoute(from: "WBTC", to: "DAI")) {
      try exchange.quote(1, of: "WBTC", to: "DAI", prices: market.prices)
    }
    #expect(throws: SwapError.noRoute(from: "WBTC", to: "DAI")) {
      try exchange.input(forOutput: 1, of: "DAI", from: "WBTC", prices: market.prices)
    }
  }

  @Test(arguments: ["1", "1.234567", "25000", "1000000"])
  func `the input for an output is the smallest on a route`(dollars: String) throws {
    let market = try preset("aave-v3-ethereum")
    let exchange = try Exchange(market: market)
    let wanted = try units(dollars, 6)
    let quote = try exchange.input(forOutput: wanted, of: "USDC", from: "wstETH", prices: market.prices)
    #expect(quote.amountOut >= wanted)
    let less = try exchange.quote(quote.amountIn - 1, of: "wstETH", to: "USDC", prices: market.prices)
    #expect(less.amountOut < wanted)
  }

  // MARK: Refusals

  @Test func `what an exchange refuses`() throws {
    let market = try preset("classroom")
    let prices = market.prices
    let ether = try #require(market.asset("ETH" as String)).asset
    let dollar = try #require(market.asset("USDC" as String)).asset
    var exchange = try Exchange(market: market)
    let start = exchange
    let all = try units("1000000000000", 18)
    let more = try all + 1

    #expect(throws: SwapError.unlistedAsset("DAI")) { try exchange.swap(1, of: "DAI", to: "ETH", prices: prices) }
    #expect(throws: SwapError.sameAsset("ETH")) { try exchange.swap(1, of: "ETH", to: "ETH", prices: prices) }
    #expect(throws: SwapError.missingPrice("USDC")) {
      try exchange.swap(1, of: "USDC", to: "ETH", prices: ["ETH": 1])
    }
    #expect(throws: SwapError.amountTooSmall(0, of: dollar, to: ether)) {
      try exchange.swap(0, of: "USDC", to: "ETH", prices: prices)
    }
    #expect(throws: SwapError.amountTooSmall(499_999_999, of: ether, to: dollar)) {
      try exchange.swap(499_999_999, of: "ETH", to: "USDC", prices: prices)
    }
    let dollars = try units("1000000000000", 6)
    let moreDollars = try dollars + 1
    #expect(throws: SwapError.deskExhausted(requested: moreDollars, available: dollars, asset: dollar)) {
      try exchange.input(forOutput: moreDollars, of: "USDC", from: "ETH", prices: prices)
    }
    #expect(throws: SwapError.overflow) { try exchange.swap(.max, of: "ETH", to: "USDC", prices: prices) }
    #expect(throws: SwapError.sameAsset("ETH")) {
      try exchange.setPool(base: "ETH", quote: "ETH", baseDepth: 1, fee: 0, prices: prices)
    }
    #expect(throws: SwapError.poolTooSmall(base: "ETH", quote: "USDC")) {
      try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: 1, fee: 0, prices: prices)
    }
    #expect(throws: SwapError.feeTooHigh(10_000)) {
      try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: all, fee: 10_000, prices: prices)
    }
    #expect(throws: SwapError.deskExhausted(requested: more, available: all, asset: ether)) {
      try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: more, fee: 0, prices: prices)
    }
    #expect(exchange == start)

    try exchange.setPool(base: "ETH", quote: "USDC", baseDepth: units("10", 18), fee: 0, prices: prices)
    let pooled = exchange
    #expect(
      throws: SwapError.exceedsPool(requested: 20_000_000_000, reserve: 20_000_000_000, asset: dollar)
    ) {
      try exchange.input(forOutput: 20_000_000_000, of: "USDC", from: "ETH", prices: prices)
    }
    #expect(throws: SwapError.amountTooSmall(1, of: ether, to: dollar)) {
      try exchange.swap(1, of: "ETH", to: "USDC", prices: prices)
    }
    #expect(exchange == pooled)
  }
}
