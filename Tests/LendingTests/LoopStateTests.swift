import Lending
import Testing

@Suite struct LoopStateTests {
  @Test(arguments: [(0, 1.0), (1, 1.7), (2, 2.19), (3, 2.533), (5, 2.94117)])
  func depositsAreTheGeometricSeries(loops: Int, leverage: Double) throws {
    let state = try LoopState(equity: 20_000, ltv: 0.7, liquidationThreshold: 0.825, loops: loops)
    #expect(abs(state.leverage - leverage) < 1e-12)
    #expect(abs(state.exposure - state.debt - 20_000) < 1e-9)
  }

  @Test func endlessLoopsReachTheLimit() throws {
    let state = try LoopState(equity: 1, ltv: 0.8, liquidationThreshold: 0.825, loops: .max)
    let limits = try LoopLimits(ltv: 0.8, liquidationThreshold: 0.825, liquidationBonus: 0.05)
    #expect(abs(state.leverage - limits.maxLeverage) < 1e-12)
    #expect(abs(state.healthFactor - limits.healthFactorLimit) < 1e-12)
  }

  @Test func smallAndLargeRatiosKeepTheirDigits() throws {
    let small = try LoopState(equity: 1, ltv: 1e-12, liquidationThreshold: 0.8, loops: 3)
    #expect(abs(small.debt / 1e-12 - 1) < 1e-11)
    let large = try LoopState(equity: 1, ltv: 1 - 1e-12, liquidationThreshold: 0.8, loops: 2)
    #expect(abs(large.leverage - 3) < 1e-11)
  }

  @Test(arguments: [-0.1, 1, 1.5, .nan])
  func aRatioOutsideTheUnitHasNoSeries(ltv: Double) {
    #expect(throws: LoopError.invalidInput) {
      try LoopState(equity: 1, ltv: ltv, liquidationThreshold: 0.8, loops: 1)
    }
    #expect(throws: LoopError.invalidInput) {
      try LoopLimits(ltv: ltv, liquidationThreshold: 0.8, liquidationBonus: 0)
    }
  }

  /// With the threshold at the ltv the distance is ltv^(loops + 1) of the weighted exposure: far below 1, and still exact.
  @Test func `a hair's breadth is not lost`() throws {
    let state = try LoopState(equity: 1, ltv: 0.5, liquidationThreshold: 0.5, loops: 99)
    let expected = 0x1p-100 / (1 - 0x1p-100)
    #expect(abs(state.dropToLiquidation - expected) <= 1e-12 * expected)
  }
}
