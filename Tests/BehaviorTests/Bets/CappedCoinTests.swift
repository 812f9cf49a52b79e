import Behavior
import Simulation
import Testing

struct CappedCoinTests {
  @Test(arguments: [
    (0.05, 70.5, 217.96, 0.1), (0.1, 94.2, 241.36, 0.4), (0.12, 95.0, 242.03, 0.8), (0.2, 93.8, 237.36, 3.3),
    (0.3, 85.9, 217.12, 11.0), (0.4, 70.8, 178.31, 27.4), (0.5, 52.4, 131.39, 47.3),
  ])
  func `three hundred flips of the published game`(
    stake: Double, capPercent: Double, mean: Double, lossPercent: Double
  ) {
    let result = CappedCoin().expectation(stake: stake)
    #expect(rounded(100 * result.capProbability, 1) == capPercent)
    #expect(rounded(result.meanPayout, 2) == mean)
    // 11.046% is printed as 11.0%.
    #expect(rounded(100 * result.lossProbability, 1) == lossPercent)
  }

  /// All ways of six flips, one by one.
  @Test(arguments: [0.1, 0.35, 0.7, 1])
  func `few flips are counted one by one`(stake: Double) {
    let coin = CappedCoin(flips: 6, start: 10, cap: 25)
    var (cap, mean, loss) = (0.0, 0.0, 0.0)
    for way in 0..<64 {
      var (capital, chance) = (10.0, 1.0)
      for flip in 0..<6 {
        let wins = way >> flip & 1 == 1
        chance *= wins ? 0.6 : 0.4
        if capital < 25 { capital *= wins ? 1 + stake : 1 - stake }
      }
      cap += capital >= 25 ? chance : 0
      mean += chance * min(capital, 25)
      loss += capital < 10 ? chance : 0
    }
    let result = coin.expectation(stake: stake)
    #expect(abs(result.capProbability - cap) < 1e-12)
    #expect(abs(result.meanPayout - mean) < 1e-12)
    #expect(abs(result.lossProbability - loss) < 1e-12)
  }

  @Test func `who stakes nothing keeps the start, and a cap can be met exactly`() {
    let kept = CappedCoin().expectation(stake: 0)
    #expect(abs(kept.meanPayout - 25) < 1e-12 && kept.capProbability == 0 && kept.lossProbability == 0)
    let doubled = CappedCoin(flips: 1, start: 25, cap: 50).expectation(stake: 1)
    #expect(abs(doubled.capProbability - 0.6) < 1e-15)
    #expect(CappedCoin(flips: 0).expectation(stake: 0.5).meanPayout == 25)
  }

  /// All on ten flips: lost with 99.4%.
  @Test func `all or nothing`() {
    let result = CappedCoin(flips: 10, start: 25, cap: .infinity).expectation(stake: 1)
    #expect(rounded(100 * result.lossProbability, 1) == 99.4)
  }

  @Test func `growth in a flip`() {
    let coin = CappedCoin()
    #expect(rounded(100 * coin.growth(stake: 0.2), 2) == 2.01)
    #expect(abs(coin.growth(stake: coin.bet.bestStake) - coin.bet.bestGrowth) < 1e-16)
    #expect(rounded(100 * coin.shareOfBestGrowth(stake: 0.1), 1) == 74.7)
    #expect(rounded(100 * coin.growth(stake: 0.4), 2) == -0.24)
    #expect(coin.growth(stake: 0.3885) > 0 && coin.growth(stake: 0.3895) < 0)
    #expect(coin.growth(stake: 1) == -.infinity)
  }
}
