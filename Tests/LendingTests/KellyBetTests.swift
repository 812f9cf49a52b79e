import Lending
import Testing

@Suite struct KellyBetTests {
  @Test func anEvenBetIsNotWorthAStake() throws {
    #expect(try KellyBet(winProbability: 0.5, payoff: 1).fraction == 0)
    #expect(throws: LoopError.divideByZero) { try KellyBet(winProbability: 0.5, payoff: 0) }
  }
}
