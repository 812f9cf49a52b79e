import TestSupport
import Testing

/// Ctrl-C during long work at the prompt.
struct SimulationInterruptTests {
  @Test func `Ctrl-C stops a simulation and not the session`() throws {
    let lever = try LeverTerminal()
    try lever.run("deposit 10 ETH; loop to 2x")
    let line = "simulate paths 273972 days 3650"
    lever.terminal.send(line)
    try lever.terminal.wait(for: "the line to be shown") { $0.screen.cursorLine == "lever> " + line }
    lever.terminal.send("\r")
    try lever.terminal.wait(for: "the command to run") { $0.isCooked }
    lever.terminal.send("\u{3}")
    try lever.waitForPrompt()
    #expect(lever.terminal.screen.text.contains("error: stopped; nothing was changed"))
    try lever.run("print debt")
    #expect(lever.shown(from: "lever> print") == "lever> print debt\n20000\n")
    try lever.leave()
  }
}
