import Lending
import Testing

@Suite struct LeverageBandTests {
  @Test func aBandIsNeverLeft() {
    let band = LeverageBand(target: 2, lowest: 1.7, highest: 2.3, speed: 0.05)
    #expect([1, 2, 3].map(band.rebalanced) == [1.7, 2, 2.3])
    #expect(abs(band.rebalanced(2.2) - 2.19) < 1e-12)
  }
}
