import FixedPoint
import Lending
import Testing

/// A market with three assets of different decimals, indexes that have already grown, and an efficiency mode.
enum TestMarket {
  static let prices: OraclePrices = [
    "ETH": 200_000_000_000, "USDC": 100_000_000, "stETH": 210_000_000_000, "OLD": 100_000_000,
  ]

  static func pool(grown: Bool = false) throws -> LendingPool {
    let index = grown ? Ray(1_370_000_000_000_000_000_000_000_003) : Ray.one
    let borrowIndex = grown ? Ray(1_911_111_111_111_111_111_111_111_117) : Ray.one
    let listings = try [
      listing("ETH", decimals: 18, ltv: 8_000, threshold: 8_250),
      listing("USDC", decimals: 6, ltv: 7_500, threshold: 7_800),
      listing("stETH", decimals: 18, ltv: 7_850, threshold: 8_100, borrowing: false),
      listing("OLD", decimals: 0, ltv: 0, threshold: 7_700),
    ].map { listing in
      var listing = listing
      listing.liquidityIndex = index
      listing.variableBorrowIndex = borrowIndex
      return listing
    }
    let mode = EfficiencyMode(
      id: 1, label: "ETH correlated", maxLTV: 9_300, liquidationThreshold: 9_500, liquidationBonus: 10_100,
      collateral: ["ETH", "stETH"], borrowable: ["ETH"])
    return try LendingPool(reserves: listings, efficiencyModes: [mode], time: 1_000)
  }

  /// A pool in which a bank has supplied 1,000 ETH and 5,000,000 USDC.
  static func fundedPool(grown: Bool = false) throws -> LendingPool {
    var pool = try pool(grown: grown)
    try pool.supply(amount("1000", "ETH"), of: "ETH", by: "bank")
    try pool.supply(amount("5000000", "USDC"), of: "USDC", by: "bank")
    return pool
  }

  static func amount(_ text: String, _ symbol: Symbol) throws -> UInt256 {
    try UInt256(decimal: text, decimals: symbol == "USDC" ? 6 : symbol == "OLD" ? 0 : 18)
  }

  private static func listing(
    _ symbol: Symbol, decimals: Int, ltv: BasisPoints, threshold: BasisPoints, borrowing: Bool = true
  ) throws -> Reserve.Listing {
    let asset = try #require(Asset(symbol: symbol, name: symbol.text, decimals: decimals))
    let strategy = TwoSlopeRateStrategy(optimalUtilization: 9_000, baseRate: 100, slope1: 400, slope2: 6_000)
    let configuration = ReserveConfiguration(
      maxLTV: ltv, liquidationThreshold: threshold, liquidationBonus: 10_500, liquidationProtocolFee: 1_000,
      reserveFactor: 1_500, borrowingEnabled: borrowing, rateStrategy: strategy)
    return Reserve.Listing(asset: asset, configuration: configuration)
  }
}

/// The error that an operation throws, or "done".
func refusal(_ body: () throws(LendingError) -> Void) -> String {
  do {
    try body()
    return "done"
  } catch {
    return "\(error)"
  }
}
