import Testing

@testable import Interpreter

struct ExperimentTableTests {
  @Test func `a row for each round, with everything that was chosen and what came`() throws {
    var session = try ClassroomSession.make()
    _ = session.output(
      of:
        "experiment start rounds 4 seed 11; round 2x odds 5% interval 1750 2300; round 5x; round 0x; experiment export a.csv"
    )
    #expect(
      try session.surroundings.files.text(of: "a.csv", limit: 10_000, what: "a table") == """
        part,block,round,previous,settled,passive_leverage,leverage,buffer_sigmas,odds_stated,odds_formula,interval_low,interval_high,price_before,price_lowest,price_after,equity_before,equity_after,liquidated
        A,1,1,,,,2.000000,4.520124,0.050000,0.000004,1750.000000,2300.000000,2000.000000,1692.853404,1733.872141,10000.000000,7338.721411,0
        A,1,2,loss,0,2.362635,5.000000,0.277753,,0.756620,,,1733.872141,1540.559757,1646.269768,7338.721411,4759.049642,1
        A,2,3,,,,0.000000,,,0.000000,,,1646.269768,1581.710762,1615.718252,10000.000000,10000.000000,0

        """)
  }

  /// Odds of nothing are 0, not missing.
  @Test func `odds too small for a fraction are shown as 0`() throws {
    var session = try ClassroomSession.make()
    _ = session.output(
      of: "experiment start rounds 4 seed 12 vol 20% drift 0%; round 1.7x; round 2x; experiment export a.csv")
    let rows = try session.surroundings.files.text(of: "a.csv", limit: 10_000, what: "a table").split(separator: "\n")
    #expect(
      rows.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[9] } == [
        "0.000000", "0.000000",
      ])
  }
}
