import Testing

@testable import Simulation

struct CrowdModelTests {
  private static let calm = CrowdModel(healthFactor: 1 + exponential(0.07), spread: 1.8, sizes: 3)

  @Test func `a larger crowd begins with the smaller one, scaled to what all hold`() throws {
    let small = try #require(Self.calm.borrowers(700, price: 2_000, holding: 200, seed: 4))
    let large = try #require(Self.calm.borrowers(3_000, price: 2_000, holding: 200, seed: 4))
    #expect(Array(large.prices.prefix(700)) == small.prices)
    #expect(small.amounts.reduce(0, +).isNear(200) && large.amounts.reduce(0, +).isNear(200))
    let other = try #require(Self.calm.borrowers(700, price: 2_000, holding: 200, seed: 5))
    #expect(Set(other.prices).isDisjoint(with: small.prices))
  }

  /// The published figures that the kinds were fitted to: medians of the health factor, and half of everything in the
  /// hands of a hundredth.
  @Test func `a crowd is spread as it was found`() throws {
    let count = 20_000
    let crowd = try #require(Self.calm.borrowers(count, price: 2_000, holding: 1, seed: 1))
    let factors = crowd.prices.map { 2_000 / $0 }.sorted()
    #expect(factors.allSatisfy { $0 > 1 })
    #expect(abs(factors[count / 2] - 2.07) < 0.05)
    // One standard deviation of ln(health factor - 1) to either side.
    #expect(abs(naturalLogarithm(factors[count * 8_413 / 10_000] - 1) - (0.07 + 1.8)) < 0.06)
    #expect(abs(naturalLogarithm(factors[count * 1_587 / 10_000] - 1) - (0.07 - 1.8)) < 0.06)
    for seed in UInt64(1)...20 {
      let thousand = try #require(Self.calm.borrowers(1_000, price: 2_000, holding: 1, seed: seed))
      let largest = thousand.amounts.sorted(by: >).prefix(10).reduce(0, +)
      #expect((0.4...0.7).contains(largest), "seed \(seed)")
    }
  }

  @Test func `all are alike without a deviation`() throws {
    let crowd = try #require(
      CrowdModel(healthFactor: 1.25, spread: 0, sizes: 0).borrowers(10, price: 2_000, holding: 20, seed: 1))
    #expect(crowd.prices.allSatisfy { $0 == 1_600 } && crowd.amounts.allSatisfy { $0 == 2 })
  }

  /// With optimisation, without it, and on another machine.
  @Test func `every bit is the same on every machine`() throws {
    let crowd = try #require(Self.calm.borrowers(1_000, price: 2_000, holding: 200, seed: 1))
    var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    for value in crowd.prices + crowd.amounts { fingerprint = (fingerprint ^ value.bitPattern) &* 0x100_0000_01B3 }
    #expect(fingerprint == 2_243_955_227_877_493_519)
  }

  @Test func `drawing can be stopped`() {
    #expect(Self.calm.borrowers(1_000, price: 2_000, holding: 1, seed: 1, goesOn: { _ in false }) == nil)
  }
}
