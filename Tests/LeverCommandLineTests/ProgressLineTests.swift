import Interpreter
import Testing

@testable import LeverCommandLine

struct ProgressLineTests {
  private static func line(done: Int, of total: Int = 3_650_000_000, seconds: Double, width: Int = 80) -> String {
    ProgressLine(
      progress: Progress(activity: "simulating", unit: "steps", total: total, done: done), seconds: seconds
    ).text(width: width)
  }

  @Test func `share, rate and estimate`() {
    #expect(
      Self.line(done: 876_000_000, seconds: 1.2)
        == "simulating 24%  730 million steps a second  4 s left  (Ctrl-C stops)")
    #expect(
      Self.line(done: 3_000, of: 1_000_000, seconds: 2)
        == "simulating 0%  1,500 steps a second  12 min left  (Ctrl-C stops)")
  }

  @Test func `nothing done yet has no rate`() {
    #expect(Self.line(done: 0, seconds: 1) == "simulating 0%  (Ctrl-C stops)")
  }

  @Test func `what does not fit is left out from its end`() {
    #expect(
      [60, 50, 30, 10].map { Self.line(done: 876_000_000, seconds: 1.2, width: $0) } == [
        "simulating 24%  730 million steps a second  4 s left", "simulating 24%  730 million steps a second",
        "simulating 24%", "simulatin",
      ])
  }
}
