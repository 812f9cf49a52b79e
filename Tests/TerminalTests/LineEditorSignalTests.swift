import Foundation
import TestSupport
import Testing

@Suite struct LineEditorSignalTests {
  @Test func controlCDropsTheLineAndKeepsWhatFollows() throws {
    let probe = try Probe()
    try probe.type("dropped\u{3}kept\r", until: "got [kept]")
    try probe.wait(line: Probe.empty())
    #expect(
      probe.terminal.screen.text == """
        lever> dropped^C
        interrupt
        lever> kept
        got [kept]
        \(Probe.empty())
        """)
  }

  @Test func controlCInTheMiddleOfALine() throws {
    let probe = try Probe(columns: 30)
    try probe.type("one two three four five six\u{1}\u{3}", until: "interrupt")
    try probe.wait(line: Probe.empty(columns: 30))
    #expect(
      probe.terminal.screen.text == """
        lever> one two three four five
         six^C
        interrupt
        \(Probe.empty(columns: 30))
        """)
  }

  @Test func controlCInAnIncrementalSearch() throws {
    let probe = try Probe()
    try probe.type("borrow 1\r", until: "got [borrow 1]")
    try probe.type("\u{12}bor", until: "bck:bor")
    try probe.type("\u{3}next\r", until: "interrupt\nlever> next\ngot [next]")
  }

  @Test func anInterruptFromElsewhere() throws {
    let probe = try Probe()
    try probe.type("abc", line: Probe.prompt("abc"))
    probe.terminal.signal(SIGINT)
    try probe.terminal.wait(for: "lever> abc^C\ninterrupt\n\(Probe.empty())")
  }

  @Test func controlCStopsACommandAndNotTheSession() throws {
    let probe = try Probe()
    try probe.type("work\r", until: "working")
    try probe.type("\u{3}", whileBusy: true, until: "stopped")
    try probe.type("next\r", until: "got [next]")
    #expect(!probe.terminal.screen.text.contains("interrupt"))
  }

  @Test func controlDOnAnEmptyLineEnds() throws {
    let probe = try Probe()
    try probe.wait(line: Probe.empty())
    try probe.type("\u{4}", until: "\nend")
    #expect(try probe.terminal.waitForExit() == .exited(0))
    #expect(probe.terminal.screen.text == "lever>\nend")
  }

  @Test func whatIsTypedWhileACommandRunsIsKept() throws {
    let probe = try Probe()
    try probe.type("work\r", until: "working")
    // The terminal echoes this where the cursor is, and the editor shows it again in its place.
    try probe.type("next\rhalf", whileBusy: true, until: "next\nhalf")
    // Not by a key: that would drop what was typed.
    probe.terminal.signal(SIGINT)
    try probe.wait(line: Probe.prompt("half"))
    #expect(
      probe.terminal.screen.text == """
        lever> work
        got [work]
        working
        next
        halfstopped
        lever> next
        got [next]
        \(Probe.prompt("half"))
        """)
  }

  @Test func controlDTypedWhileACommandRunsEnds() throws {
    let probe = try Probe()
    try probe.type("work\r", until: "working")
    try probe.type("next\r\u{4}", whileBusy: true, until: "working\nnext")
    probe.terminal.signal(SIGINT)
    #expect(try probe.terminal.waitForExit() == .exited(0))
    #expect(probe.terminal.screen.text.hasSuffix("\nend"))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func terminationRestoresTheTerminal(signal: Int32) throws {
    let probe = try Probe()
    try probe.type("saved\r", until: "got [saved]")
    try probe.type("half", line: Probe.prompt("half"))
    #expect(!probe.terminal.isCooked)
    probe.terminal.signal(signal)
    try probe.terminal.wait(for: "terminate \(signal)")
    #expect(try probe.terminal.waitForExit() == .exited(0))
    #expect(probe.terminal.isCooked)
    #expect(try probe.home.read(".local/state/lever/history") == "saved\n")
  }

  @Test func aClosedTerminalEnds() throws {
    let probe = try Probe()
    try probe.type("saved\r", until: "got [saved]")
    try probe.wait(line: Probe.empty())
    probe.terminal.hangUp()
    #expect(try probe.terminal.waitForExit() == .exited(0))
    #expect(try probe.home.read(".local/state/lever/history") == "saved\n")
  }

  @Test func theTerminalIsItselfWhileACommandRuns() throws {
    let probe = try Probe()
    #expect(!probe.terminal.isCooked)
    try probe.type("work\r", until: "working")
    #expect(probe.terminal.isCooked)
    try probe.type("\u{3}", whileBusy: true, until: "stopped")
    try probe.type("quit\r", until: "got [quit]")
    #expect(try probe.terminal.waitForExit() == .exited(0))
    #expect(probe.terminal.isCooked)
  }

  @Test func resizingDrawsTheLineAnew() throws {
    let probe = try Probe(columns: 60)
    try probe.type("borrow 5", line: Probe.prompt("borrow 5"))
    probe.terminal.resize(columns: 40, rows: 10)
    try probe.wait(line: Probe.prompt("borrow 5", columns: 40))
    probe.terminal.resize(columns: 70, rows: 20)
    try probe.wait(line: Probe.prompt("borrow 5", columns: 70))
    #expect(probe.terminal.screen.text == Probe.prompt("borrow 5", columns: 70))
    try probe.type(" USDC\r", until: "got [borrow 5 USDC]")
    try probe.type("columns\r", until: "columns 70")
  }

  @Test func resizingKeepsWhatIsAbove() throws {
    let probe = try Probe(columns: 60)
    try probe.type("above\r", until: "got [above]")
    let words = "one two three four five six seven eight nine ten"
    try probe.type(words, line: "lever> " + words)
    probe.terminal.resize(columns: 30, rows: 16)
    try probe.terminal.wait(for: "lever> one two three four five\n six seven eight nine ten")
    probe.terminal.resize(columns: 60, rows: 16)
    try probe.wait(line: "lever> " + words)
    #expect(probe.terminal.screen.text.hasPrefix("lever> above\ngot [above]\nlever> one two"))
  }

  @Test func stoppingAndGoingOn() throws {
    let probe = try Probe()
    try probe.type("borrow 5", line: Probe.prompt("borrow 5"))
    // There is no shell here that would take the terminal, and the system does not stop an orphan by a key.
    probe.terminal.signal(SIGSTOP)
    try probe.terminal.waitForStop()
    probe.terminal.resize(columns: 50, rows: 16)
    probe.terminal.signal(SIGCONT)
    try probe.wait(line: Probe.prompt("borrow 5", columns: 50))
    try probe.type("0\r", until: "got [borrow 50]")
  }

  @Test func controlZUnderAShell() throws {
    let home = TemporaryFolder()
    let shell = try PseudoTerminal(
      "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
      environment: [
        "TERM": "xterm", "HOME": home.path, "PS1": "shell$ ", "PATH": "/usr/bin:/bin", "HISTFILE": "/dev/null",
      ])
    try shell.wait(for: "shell$")
    shell.send("\(try BuiltProduct.path("edit-probe"))\r")
    try shell.wait(for: "lever>")
    shell.send("borrow 5")
    try shell.wait(for: Probe.prompt("borrow 5"))
    shell.send("\u{1A}")
    try shell.wait(for: "Stopped")
    shell.send("echo $((6*7))\r")
    try shell.wait(for: "\n42\n")
    shell.send("fg\r")
    try shell.wait(for: "the line to be drawn anew") { $0.screen.cursorLine == Probe.prompt("borrow 5") }
    shell.send("0\r")
    try shell.wait(for: "got [borrow 50]")
  }
}
