import Behavior
import Simulation
import Testing

struct PlanGapTests {
  @Test func `plan less action`() throws {
    let records = [
      RoundRecord.example(2, after: nil),
      RoundRecord.example(3, after: .win, exit: RoundChoice.Exit(planned: 2, actual: 1.6)),
      RoundRecord.example(1, after: .loss), RoundRecord.example(2, passive: nil, after: .loss),
    ]
    let gap = PlanGap(records, plan: LeveragePlan(leverageAfterWin: 1.5, leverageAfterLoss: 2), seed: 1)
    #expect(abs(try #require(gap.leverageAfterWins).value + naturalLogarithm(2)) < 1e-15)
    #expect(abs(try #require(gap.leverageAfterLosses).value - naturalLogarithm(2) / 2) < 1e-15)
    #expect(abs(try #require(gap.exitsAfterWins).value - naturalLogarithm(1.25)) < 1e-15)
    #expect(gap.exitsAfterLosses == nil)
  }
}
