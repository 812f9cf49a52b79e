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
        A,1,1,,,,2.000000,4.520124,0.050000,0.000004,1750.00,2300.00,2000.00,1692.85,1733.87,10000.00,7338.72,0
        A,1,2,loss,0,2.362635,5.000000,0.277753,,0.756620,,,1733.87,1540.56,1646.27,7338.72,4759.05,1
        A,2,3,,,,0.000000,,,0.000000,,,1646.27,1581.71,1615.72,10000.00,10000.00,0

        """)
  }
}
