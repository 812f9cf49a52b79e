import FixedPoint
import Lending
import Testing

@testable import Interpreter

/// The figures of positions against the closed forms and against numbers worked out by hand.
struct PositionTests {
  private func world(_ line: String, market: String = "classroom") throws -> World {
    var session = try ClassroomSession.make(market: market)
    let (output, succeeded) = session.output(of: line)
    try #require(succeeded, "\(output)")
    return session.world
  }

  private func figures(_ world: World) -> [String] {
    ["collateral", "debt", "equity", "leverage", "ltv", "hf", "liquidation_price", "buffer"]
      .map { "\($0) \(world.quantity($0)?.text ?? "?")" }
  }

  @Test func `a long position`() throws {
    let world = try world("deposit 10 ETH; borrow 13200 USDC")
    #expect(
      figures(world) == [
        "collateral 20000", "debt 13200", "equity 6800", "leverage 2.941176470588235294", "ltv 0.66", "hf 1.25",
        "liquidation_price 1600", "buffer 0.2",
      ])
    #expect(world.position.liquidation == .init(symbol: "ETH", price: 1600, isRise: false, against: nil))
  }

  @Test func `a short position is liquidated by a rise`() throws {
    let world = try world("swap max ETH to USDC; deposit 20000 USDC; borrow 5 ETH")
    #expect(
      figures(world) == [
        "collateral 20000", "debt 10000", "equity 10000", "leverage 2", "ltv 0.5", "hf 1.65", "liquidation_price 3300",
        "buffer 0.65",
      ])
    #expect(world.position.liquidation?.isRise == true)
  }

  @Test func `without debt nothing liquidates`() throws {
    let world = try world("deposit 10 ETH")
    #expect(
      figures(world) == [
        "collateral 20000", "debt 0", "equity 20000", "leverage 1", "ltv 0", "hf infinity", "liquidation_price 0",
        "buffer 1",
      ])
  }

  @Test func `before the first deposit`() throws {
    let world = try world("price")
    #expect(
      figures(world) == [
        "collateral 0", "debt 0", "equity 0", "leverage 0", "ltv 0", "hf infinity", "liquidation_price 0", "buffer 1",
      ])
    #expect(world.position.isEmpty)
  }

  @Test func `under water`() throws {
    let world = try world("keepers off; deposit 10 ETH; borrow 13200 USDC; price 1200")
    #expect(
      figures(world) == [
        "collateral 12000", "debt 13200", "equity -1200", "leverage infinity", "ltv 1.1", "hf 0.75",
        "liquidation_price 1600",
        "buffer -0.333333333333333333",
      ])
  }

  @Test func `a health factor of exactly 1 is not liquidated`() throws {
    let world = try world("deposit 10 ETH; borrow 13200 USDC; price 1600")
    #expect(world.quantity("hf")?.text == "1")
    #expect(!world.position.isLiquidatable)
    #expect(world.quantity("buffer")?.text == "0")
  }

  @Test func `a position of one stable asset cannot be moved by another price`() throws {
    let world = try world("swap max ETH to USDC; deposit 10000 USDC; borrow 5000 USDC")
    #expect(world.quantity("hf")?.text == "1.65")
    #expect(world.quantity("liquidation_price")?.text == "0")
    #expect(world.quantity("buffer")?.text == "1")
  }

  /// 5 ETH and 5,000 USDC secure 6,000 USDC: (5 P + 5000) × 0.825 = 6000 at P = 454.54….
  @Test func `several assets`() throws {
    let world = try world("deposit 5 ETH; swap max ETH to USDC; deposit 5000 USDC; borrow 6000 USDC")
    #expect(
      figures(world) == [
        "collateral 15000", "debt 6000", "equity 9000", "leverage 1.666666666666666667", "ltv 0.4", "hf 2.0625",
        "liquidation_price 454.545454545454545455", "buffer 0.772727272727272727",
      ])
  }

  /// The other collateral alone secures the debt.
  @Test func `no price of the watched asset leads to liquidation`() throws {
    let world = try world("deposit 6 ETH; swap max ETH to USDC; deposit 8000 USDC; borrow 6000 USDC")
    #expect(world.quantity("liquidation_price")?.text == "0")
    #expect(world.quantity("buffer")?.text == "1")
  }

  /// In efficiency mode only the ratio counts: HF = ratio × 0.95 ÷ LTV.
  @Test func `a pair that moves together is watched by its ratio`() throws {
    let world = try world(
      "pool frictionless; deposit max; loop 5 at 85%; price WETH -50%", market: "aave-v3-ethereum-emode")
    let liquidation = try #require(world.position.liquidation)
    #expect(liquidation.symbol == "wstETH")
    #expect(liquidation.against == "WETH")
    let state = try LoopState(equity: 28_643.5, ltv: 0.85, liquidationThreshold: 0.95, loops: 5)
    #expect(abs(world.position.buffer.doubleValue - state.dropToLiquidation) < 1e-6)
    let factor = try #require(world.position.healthFactor.doubleValue)
    #expect(abs(factor - state.healthFactor) < 1e-6)
  }

  @Test(arguments: [(10.0, 2_000.0, 13_200.0), (1, 1_999.99, 10), (3.25, 2_500, 6_100.5), (10, 1_500, 12_000)])
  func `agrees with the closed form`(amount: Double, price: Double, debt: Double) throws {
    let world = try world("keepers off; price \(price); deposit \(amount) ETH; borrow \(debt) USDC")
    let metrics = PositionMetrics(
      collateralAmount: amount, collateralPrice: price, liquidationThreshold: 0.825, debt: debt)
    let expected = [
      ("collateral", metrics.collateralValue), ("ltv", metrics.ltv), ("hf", metrics.healthFactor),
      ("liquidation_price", metrics.liquidationPrice), ("buffer", metrics.dropToLiquidation),
      ("leverage", metrics.leverage),
    ]
    for (name, value) in expected {
      let actual = try #require(world.quantity(name)?.doubleValue)
      #expect(abs(actual - value) <= 1e-9 * max(1, abs(value)), "\(name)")
    }
  }
}

extension World {
  /// A quantity of the position as it stands.
  fileprivate func quantity(_ name: String) -> Value? {
    quantity(name, of: position)
  }
}
