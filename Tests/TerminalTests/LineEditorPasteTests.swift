import TestSupport
import Testing

@Suite struct LineEditorPasteTests {
  private static let start = "\u{1B}[200~"
  private static let end = "\u{1B}[201~"

  @Test func pastedLinesRunOneAfterTheOther() throws {
    let probe = try Probe()
    let paste = Self.start + "deposit\t10 ETH\r\nborrow 5\r\nrepay" + Self.end
    try probe.type(paste, until: "got [borrow 5]")
    try probe.wait(line: Probe.prompt("repay"))
    try probe.type(" 1\r", until: "got [repay 1]")
    try probe.wait(line: Probe.empty())
    #expect(
      probe.terminal.screen.text == """
        lever> deposit 10 ETH
        got [deposit 10 ETH]
        lever> borrow 5
        got [borrow 5]
        lever> repay 1
        got [repay 1]
        \(Probe.empty())
        """)
  }

  @Test func aPasteIntoALine() throws {
    let probe = try Probe()
    try probe.type("borrow  USDC\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[D", line: Probe.prompt("borrow  USDC"))
    try probe.type(Self.start + "5" + Self.end + "\r", until: "got [borrow 5 USDC]")
  }

  @Test func controlCDropsTheRestOfAPaste() throws {
    let probe = try Probe()
    try probe.type(Self.start + "work\nnext\nlast" + Self.end, until: "working")
    try probe.type("\u{3}", whileBusy: true, until: "stopped")
    try probe.wait(line: Probe.empty())
    #expect(
      probe.terminal.screen.text == """
        lever> work
        got [work]
        working
        ^Cstopped
        \(Probe.empty())
        """)
  }

  @Test func aTerminalWithoutBracketedPaste() throws {
    let probe = try Probe()
    try probe.type("deposit 1\rborrow 5\rrepay 1\r", until: "got [repay 1]")
    try probe.wait(line: Probe.empty())
    #expect(probe.terminal.screen.text.contains("got [deposit 1]"))
    #expect(probe.terminal.screen.text.contains("got [borrow 5]"))
  }

  @Test func theTerminalIsToldOnlyWhileALineIsRead() throws {
    let probe = try Probe()
    try probe.type("work\r", until: "working")
    let output = String(decoding: probe.terminal.output, as: UTF8.self)
    let on = output.ranges(of: "\u{1B}[?2004h").count
    let off = output.ranges(of: "\u{1B}[?2004l").count
    #expect(on == 1)
    #expect(off == 1)
  }
}
