import Behavior
import Testing

struct DetectableDriftTests {
  @Test(arguments: [(20, 0.63), (40, 0.44), (80, 0.31)])
  func `the lesson's figures are the normal approximation`(rounds: Int, expected: Double) {
    #expect(rounded(DetectableDrift(rounds: rounds).approximate, 2) == expected)
  }

  /// Against the noncentral t of another program.
  @Test(arguments: [
    (10, 10, 0.662_474), (20, 20, 0.454_565), (10, 8, 0.707_847), (9, 9, 0.703_464), (9, 8, 0.728_350),
    (5, 13, 0.785_286), (40, 40, 0.317_150),
  ])
  func `few rounds ask for more`(first: Int, second: Int, expected: Double) throws {
    let drift = DetectableDrift(firstCount: first, secondCount: second)
    #expect(rounded(try #require(drift.exact), 6) == expected)
    #expect(try #require(drift.exact) > drift.approximate)
  }

  @Test func `many rounds lead to the approximation, one or two to nothing`() throws {
    let many = DetectableDrift(rounds: 20_000)
    #expect(abs(try #require(many.exact) / many.approximate - 1) < 1e-4)
    #expect(DetectableDrift(rounds: 2).exact == nil && DetectableDrift(rounds: 3).exact != nil)
    #expect(DetectableDrift(rounds: 1).exact == nil && DetectableDrift(rounds: 1).approximate == .infinity)
  }
}
