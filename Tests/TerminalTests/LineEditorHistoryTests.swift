import Foundation
import TestSupport
import Testing

@Suite struct LineEditorHistoryTests {
  private static let up = "\u{1B}[A"
  private static let down = "\u{1B}[B"

  private func probeWithLines() throws -> Probe {
    let probe = try Probe()
    for line in ["borrow 1", "deposit 2", "borrow 3"] { try probe.type(line + "\r", until: "got [\(line)]") }
    try probe.wait(line: Probe.empty())
    return probe
  }

  @Test(arguments: [("\u{1B}[A", "\u{1B}[B"), ("\u{1B}OA", "\u{1B}OB")])
  func upAndDownWalkThroughLines(up: String, down: String) throws {
    let probe = try probeWithLines()
    try probe.type(up, line: Probe.prompt("borrow 3"))
    try probe.type(up, line: Probe.prompt("deposit 2"))
    try probe.type(down, line: Probe.prompt("borrow 3"))
    try probe.type(down, line: Probe.empty())
  }

  @Test func upFindsLinesThatStartAlike() throws {
    let probe = try probeWithLines()
    try probe.type("bor" + Self.up, line: Probe.prompt("borrow 3"))
    try probe.type(Self.up, line: Probe.prompt("borrow 1"))
    try probe.type(Self.down + Self.down, line: Probe.prompt("bor"))
    try probe.type(Self.up + Self.up + "0\r", until: "got [borrow 10]")
  }

  @Test func incrementalSearch() throws {
    let probe = try probeWithLines()
    try probe.type("\u{12}row", until: "bck:row")
    try probe.type("\u{12}", until: "lever> borrow 1")
    try probe.type("\u{13}", until: "fwd:row")
    try probe.type("\u{12}", until: "bck:row")
    try probe.type("\r", until: "got [borrow 1]\n\(Probe.empty())")
  }

  @Test func theNextSessionKnowsTheLines() throws {
    let first = try probeWithLines()
    _ = try first.quit()
    let second = try Probe(home: first.home)
    try second.type(Self.up + Self.up, line: Probe.prompt("borrow 3"))
    try second.type("\u{12}pos", until: "lever> deposit 2")
    #expect(
      try first.home.read(".local/state/lever/history") == "borrow 1\ndeposit 2\nborrow 3\nquit\n")
  }

  @Test func twoSessionsKeepTheirLines() throws {
    let first = try Probe()
    let second = try Probe(home: first.home)
    try first.type("first 1\r", until: "got [first 1]")
    try second.type("second 1\r", until: "got [second 1]")
    try first.type("first 2\r", until: "got [first 2]")
    try first.wait(line: Probe.empty())
    #expect(try first.home.read(".local/state/lever/history") == "first 1\nsecond 1\nfirst 2\n")
  }

  @Test func stateFolderFromTheEnvironment() throws {
    let state = TemporaryFolder()
    let probe = try Probe(environment: ["XDG_STATE_HOME": state.path])
    try probe.type("a\r", until: "got [a]")
    try probe.type("a\r", until: "got [a]\nlever> a\ngot [a]")
    try probe.type(" hidden\r", until: "got [ hidden]")
    try probe.wait(line: Probe.empty())
    #expect(try state.read("lever/history") == "a\n")
  }

  @Test func aBrokenHistoryIsToldOnceAndEditingGoesOn() throws {
    let home = TemporaryFolder()
    try home.write("this is no folder", to: ".local")
    let probe = try Probe(home: home)
    try probe.type("a\r", until: "got [a]")
    try probe.type("b\r", until: "got [b]")
    try probe.type(Self.up + Self.up, line: Probe.prompt("a"))
    #expect(probe.terminal.screen.text.components(separatedBy: "warning: history").count == 2)
  }
}
