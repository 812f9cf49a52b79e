import Foundation
import TestSupport
import Testing

/// A lesson at a terminal: progress outlives the program, the solution stands in the prompt, and a log is kept when asked for.
struct LessonTerminalTests {
  private static func start(_ arguments: [String], home: TemporaryFolder, columns: Int = 80) throws -> PseudoTerminal {
    try PseudoTerminal(
      BuiltProduct.path("lever"), arguments: ["--plain"] + arguments,
      environment: ["TERM": "xterm", "HOME": home.path], columns: columns, rows: 50)
  }

  private static func enter(_ line: String, _ terminal: PseudoTerminal, then text: String) throws {
    terminal.send(line + "\r")
    try terminal.wait(for: text)
    try terminal.wait(for: "a prompt") { !$0.isCooked && $0.screen.cursorLine.hasSuffix(">") }
  }

  @Test(arguments: [80, 40])
  func `a lesson is left and goes on there`(columns: Int) throws {
    let home = TemporaryFolder()
    _ = try LeverProcess.run(shell: "cd \(home.path) && \"$LEVER\" new lesson own")
    let file = home.path + "/own.md"
    let log = home.path + "/log.jsonl"
    var terminal = try Self.start(["learn", file, "--log", log], home: home, columns: columns)
    try terminal.wait(for: "Enter goes on to:")
    try Self.enter("", terminal, then: "liquidated?")
    try Self.enter("970", terminal, then: "How sure are you")
    try Self.enter("80", terminal, then: "Enter runs `deposit 10 ETH`")
    try Self.enter("position", terminal, then: "none yet")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    let progress = try String(contentsOfFile: home.path + "/.local/state/lever/progress/own.txt", encoding: .utf8)
    #expect(
      progress == "# lever progress format=1\nat predict-then-look item=3\nask a-first answer=970 confidence=80 right\n"
    )
    #expect(
      try String(contentsOfFile: log, encoding: .utf8) == """
        {"at":"","format":1,"lesson":"own"}
        {"line":"","step":""}
        {"line":"970","step":"predict-then-look"}
        {"line":"80","step":"predict-then-look"}
        {"line":"position","step":"predict-then-look"}
        {"line":"quit","step":"predict-then-look"}

        """)
    terminal = try Self.start(["learn", file], home: home, columns: columns)
    try terminal.wait(for: "You have predicted $970.00.")
    try Self.enter("next", terminal, then: "Your turn.")
    terminal.send("solution\r")
    try terminal.wait(for: "the solution in the prompt") {
      !$0.isCooked && $0.screen.cursorLine == "lever> repay 1500 USDC"
    }
    try Self.enter("", terminal, then: "That is one way.")
    // Ctrl-C gives up a line and not the lesson; Ctrl-D leaves it.
    terminal.send("nonsense")
    try terminal.wait(for: "the line to be shown") { $0.screen.cursorLine == "lever> nonsense" }
    terminal.send("\u{3}")
    try terminal.wait(for: "an empty prompt") { !$0.isCooked && $0.screen.cursorLine == "lever>" }
    try Self.enter("steps", terminal, then: "you are here")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `what was missed in one lesson comes first in another, and is kept there`() throws {
    let home = TemporaryFolder()
    _ = try LeverProcess.run(shell: "cd \(home.path) && \"$LEVER\" new lesson own")
    let missed = home.path + "/.local/state/lever/progress/the-loop.txt"
    try FileManager.default.createDirectory(
      atPath: (missed as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let text = "# lever progress format=1\nstep predict\nquiz q-buffer misses=1 right\nfinished 2026-01-01\n"
    try text.write(toFile: missed, atomically: true, encoding: .utf8)
    let list = try LeverProcess.run(["learn"], environment: ["HOME": home.path])
    #expect(list.output.contains(/the-loop .*due for review/))
    #expect(list.output.contains("What is due comes back at the beginning of the next lesson that you begin."))
    let log = home.path + "/log.jsonl"
    let terminal = try Self.start(["learn", home.path + "/own.md", "--log", log], home: home)
    try terminal.wait(for: "From other lessons")
    try terminal.wait(for: "How far may ETH fall")
    try Self.enter("2", terminal, then: "Enter goes on to:")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(
      try String(contentsOfFile: missed, encoding: .utf8).replacing(#/on=[\d-]+/#, with: "on=DAY")
        == text.replacing("misses=1 right", with: "misses=1 made-up=1 on=DAY right"))
    // It does not come back on the same day.
    let next = try Self.start(["learn", "volatility"], home: home)
    try next.wait(for: "Enter goes on to:")
    #expect(!next.screen.text.contains("From other lessons"))
    next.send("quit\r")
    #expect(try next.waitForExit() == .exited(0))
    #expect(
      try String(contentsOfFile: log, encoding: .utf8).hasPrefix(
        #"{"at":"","earlier":["the-loop/q-buffer"],"format":1,"lesson":"own"}"#))
  }

  @Test func `a log is not kept in a folder that does not exist`() throws {
    let home = TemporaryFolder()
    let terminal = try Self.start(["learn", "the-loop", "--log", home.path + "/none/a.jsonl"], home: home)
    #expect(try terminal.waitForExit() == .exited(2))
    #expect(terminal.screen.text.replacing("\n", with: "").contains("a.jsonl cannot be written: "))
    #expect(!FileManager.default.fileExists(atPath: home.path + "/none"))
  }

  @Test func `a lesson that was left is named as it is listed`() throws {
    let home = TemporaryFolder()
    let terminal = try Self.start(["learn", "Volatility"], home: home)
    try terminal.wait(for: "Enter goes on to:")
    try Self.enter("", terminal, then: "Answer with a percentage.")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.text.contains("`lever learn volatility` goes on here."))
  }

  @Test func `two windows do not write over each other`() throws {
    let home = TemporaryFolder()
    _ = try LeverProcess.run(shell: "cd \(home.path) && \"$LEVER\" new lesson own")
    let file = home.path + "/.local/state/lever/progress/own.txt"
    let first = try Self.start(["learn", home.path + "/own.md"], home: home)
    try first.wait(for: "Enter goes on to:")
    try Self.enter("", first, then: "liquidated?")
    try Self.enter("970", first, then: "How sure are you")
    let second = try Self.start(["learn", home.path + "/own.md"], home: home)
    try second.wait(for: "This lesson is open in another window")
    try Self.enter("goto 3", second, then: "3/4")
    second.send("quit\r")
    #expect(try second.waitForExit() == .exited(0))
    #expect(!second.screen.text.contains("goes on here"))
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("at predict-then-look"))
    // Whoever was killed holds nothing.
    first.signal(9)
    #expect(try first.waitForExit() == .killed(signal: 9))
    let third = try Self.start(["learn", home.path + "/own.md"], home: home)
    try third.wait(for: "You go on at step")
    #expect(!third.screen.text.contains("another window"))
    third.send("\u{4}")
    #expect(try third.waitForExit() == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: file.replacing(".txt", with: ".lock")))
  }

  @Test func `a class sees it all with any key`() throws {
    let home = TemporaryFolder()
    _ = try LeverProcess.run(shell: "cd \(home.path) && \"$LEVER\" new lesson own")
    let terminal = try Self.start(["learn", home.path + "/own.md", "--present"], home: home)
    for text in [
      "Next: Predict", "liquidated?", "Next: `deposit", "Next: `borrow", "Next: `print",
      "What happens at that price?", "The answer is 2.", "The next key shows one way.", "lever> repay 1500 USDC",
      "The next key ends the lesson",
    ] {
      try terminal.wait(for: text)
      terminal.send(" ")
    }
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: home.path + "/.local/state/lever/progress/own.txt"))
  }
}
