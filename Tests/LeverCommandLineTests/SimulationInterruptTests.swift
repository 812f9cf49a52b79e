import TestSupport
import Testing

/// Ctrl-C during long work at the prompt.
struct SimulationInterruptTests {
  @Test func `Ctrl-C stops a simulation and not the session`() throws {
    let lever = try LeverTerminal()
    try lever.run("deposit 10 ETH; loop to 2x")
    let line = "simulate paths 1000000 days 3650"
    lever.terminal.send(line)
    try lever.terminal.wait(for: "the line to be shown") { $0.screen.cursorLine == "lever> " + line }
    lever.terminal.send("\r")
    try lever.terminal.wait(for: "the first line of progress") { $0.screen.text.contains("(Ctrl-C stops)") }
    lever.terminal.send("\u{3}")
    try lever.waitForPrompt()
    #expect(lever.terminal.screen.text.contains(/Stopped after [0-9,]+ of 1,000,000 paths: what follows is theirs/))
    try lever.run("print debt")
    #expect(lever.shown(from: "lever> print") == "lever> print debt\n20000\n")
    try lever.leave()
  }

  /// The line of progress that changes goes when the work ends.
  @Test(arguments: [false, true])
  func `Ctrl-C stops a run without a prompt, which says so with its status`(isPlain: Bool) throws {
    let commands = "deposit 10 ETH; loop to 2x; simulate paths 1000000 days 3650"
    let terminal = try PseudoTerminal(
      BuiltProduct.path("lever"), arguments: (isPlain ? ["--plain"] : []) + ["-c", commands],
      environment: ["TERM": "xterm", "HOME": "/nowhere"], columns: 80, rows: 60)
    try terminal.wait(for: "(Ctrl-C stops)")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(terminal.screen.text.contains(/Stopped after [0-9,]+ of 1,000,000 paths: what follows is theirs/))
    #expect(terminal.screen.text.contains("(Ctrl-C stops)") == isPlain)
  }
}
