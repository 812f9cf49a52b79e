import Reports
import Testing

@testable import Interpreter

struct SessionStateTests {
  @Test func `is what print shows`() throws {
    var session = try ClassroomSession.make()
    session.run("deposit 10 ETH; loop 5 at 70%; price 1800.5") { _, _ in }
    let state = SessionState(of: session.world)
    let figures = [
      ("hf", state.hf), ("leverage", state.leverage), ("ltv", state.ltv), ("buffer", state.buffer),
      ("equity", state.equity),
      ("collateral", state.collateral), ("debt", state.debt), ("liquidation_price", state.liquidationPrice),
      ("day", state.day),
      ("price(ETH)", state.prices["ETH"]), ("price(USDC)", state.prices["USDC"]),
    ]
    for (name, value) in figures { #expect(value == session.printed(name), "\(name)") }
    #expect(state.prices.count == 2)
  }

  @Test func `has a place for everything before the first deposit`() throws {
    let state = SessionState(of: try ClassroomSession.make().world)
    #expect(
      try JSONRenderer().render(state)
        == #"{"buffer":"1","collateral":"0","day":"0","debt":"0","equity":"0","hf":"infinity","leverage":"0","#
        + #""liquidation_price":"0","ltv":"0","prices":{"ETH":"2000","USDC":"1"}}"#)
  }
}
