import Testing

@testable import Behavior

/// Against the tables of Student's t and the noncentral t of another program.
struct StudentTestTests {
  @Test(arguments: [(1, 12.706_204_736), (2, 4.302_652_730), (5, 2.570_581_836), (18, 2.100_922_040)])
  func `the limit of 2.5%`(freedom: Int, expected: Double) throws {
    let distribution = try #require(StudentTest(freedom: freedom))
    #expect(abs(distribution.limit(exceededWith: 0.025) - expected) < 1e-6)
    #expect(abs(distribution.chance(above: expected, shift: 0) - 0.025) < 1e-9)
  }

  @Test func `a shift raises the chance`() throws {
    let distribution = try #require(StudentTest(freedom: 16))
    #expect(abs(distribution.chance(above: 2.119_905_299, shift: 2.984_546_464) - 0.8) < 1e-8)
    #expect(StudentTest(freedom: 0) == nil)
  }
}
