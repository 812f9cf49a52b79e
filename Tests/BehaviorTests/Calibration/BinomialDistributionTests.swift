import Behavior
import Testing

struct BinomialDistributionTests {
  @Test(arguments: [(15, 4.3), (14, 1.1), (20, 100), (-1, 0)])
  func `twenty intervals of nine in ten`(hits: Int, percent: Double) {
    let distribution = BinomialDistribution(tries: 20, probability: 0.9)
    #expect(rounded(100 * distribution.probability(ofAtMost: hits), 1) == percent)
  }

  @Test func `a row adds up from 0 to 1`() {
    let distribution = BinomialDistribution(tries: 3, probability: 0.25)
    let chances = (-1...3).map { distribution.probability(ofAtMost: $0) }
    for (chance, expected) in zip(chances, [0, 27 / 64.0, 54 / 64.0, 63 / 64.0, 1]) {
      #expect(abs(chance - expected) < 1e-15)
    }
  }

  @Test func `many tries, whose first terms are below any number`() {
    let distribution = BinomialDistribution(tries: 10_000, probability: 0.9)
    #expect(abs(distribution.probability(ofAtMost: 9_000) - 0.504_875_916_309_320_4) < 1e-9)
  }

  @Test func `what is certain`() {
    #expect(BinomialDistribution(tries: 5, probability: 0).probability(ofAtMost: 0) == 1)
    #expect(BinomialDistribution(tries: 5, probability: 1).probability(ofAtMost: 4) == 0)
    #expect(BinomialDistribution(tries: 0, probability: 0.5).probability(ofAtMost: 0) == 1)
  }
}
