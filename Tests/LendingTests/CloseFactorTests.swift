import FixedPoint
import Lending
import Testing

@Suite struct CloseFactorTests {
  @Test(
    arguments: [
      (200_000_000_000, 200_000_000_000, 950_000_000_000_000_001, 5_000),
      (200_000_000_000, 200_000_000_000, 950_000_000_000_000_000, 10_000),
      (199_999_999_999, 200_000_000_000, 990_000_000_000_000_000, 10_000),
      (200_000_000_000, 199_999_999_999, 990_000_000_000_000_000, 10_000),
    ] as [(UInt64, UInt64, UInt64, UInt64)])
  func isHalfOnlyWhenLargeAndNearlyHealthy(collateral: UInt64, debt: UInt64, healthFactor: UInt64, share: UInt64) {
    let closeFactor = CloseFactor.share(
      reserveCollateralBase: UInt256(collateral), reserveDebtBase: UInt256(debt),
      healthFactor: Wad(UInt256(healthFactor)))
    #expect(closeFactor.raw == UInt256(share))
  }
}
