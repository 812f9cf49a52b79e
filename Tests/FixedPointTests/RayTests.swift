import FixedPoint
import Testing

@Suite struct RayTests {
  @Test(arguments: [
    ("0", "0"), ("499999999", "0"), ("500000000", "1"), ("1499999999", "1"), ("1500000000", "2"),
    (
      "115792089237316195423570985008687907853269984665640564039457584007913129639935",
      "115792089237316195423570985008687907853269984665640564039457584007913"
    ),
  ])
  func becomesTheNearestWad(ray: String, wad: String) throws {
    #expect(Ray(try #require(UInt256(ray))).wad().raw.description == wad)
  }

  @Test func takesARatioInBasisPoints() throws {
    #expect(try Ray(basisPoints: .hundredPercent) == .one)
    #expect(throws: ArithmeticError.overflow) { try Ray(basisPoints: BasisPoints(.max)) }
  }

  @Test(arguments: [(Rounding.down, "3", "1"), (.up, "4", "2"), (.halfUp, "3", "2")])
  func roundsProductsAndQuotientsAsTold(rounding: Rounding, product: String, quotient: String) throws {
    // 3 * 1.1 = 3.3 and 5 / 3 = 1.67
    let factor = Ray(1_100_000_000_000_000_000_000_000_000)
    #expect(try UInt256(3).multiplied(by: factor, rounding: rounding).description == product)
    let three = Ray(3_000_000_000_000_000_000_000_000_000)
    #expect(try UInt256(5).divided(by: three, rounding: rounding).description == quotient)
  }

  @Test func addsAndSubtractsExactly() throws {
    #expect(try Ray.one + Ray.one - Ray.one == Ray.one)
    #expect(throws: ArithmeticError.underflow) { try Ray.zero - Ray.one }
    #expect(throws: ArithmeticError.overflow) { try Ray(.max) + Ray.one }
  }

  @Test func multipliesAndDividesRays() throws {
    let half = try Ray.one.divided(by: Ray(2_000_000_000_000_000_000_000_000_000), rounding: .halfUp)
    #expect(half.raw == 500_000_000_000_000_000_000_000_000)
    #expect(try half.multiplied(by: half, rounding: .down).raw == 250_000_000_000_000_000_000_000_000)
  }
}
