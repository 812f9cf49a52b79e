import Testing

@testable import Simulation

struct DistributionTests {
  @Test(arguments: [(0.0, 1.0), (0.05, 1), (0.5, 3), (0.74, 3), (0.75, 4), (0.95, 4), (1, 5)])
  func `a quantile is one of the numbers`(share: Double, expected: Double) {
    #expect(Distribution([5, 1, 4, 2, 3]).quantile(share) == expected)
  }

  @Test func `mean and classes count every number once`() {
    let distribution = Distribution([4, -1, 0, 1])
    #expect(distribution.mean == 1)
    #expect([(-Double.infinity)..<0, 0..<1, 1..<Double.infinity].map(distribution.share) == [0.25, 0.25, 0.5])
  }

  @Test func `one number is its own distribution`() {
    #expect([0, 0.5, 1].map(Distribution([7]).quantile) == [7, 7, 7])
  }
}
