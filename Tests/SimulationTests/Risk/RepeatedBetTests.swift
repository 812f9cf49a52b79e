import Testing

@testable import Simulation

struct RepeatedBetTests {
  @Test func `an even bet that is won in six of ten`() {
    let bet = RepeatedBet(winProbability: 0.6, gain: 1, loss: 1)
    #expect(abs(bet.bestStake - 0.2) < 1e-15)
    // 0.6 ln 1.2 + 0.4 ln 0.8
    #expect(abs(bet.bestGrowth - 0.020_135_513_550_688_863) < 1e-16)
  }

  @Test func `a fair bet grows nothing, and a bad one asks for the other side`() {
    #expect(RepeatedBet(winProbability: 0.25, gain: 3, loss: 1).bestStake == 0)
    #expect(RepeatedBet(winProbability: 0.25, gain: 3, loss: 1).bestGrowth == 0)
    let bad = RepeatedBet(winProbability: 0.4, gain: 1, loss: 1)
    #expect(abs(bad.bestStake + 0.2) < 1e-15)
    #expect(abs(bad.bestGrowth - 0.020_135_513_550_688_863) < 1e-16)
  }

  @Test func `a nearly fair bet keeps its digits`() {
    // The edge d is 2^-20, and growth is 2 d² + 4 d⁴ ÷ 3 + ...
    let edge = 0x1p-20
    let bet = RepeatedBet(winProbability: 0.5 + edge, gain: 1, loss: 1)
    #expect(abs(bet.bestGrowth / (2 * edge * edge * (1 + 2 * edge * edge / 3)) - 1) < 1e-15)
  }

  @Test func `what is certain`() {
    // Everything can be staked that a loss would not take: with a loss of half the stake, twice the capital.
    let bet = RepeatedBet(winProbability: 1, gain: 1, loss: 0.5)
    #expect(bet.bestStake == 2)
    #expect(abs(bet.bestGrowth - 1.098_612_288_668_109_8) < 1e-15)
  }
}
