import Testing

@testable import Interpreter

/// The chance of so few hits, for weeks that come twice.
struct CalibrationReportTests {
  /// The line of hits after eight rounds, of which these have an interval that misses.
  private func hits(missing rounds: Set<Int>, holding others: Set<Int> = []) throws -> String {
    let run = try ClassroomSession.runner()
    _ = run("experiment start rounds 4 seed 11")
    for round in 0..<8 {
      if round == 7 { _ = run("settle") }
      let interval = rounds.contains(round) ? " interval 1 2" : others.contains(round) ? " interval 1 100000" : ""
      let (output, succeeded) = run("round 1x" + interval)
      try #require(succeeded, Comment(rawValue: output))
    }
    let lines = run("experiment report").output.split(separator: "\n")
    return String(try #require(lines.first { $0.hasPrefix("hits") }))
  }

  /// Rounds 4 and 5 are the weeks of rounds 3 and 2.
  @Test func `different weeks count each`() throws {
    let line = try hits(missing: [0, 1], holding: [4, 5])
    #expect(line.contains("2 of 4") && line.contains("3.6 expected; as few by chance: 5.2%"), Comment(rawValue: line))
  }

  @Test func `a week that came twice counts once`() throws {
    // One miss of one: 10%. As two weeks it would be 1%.
    let line = try hits(missing: [0, 7])
    #expect(line.contains("0 of 2") && line.contains("as few by chance: 10.0%"), Comment(rawValue: line))
    let other = try hits(missing: [0, 1])
    #expect(other.contains("as few by chance: 1.0%"), Comment(rawValue: other))
  }
}
