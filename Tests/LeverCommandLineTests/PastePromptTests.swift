import Foundation
import TestSupport
import Testing

/// Pasting at the prompt, marked by the terminal or collected by `paste`.
struct PastePromptTests {
  private static let (start, end) = ("\u{1B}[200~", "\u{1B}[201~")

  @Test func `a whole transcript is pasted and leads to where it leads`() throws {
    let transcript = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("transcripts/the-loop.md")
    let text = try String(contentsOf: transcript, encoding: .utf8)
    let lever = try LeverTerminal()
    lever.terminal.send(Self.start + text + Self.end)
    try lever.terminal.wait(for: "deposit` puts tokens to work")
    try lever.waitForPrompt()
    #expect(
      lever.shown(from: "lever> position") == """
        lever> position
        wallet    9.992509 ETH  worth $19,985.02
        position  none yet      `deposit` puts tokens to work

        """)
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("lever> ") }.map { String($0.dropFirst(7)) }
    let journal = try String(contentsOfFile: try #require(lever.journals.first), encoding: .utf8)
    #expect(journal == LeverTerminal.journal(commands))
  }

  @Test func `what has no newline stays on the line without its prompt`() throws {
    let lever = try LeverTerminal()
    lever.terminal.send(Self.start + "lever> print 1\r\n1\r\nlever> print 2" + Self.end)
    try lever.waitForPrompt("lever> print 2")
    #expect(lever.shown(from: "lever> print 1") == "lever> print 1\n1\n")
    lever.terminal.send("2\r")
    try lever.waitForPrompt()
    #expect(lever.shown(from: "lever> print 22") == "lever> print 22\n22\n")
  }

  @Test func `paste collects lines and runs their commands`() throws {
    let lever = try LeverTerminal()
    try paste(["lever> deposit 10 ETH", "Deposited 10 ETH", "lever>\tborrow 90%", "", "  ...> print 7"], lever)
    lever.terminal.send("\u{4}")
    try lever.terminal.wait(for: "\n7\n")
    try lever.waitForPrompt()
    #expect(
      lever.shown(from: "lever> paste") == """
        lever> paste
        Paste, then press Ctrl-D on an empty line. Ctrl-C drops it.
        paste> lever> deposit 10 ETH
        paste> Deposited 10 ETH
        paste> lever> borrow 90%
        paste>
        paste>   ...> print 7
        paste>
        lever> deposit 10 ETH
        Deposited 10 ETH worth $20,000.00 as collateral.
        exposure  $0.00 -> $20,000.00
        wallet    10 -> 0 ETH
        lever> borrow 90%
        error: 18,000.00 USDC exceeds the borrow limit of 16,000.00 (max LTV 80%): try
        `borrow 16000 USDC` or `borrow max`
        lever> print 7
        7

        """)
    let history = try String(contentsOfFile: lever.home.path + "/.local/state/lever/history", encoding: .utf8)
    #expect(history == "paste\ndeposit 10 ETH\nborrow 90%\nprint 7\n")
  }

  @Test func `Ctrl-C drops what paste has collected`() throws {
    let lever = try LeverTerminal()
    try paste(["print 1", "print 2"], lever)
    lever.terminal.send("\u{3}")
    try lever.waitForPrompt()
    try lever.run("print 3")
    #expect(lever.shown(from: "paste> print 2") == "paste> print 2\npaste> ^C\nlever> print 3\n3\n")
  }

  @Test func `a paste without commands says so`() throws {
    let lever = try LeverTerminal()
    try paste(["```lever skip=\"later\"", "lever> print 1", "```"], lever)
    lever.terminal.send("\u{4}")
    try lever.waitForPrompt()
    #expect(lever.shown(from: "paste> ```") == "paste> ```\npaste>\nThere is no command in it.\n")
  }

  /// A terminal may mark pastes also while `paste` collects.
  @Test func `paste takes a marked paste as it is`() throws {
    let lever = try LeverTerminal()
    try paste([], lever)
    lever.terminal.send(Self.start + "```lever\nlever> print 40 + 2\n42\n```\n" + Self.end)
    try lever.terminal.wait(for: "paste> ```\npaste>")
    lever.terminal.send("\u{4}")
    try lever.terminal.wait(for: "\n42\nlever>")
    try lever.waitForPrompt()
    #expect(lever.shown(from: "lever> print") == "lever> print 40 + 2\n42\n")
  }

  @Test func `a pasted prompt without paste is pointed out`() throws {
    let lever = try LeverTerminal()
    try lever.run("lever> deposit 10 ETH")
    #expect(
      lever.shown(from: "lever> lever>") == """
        lever> lever> deposit 10 ETH
        error: `lever>` is the prompt, not a command: try `paste`
          lever> deposit 10 ETH
          ^^^^^^

        """)
  }

  private func paste(_ lines: [String], _ lever: LeverTerminal) throws {
    lever.terminal.send("paste\r")
    try lever.waitForPrompt("paste>")
    for line in lines { lever.terminal.send(line + "\r") }
    try lever.terminal.wait(for: "every line to be collected") { terminal in
      terminal.screen.text.split(separator: "\n").filter { $0.hasPrefix("paste>") }.count == lines.count + 1
    }
    try lever.waitForPrompt("paste>")
  }
}
