import Lending
import Testing

@Suite struct FlashLoopTests {
  private func position(collateral: Double, debt: Double, slippage: Double = 0.01) -> FlashLoop {
    FlashLoop(
      oraclePrice: 2_000, marketPrice: 1_990, slippage: slippage, swapFee: 0.003, flashFee: 0.0009,
      collateral: collateral, debt: debt)
  }

  @Test(arguments: [1.5, 2, 3, 5])
  func openingReachesTheRatioWhateverItCosts(ratio: Double) throws {
    let step = try position(collateral: 10, debt: 0).open(toCollateralRatio: ratio)
    #expect(abs(step.ltv - 1 / ratio) < 1e-12)
  }

  @Test(arguments: [2.0, 3, 5])
  func reducingReachesTheRatioWhateverItCosts(ratio: Double) throws {
    let step = try position(collateral: 10, debt: 13_000).reduce(toCollateralRatio: ratio)
    #expect(abs(step.ltv - 1 / ratio) < 1e-12)
  }

  @Test func aTargetOnTheOtherSideIsUnreachable() {
    #expect(throws: LoopError.unreachableTarget) {
      try position(collateral: 10, debt: 13_000).open(toCollateralRatio: 3)
    }
    #expect(throws: LoopError.unreachableTarget) {
      try position(collateral: 10, debt: 5_000).reduce(toCollateralRatio: 2)
    }
    // A ratio of 1 leaves no equity to pay the costs from.
    #expect(throws: LoopError.unreachableTarget) {
      try position(collateral: 10, debt: 0, slippage: -0.05).open(toCollateralRatio: 1)
    }
  }

  @Test func beingThereAlreadyMovesNothing() throws {
    let step = try position(collateral: 0.3, debt: 200).open(toCollateralRatio: 3)
    #expect(step.debtMoved == 0)
    #expect(step.collateralMoved == 0)
  }
}
