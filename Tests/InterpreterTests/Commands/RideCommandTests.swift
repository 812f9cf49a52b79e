import FixedPoint
import Lending
import Reports
import TestSupport
import Testing

@testable import Interpreter

struct RideCommandTests {
  private func session() throws -> Session {
    let files = ScratchFiles()
    try files.write(
      "date,close\n2020-01-01,100\n2020-01-02,110\n2020-01-03,90\n2020-01-04,95\n", to: "a.csv", replacing: false)
    return try ClassroomSession.make(files: files)
  }

  private func run(_ line: String, in session: inout Session) throws {
    let (output, succeeded) = session.output(of: line)
    try #require(succeeded, Comment(rawValue: output))
  }

  @Test func `each step moves time and price by one bar`() throws {
    var session = try session()
    try run("deposit 10 ETH; ride a.csv", in: &session)
    #expect(session.world.marketPrice(of: "ETH") == 2_000)
    try run("ride next", in: &session)
    #expect(session.world.marketPrice(of: "ETH") == 2_200)
    #expect(session.world.day == 1)
    try run("ride next 2", in: &session)
    #expect(session.world.marketPrice(of: "ETH") == 1_900)
    #expect(session.world.day == 3)
    #expect(session.world.riding.ride?.isAtEnd == true)
    #expect(session.output(of: "ride next").output == "error: a.csv ends here: try `ride show` or `ride stop`\n")
    try run("ride stop", in: &session)
    #expect(session.world.riding == .none)
  }

  @Test func `undo takes a step back, redo makes it again`() throws {
    var session = try session()
    try run("deposit 10 ETH; ride a.csv; ride next", in: &session)
    let after = session.world
    try run("undo", in: &session)
    #expect(session.world.marketPrice(of: "ETH") == 2_000)
    #expect(session.world.riding.ride?.bar == 0)
    try run("redo", in: &session)
    #expect(session.world == after)
    try run("undo 2", in: &session)
    #expect(session.world.riding == .none)
  }

  @Test func `every close that passed is remembered, also by the worlds before`() throws {
    var session = try session()
    try run("ride bleed", in: &session)
    for _ in 0..<70 { try run("ride next", in: &session) }
    let ride = try #require(session.world.riding.ride)
    #expect(ride.points.map(\.sample.bar) == Array(0...70))
    try run("undo 10; ride next 3", in: &session)
    #expect(session.world.riding.ride?.points.map(\.sample.bar) == Array(0...63))
    #expect(session.world.riding.ride?.points[..<61] == ride.points[..<61])
  }

  @Test func `a price that was set on the way lasts until the next bar`() throws {
    var session = try session()
    try run("deposit 10 ETH; ride a.csv; price 1000; ride next", in: &session)
    #expect(session.world.marketPrice(of: "ETH") == 2_200)
  }

  @Test func `acting is compared with doing nothing`() throws {
    var session = try session()
    try run("deposit 10 ETH; loop to 2x; ride a.csv; ride next; unwind to 1x; ride next", in: &session)
    let ride = try #require(session.world.riding.ride)
    // Ten ETH net gained $2,000 with the price, doubled by the loop, and then stood in the wallet and as collateral.
    #expect(ride.untouched.riding == .none)
    #expect(session.world.learnerWealth > ride.untouched.learnerWealth)
    let (output, _) = session.output(of: "ride stop")
    #expect(output.contains("ridden"))
    #expect(output.contains("doing nothing  "))
  }

  @Test func `a saved ride comes back by its commands, and says when its file is gone`() throws {
    var session = try session()
    try run("deposit 10 ETH; loop to 2x; ride a.csv; ride next; unwind to 1.5x; ride next", in: &session)
    let world = session.world
    try run("save ride.lever; reset; open ride.lever", in: &session)
    #expect(session.world == world)

    var elsewhere = try ClassroomSession.make()
    let commands = session.rebuildingCommands
    var outputs: [String] = []
    for command in commands { outputs.append(elsewhere.output(of: command).output) }
    #expect(outputs.contains("error: a.csv cannot be read: there is no such file\n"))
  }

  @Test func `it stops at the bar of a liquidation`() throws {
    var session = try session()
    try run("deposit 10 ETH; loop to 4.5x; ride a.csv", in: &session)
    let (output, _) = session.output(of: "ride next 3 days")
    #expect(session.world.riding.ride?.bar == 2)
    #expect(output.contains("Liquidated"))
  }

  @Test func `a stop that is reverted is sent once in a bar`() throws {
    var session = try session()
    try run("deposit 5 ETH; borrow 4000 USDC; pool 10 ETH; stop 1900 slippage 1%; ride a.csv; ride next", in: &session)
    let (output, _) = session.output(of: "ride next")
    #expect(output.split(separator: "was triggered").count == 2)
    #expect(session.world.stop != nil)
  }

  @Test func `it goes on until something is true`() throws {
    var session = try session()
    try run("deposit 10 ETH; loop to 2x; ride a.csv; ride until price(ETH) < 1900", in: &session)
    #expect(session.world.riding.ride?.bar == 2)
    #expect(session.output(of: "ride until price(ETH) < 1900").output == "error: `price(ETH) < 1900` is true already\n")
  }

  @Test(arguments: [
    ("ride", "error: there is no ride: try `ride crash` or `ride prices.csv`"),
    ("ride stop", "error: there is no ride: try `ride crash` or `ride prices.csv`"),
    ("ride crash; ride crash", "error: you are on a ride through crash already: try `ride next` or `ride stop`"),
    ("ride crash for 3 days", "error: a ride goes on as long as you do, so it has no `for`: try `ride stop`"),
    ("ride crash; ride next 0", "error: the number of bars has to be from 1 to 1,000,000"),
    ("ride crash; ride next 3 bananas", "error: `bananas` is no unit of time"),
    ("ride crash until", "error: `until` is no word of `ride`"),
    ("ride a.csv from 2021-01-01", "error: a.csv runs from 2020-01-01 to 2020-01-04"),
  ]) func `mistakes`(line: String, expected: String) throws {
    var session = try session()
    let (output, succeeded) = session.output(of: line)
    let message = output.split(separator: "\n").last { $0.hasPrefix("error") }
    #expect(!succeeded)
    #expect(message.map(String.init) == expected)
  }

  @Test func `the future is not shown`() throws {
    var session = try session()
    let (opening, _) = session.output(of: "deposit 10 ETH; ride a.csv")
    let (status, _) = session.output(of: "ride")
    let (chart, _) = session.output(of: "ride next; ride show")
    for text in [opening, status, chart] {
      #expect(!text.contains("2020-01-03") && !text.contains("01-04") && !text.contains("$1,800"))
    }
  }

  @Test func `Tab offers what there is to do`() throws {
    var session = try session()
    let offered = { (line: String, session: Session) in
      session.completions(in: line, at: line.unicodeScalars.count).candidates.map(\.text)
    }
    #expect(offered("ride ", session) == ["crash", "bleed", "rally", "a.csv"])
    try run("ride a.csv", in: &session)
    #expect(offered("ride n", session) == ["next"])
    #expect(offered("ride next 3 ", session) == ["days"])
  }
}
