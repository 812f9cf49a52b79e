import Testing

@testable import Behavior

struct MaximumTests {
  @Test func `within the range`() {
    let maximum = Maximum(of: { 3 - ($0 - 1.234_567) * ($0 - 1.234_567) }, from: 0, to: 5)
    #expect(abs(maximum.place - 1.234_567) < 1e-7 && abs(maximum.value - 3) < 1e-14)
  }

  @Test func `at either end`() {
    #expect(Maximum(of: { -$0 }, from: 0, to: 5).place == 0)
    #expect(Maximum(of: { $0 }, from: 0, to: 5).place == 5)
  }

  /// The higher of two hills, the second of which lies behind a valley without end.
  @Test func `the highest of several`() {
    let hills = { (x: Double) in x < 2 ? 1 - (x - 1) * (x - 1) : x < 3 ? -.infinity : 2 - (x - 4) * (x - 4) }
    #expect(abs(Maximum(of: hills, from: 0, to: 5).place - 4) < 1e-7)
  }
}
