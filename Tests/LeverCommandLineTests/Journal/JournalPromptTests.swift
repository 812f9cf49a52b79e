import Foundation
import TestSupport
import Testing

/// Journals at the prompt: when they stay, what the next start says, and how a session goes on.
struct JournalPromptTests {
  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test(arguments: ["quit\r", "\u{4}"])
  func `a session that ends well leaves no journal`(end: String) throws {
    let lever = try LeverTerminal()
    try lever.run("deposit 10 ETH; borrow 1000000 USDC")
    #expect(try lever.journals.map(text) == [LeverTerminal.journal(["deposit 10 ETH"])])
    lever.terminal.send(end)
    #expect(try lever.terminal.waitForExit() == .exited(0))
    #expect(lever.journals == [])
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP])
  func `a session that is ended by a signal can be restored`(signal: Int32) throws {
    let first = try LeverTerminal()
    try first.run("deposit 10 ETH; bor 70%")
    first.terminal.signal(signal)
    _ = try first.terminal.waitForExit()

    let second = try LeverTerminal(home: first.home)
    #expect(
      second.shown(from: "A session") == "A session of 2 commands was cut off. `lever --restore` goes on with it.\n")
    try second.leave()

    let third = try LeverTerminal(["--restore"], home: first.home)
    #expect(
      third.terminal.screen.text == """
        Lever 0.1.0: leverage, one loop at a time. For learning; not financial advice.
        `help` lists the commands, Tab completes a word, Ctrl-D leaves.
        Restored 2 commands of the session that was cut off.
        wallet         14,000.00 USDC  worth $14,000.00
        collateral     10 ETH          worth $20,000.00 at $2,000.00
        debt           14,000.00 USDC  worth $14,000.00 at $1.00
        equity         $6,000.00       collateral - debt
        leverage       3.34x           collateral / equity
        LTV            70.00%          debt / collateral; you may borrow up to 80%
        health factor  1.17            collateral x threshold 82.5% / debt; liquidation
                                       below 1
        buffer         15.1%           liquidation when ETH falls to $1,696.97
        may borrow     $2,000.00       more, up to the max LTV
        lever>
        """)
    try third.run("print 1")
    #expect(
      try third.journals.map(text) == [LeverTerminal.journal(["deposit 10 ETH", "borrow 70%", "print 1"])])
    try third.leave()
    #expect(third.journals == [])
  }

  @Test func `a closed window can be restored`() throws {
    let lever = try LeverTerminal()
    try lever.run("print 1")
    lever.terminal.hangUp()
    _ = try lever.terminal.waitForExit()
    #expect(lever.journals.count == 1)
  }

  @Test func `two sessions at once do not mix theirs`() throws {
    let first = try LeverTerminal()
    let second = try LeverTerminal(home: first.home)
    for number in 1...4 {
      try first.run("print \(number)")
      try second.run("print \(number * 10)")
    }
    let restoring = try LeverTerminal(["--restore"], home: first.home)
    #expect(restoring.shown(from: "There") == "There is no session to restore.\n")
    try restoring.leave()
    try second.kill()
    try first.kill()
    let offered = try LeverTerminal(home: first.home)
    #expect(
      offered.shown(from: "2 sessions")
        == "2 sessions were cut off, the last one after 4 commands. `lever --restore` goes\non with that one.\n")
    #expect(
      try Set(offered.journals.map(text))
        == [
          LeverTerminal.journal((1...4).map { "print \($0)" }),
          LeverTerminal.journal((1...4).map { "print \($0 * 10)" }),
        ])
  }

  @Test func `a half line is cut off before the session goes on`() throws {
    let first = try LeverTerminal()
    try first.run("let a = 5")
    try first.kill()
    let journal = try #require(first.journals.first)
    try (LeverTerminal.journal(["let a = 5"]) + "depos").write(toFile: journal, atomically: false, encoding: .utf8)
    let second = try LeverTerminal(["--restore"], home: first.home)
    #expect(second.terminal.screen.text.contains("Restored 1 command of the session that was cut off.\n"))
    try second.run("print a")
    #expect(try text(journal) == LeverTerminal.journal(["let a = 5", "print a"]))
  }

  @Test func `what cannot be carried out again stays in its file`() throws {
    let first = try LeverTerminal()
    try first.run("let a = 5")
    try first.kill()
    let journal = try #require(first.journals.first)
    let old = LeverTerminal.journal(["deposit 1 ETH", "# a note", "let a = 1; borrow 9000 USDC", "print 2"])
    try old.write(toFile: journal, atomically: false, encoding: .utf8)
    let second = try LeverTerminal(["--restore"], home: first.home, columns: 400)
    #expect(
      second.shown(from: "Line").split(separator: "\n").first.map(String.init) == """
        Line 4 of \(journal) cannot be carried out again: 9,000.00 USDC exceeds the borrow limit of 1,600.00 (max LTV \
        80%): try `borrow 1600 USDC` or `borrow max`. Restored the 2 commands before it; the file stays as it is.
        """)
    try second.run("print 3")
    try second.kill()
    #expect(try text(journal) == old)
    #expect(
      try second.journals.filter { $0 != journal }.map(text) == [
        LeverTerminal.journal(["deposit 1 ETH", "let a = 1", "print 3"])
      ])
  }

  @Test func `a market file that is gone leaves the journal as it is`() throws {
    let home = TemporaryFolder()
    let market = home.path + "/a b.market"
    try FileManager.default.copyItem(atPath: Self.classroom, toPath: market)
    let first = try LeverTerminal(["--market", market], home: home)
    try first.run("deposit 1 ETH")
    try first.kill()
    try FileManager.default.removeItem(atPath: market)
    let second = try LeverTerminal(["--restore"], home: home, columns: 400)
    let journal = try #require(first.journals.first)
    #expect(
      second.shown(from: "The session")
        == "The session in \(journal) is not restored: \(market) cannot be read: there is no such file. The file stays as it is.\n"
    )
    try second.leave()
    try FileManager.default.copyItem(atPath: Self.classroom, toPath: market)
    let third = try LeverTerminal(["--restore"], home: home, columns: 400)
    #expect(third.terminal.screen.text.contains("Restored 1 command of the session that was cut off.\n"))
  }

  @Test func `without configuration nothing is kept`() throws {
    let lever = try LeverTerminal(["--no-config"])
    try lever.run("deposit 1 ETH")
    try lever.kill()
    #expect(try FileManager.default.contentsOfDirectory(atPath: lever.home.path) == [])
  }

  @Test func `a state folder that cannot be written is told once`() throws {
    let home = TemporaryFolder()
    try home.write("", to: ".local")
    let lever = try LeverTerminal(home: home, columns: 400)
    try lever.run("print 1")
    try lever.run("print 2")
    let notes = lever.terminal.screen.text.split(separator: "\n").filter { $0.hasPrefix("note: the journal") }
    #expect(notes == ["note: the journal in \(home.path)/.local/state/lever/journals is not saved: not a directory"])
  }

  private static let classroom = RecordedFile.root.appendingPathComponent("markets/classroom.market").path
}
