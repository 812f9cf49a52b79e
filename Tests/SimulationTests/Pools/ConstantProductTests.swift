import FixedPoint
import Markets
import Testing

@testable import Simulation

/// The pool in real numbers beside the exact one, and the figures of a sale worked out by hand.
struct ConstantProductTests {
  @Test func `a sale of 5% of the pool`() {
    let pool = ConstantProduct(base: 1_000, quote: 2_000_000)
    #expect(pool.spotPrice == 2_000)
    #expect(abs(pool.proceeds(of: 50) - 95_238.095_238_095_24) < 1e-9)
    #expect(abs(pool.averagePrice(selling: 50) - 1_904.761_904_761_904_8) < 1e-11)
    #expect(abs(pool.spotPrice(afterSelling: 50) - 1_814.058_956_916_099_8) < 1e-11)
    #expect(abs(pool.slippage(selling: 50) - 0.047_619_047_619_047_62) < 1e-16)
    #expect(abs(pool.priceImpact(selling: 50) - 0.092_970_521_541_950_11) < 1e-16)
  }

  @Test(arguments: [(UInt64(1), 0), (37, 5), (50_000, 30), (2_000_000, 100), (999_999_999, 5_000)])
  func `agrees with the exact pool`(tokens: UInt64, basisPoints: Int) throws {
    let unit = UInt256(1_000_000_000_000_000_000)
    let fee = BasisPoints(UInt256(UInt64(basisPoints)))
    let exact = try ConstantProductPool(
      baseReserve: 1_000_000 * unit, quoteReserve: 2_000_000_000 * unit, fee: fee)
    let real = ConstantProduct(base: 1_000_000, quote: 2_000_000_000, fee: Double(basisPoints) / 10_000)
    let out = try Rational(exact.amountOut(for: UInt256(tokens) * unit, selling: .base), over: unit).doubleValue
    #expect(abs(real.proceeds(of: Double(tokens)) / out - 1) < 1e-14)
    #expect(abs(real.averagePrice(selling: Double(tokens)) * Double(tokens) / out - 1) < 1e-14)
    var after = exact
    _ = try after.sell(UInt256(tokens) * unit, of: .base)
    let price = try Rational(after.quoteReserve, over: after.baseReserve).doubleValue
    #expect(abs(real.spotPrice(afterSelling: Double(tokens)) / price - 1) < 1e-14)
  }

  @Test(arguments: [1e-12, 0.003, 0.1, 0.9, 0.999_999])
  func `the sale that lowers the price so far does`(fraction: Double) {
    let pool = ConstantProduct(base: 1_000, quote: 2_000_000)
    let sale = pool.sale(loweringPriceBy: fraction)
    #expect(abs(pool.priceImpact(selling: sale.amount) / fraction - 1) < 1e-13)
    #expect(abs(pool.proceeds(of: sale.amount) / sale.proceeds - 1) < 1e-13)
  }

  @Test func `small sales keep their digits`() {
    let pool = ConstantProduct(base: 1e9, quote: 2e12)
    #expect(abs(pool.slippage(selling: 1e-6) / 1e-15 - 1) < 1e-12)
    #expect(abs(pool.priceImpact(selling: 1e-6) / 2e-15 - 1) < 1e-12)
  }
}
