import FixedPoint
import Markets
import TestSupport
import Testing

struct ConstantProductPoolTests {
  private static let etherUnit: UInt256 = 1_000_000_000_000_000_000
  private static let dollarUnit: UInt256 = 1_000_000

  /// A pool of whole ether (18 decimals) and whole dollars (6 decimals).
  private func pool(_ ether: UInt256, _ dollars: UInt256, fee: BasisPoints = 0) throws -> ConstantProductPool {
    try ConstantProductPool(
      baseReserve: ether * Self.etherUnit, quoteReserve: dollars * Self.dollarUnit, fee: fee)
  }

  private func spotPrice(_ pool: ConstantProductPool) throws -> String {
    try pool.spotPrice.wad(baseUnit: Self.etherUnit, quoteUnit: Self.dollarUnit).decimalText(decimals: 18)
  }

  @Test func `selling 50 of 1,000 ether costs 4.76 percent and moves the price by 9.3`() throws {
    var pool = try pool(1_000, 2_000_000)
    #expect(try spotPrice(pool) == "2000")
    #expect(try pool.amountOut(for: 50 * Self.etherUnit, selling: .base) == 95_238_095_238)
    #expect(try pool.sell(50 * Self.etherUnit, of: .base) == 95_238_095_238)
    #expect(pool.baseReserve == 1_050_000_000_000_000_000_000)
    #expect(pool.quoteReserve == 1_904_761_904_762)
    #expect(try spotPrice(pool) == "1814.05895691619047619")
  }

  @Test func `selling 15 ether in a pool of 300 averages 1,485 dollars`() throws {
    let pool = try pool(300, 468_000)
    let received = try pool.amountOut(for: 15 * Self.etherUnit, selling: .base)
    #expect(received.decimalText(decimals: 6) == "22285.714285")
  }

  @Test(arguments: [("20", "1.960784"), ("60", "5.660377"), ("100", "9.090909")])
  func `the average price falls short of the spot price by the share of the pool`(
    ether: String, percent: String
  ) throws {
    let pool = try pool(1_000, 2_000_000)
    let amount = try UInt256(decimal: ether, decimals: 18)
    let received = try pool.amountOut(for: amount, selling: .base)
    let atSpot = try UInt256(decimal: ether, decimals: 6) * 2_000
    let missing = try (atSpot - received).multipliedDivided(by: 100_000_000, over: atSpot, rounding: .down)
    #expect(missing.decimalText(decimals: 6) == percent)
  }

  @Test func `a fee is taken from the input and stays in the pool`() throws {
    var pool = try ConstantProductPool(baseReserve: 1_000_000, quoteReserve: 1_000_000, fee: 30)
    #expect(try pool.feeAmount(on: 1_000) == 3)
    #expect(try pool.feeAmount(on: 1_001) == 4)
    // 1,000,000 * 997 / 1,000,997 = 996.006...
    #expect(try pool.sell(1_000, of: .quote) == 996)
    #expect(pool.quoteReserve == 1_001_000)
    #expect(pool.baseReserve == 999_004)
  }

  @Test func `an exact output takes the smallest input`() throws {
    let pool = try ConstantProductPool(baseReserve: 1_000_000, quoteReserve: 2_000_000, fee: 30)
    #expect(try pool.amountIn(for: 1_999, selling: .base) == 1_004)
    #expect(try pool.amountOut(for: 1_004, selling: .base) == 1_999)
    #expect(try pool.amountOut(for: 1_003, selling: .base) == 1_997)
    #expect(try pool.amountIn(for: 0, selling: .base) == 0)
  }

  @Test func `what a pool refuses`() throws {
    #expect(throws: PoolError.emptyReserve) {
      try ConstantProductPool(baseReserve: 0, quoteReserve: 1, fee: 0)
    }
    #expect(throws: PoolError.emptyReserve) {
      try ConstantProductPool(baseReserve: 1, quoteReserve: 0, fee: 0)
    }
    #expect(throws: PoolError.feeTooHigh(10_000)) {
      try ConstantProductPool(baseReserve: 1, quoteReserve: 1, fee: 10_000)
    }
    var pool = try ConstantProductPool(baseReserve: 100, quoteReserve: 200, fee: 0)
    #expect(throws: PoolError.outputExceedsReserve(requested: 200, reserve: 200)) {
      try pool.amountIn(for: 200, selling: .base)
    }
    let before = pool
    #expect(throws: PoolError.overflow) { try pool.sell(.max, of: .base) }
    #expect(pool == before)
  }

  @Test func `the product never falls, no unit is made, and a round trip never gains`() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<2_000 {
      let bits = UInt64.random(in: 1...90, using: &random)
      func amount() -> UInt256 {
        UInt256(UInt128.random(in: 1...(UInt128(1) << UInt128(bits)), using: &random))
      }
      let fee = BasisPoints(UInt256(UInt64.random(in: 0...9_999, using: &random)))
      var pool = try ConstantProductPool(baseReserve: amount(), quoteReserve: amount(), fee: fee)
      let start = pool
      let side = Bool.random(using: &random) ? ConstantProductPool.Side.base : .quote
      let paid = amount()

      let received = try pool.sell(paid, of: side)
      let comment = Comment(rawValue: "\(random.description): \(start), \(paid) of \(side)")
      #expect(try pool.reserve(side) == start.reserve(side) + paid, comment)
      #expect(try pool.reserve(side.opposite) + received == start.reserve(side.opposite), comment)
      #expect(
        try pool.baseReserve * pool.quoteReserve >= start.baseReserve * start.quoteReserve, comment)

      if !received.isZero {
        let needed = try start.amountIn(for: received, selling: side)
        #expect(needed <= paid, comment)
        #expect(try start.amountOut(for: needed, selling: side) >= received, comment)
        #expect(try start.amountOut(for: needed - 1, selling: side) < received, comment)
      }
      #expect(try pool.sell(received, of: side.opposite) <= paid, comment)
    }
  }
}
