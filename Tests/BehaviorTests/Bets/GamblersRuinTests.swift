import Behavior
import TestSupport
import Testing

struct GamblersRuinTests {
  @Test(arguments: [(25, 0.004), (5, 13.169), (2, 44.444), (1, 66.667)])
  func `the same edge in larger units`(units: Int, percent: Double) {
    #expect(rounded(100 * GamblersRuin(winProbability: 0.6).ruinProbability(units: units), 3) == percent)
  }

  @Test(arguments: [0, 0.3, 0.5])
  func `without an edge ruin is certain`(winProbability: Double) {
    #expect(GamblersRuin(winProbability: winProbability).ruinProbability(units: 10) == 1)
  }

  @Test(arguments: [(0.6, 3, 7), (0.4, 3, 7), (0.45, 12, 15), (0.55, 1, 30)])
  func `with a target it is the formula`(winProbability: Double, units: Int, target: Int) {
    let ratio = (1 - winProbability) / winProbability
    let power = { (exponent: Int) in (0..<exponent).reduce(1.0) { value, _ in value * ratio } }
    let expected = (power(units) - power(target)) / (1 - power(target))
    let chance = GamblersRuin(winProbability: winProbability).ruinProbability(units: units, target: target)
    #expect(abs(chance / expected - 1) < 1e-12)
  }

  @Test func `a fair bet, and a nearly fair one`() {
    #expect(GamblersRuin(winProbability: 0.5).ruinProbability(units: 3, target: 12) == 0.75)
    for edge in [1e-12, -1e-12] {
      let chance = GamblersRuin(winProbability: 0.5 + edge).ruinProbability(units: 3, target: 12)
      // To first order 0.75 (1 - 2 × 9 ÷ 3 ... ): the change is -2 edge k (N - k) ÷ N.
      #expect(abs(chance - 0.75 + 2 * edge * 3 * 9 / 12) < 1e-15)
    }
  }

  @Test func `the ends`() {
    let game = GamblersRuin(winProbability: 0.6)
    #expect(game.ruinProbability(units: 0, target: 5) == 1 && game.ruinProbability(units: 5, target: 5) == 0)
    #expect(GamblersRuin(winProbability: 0).ruinProbability(units: 4, target: 5) == 1)
    #expect(GamblersRuin(winProbability: 1).ruinProbability(units: 1, target: 5) == 0)
    #expect(abs(game.ruinProbability(units: 50, target: 100_000) / game.ruinProbability(units: 50) - 1) < 1e-13)
    #expect(GamblersRuin(winProbability: 0.4).ruinProbability(units: 5_000, target: 100_000) == 1)
  }

  /// The chance is the mean of those after a win and after a loss.
  @Test func `one step leads from chance to chance`() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let game = GamblersRuin(winProbability: .random(in: 0.01...0.99, using: &random))
      let target = Int.random(in: 2...60, using: &random)
      let units = Int.random(in: 1..<target, using: &random)
      let next = game.winProbability * game.ruinProbability(units: units + 1, target: target)
      let last = (1 - game.winProbability) * game.ruinProbability(units: units - 1, target: target)
      #expect(abs(game.ruinProbability(units: units, target: target) - next - last) < 1e-13, "\(random)")
    }
  }
}
