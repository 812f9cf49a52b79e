import Testing

@testable import Interpreter

/// What a lesson asks of a session.
struct SessionLessonsTests {
  /// A mode is no other market, and whoever comes by the place again has not left it.
  @Test(arguments: [
    ("market mode 1", false), ("market", false), ("deposit 1 wstETH", false), ("market aave-v3-ethereum-emode", true),
    ("market aave-v3-ethereum-emode; deposit 1 wstETH", false), ("market classroom", true),
    ("deposit 2 wstETH; reset; deposit 3 wstETH", true), ("reset; deposit 3 wstETH; undo 2", false),
  ])
  func `a world of one's own begins with a market`(line: String, hasBegunAnew: Bool) throws {
    let surroundings = Surroundings()
    var place = try Session(
      market: try surroundings.market(named: "aave-v3-ethereum-emode"), surroundings: surroundings)
    place.run("deposit 1 wstETH") { _, _ in }
    var session = place
    session.run(line) { _, _ in }
    #expect(session.hasBegunAnew(besides: place) == hasBegunAnew)
  }
}
