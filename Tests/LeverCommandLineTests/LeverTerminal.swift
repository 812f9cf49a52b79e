import Foundation
import TestSupport

/// The program at its prompt, in a terminal and with a home folder of its own; without colour and right prompt.
final class LeverTerminal {
  let terminal: PseudoTerminal
  let home: TemporaryFolder

  /// Starts the program and waits for its first prompt.
  init(_ arguments: [String] = [], home: TemporaryFolder = TemporaryFolder(), columns: Int = 80) throws {
    self.home = home
    terminal = try PseudoTerminal(
      BuiltProduct.path("lever"), arguments: ["--plain"] + arguments,
      environment: ["TERM": "xterm", "HOME": home.path], columns: columns, rows: 60)
    try waitForPrompt()
  }

  /// Types a line at an empty prompt and waits for the next one.
  func run(_ line: String) throws {
    terminal.send(line)
    try terminal.wait(for: "the line to be shown") { $0.screen.cursorLine == "lever> " + line }
    terminal.send("\r")
    try waitForPrompt()
  }

  func waitForPrompt(_ prompt: String = "lever>") throws {
    try terminal.wait(for: "an empty prompt") { !$0.isCooked && $0.screen.cursorLine == prompt }
  }

  /// Leaves with Ctrl-D.
  func leave() throws {
    terminal.send("\u{4}")
    _ = try terminal.waitForExit()
  }

  func kill() throws {
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
  }

  /// What is on the screen from the line that begins with `start` to the prompt.
  func shown(from start: String) -> String {
    let lines = terminal.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.lastIndex { $0.hasPrefix(start) } ?? lines.startIndex
    return lines[first...].dropLast().map { $0 + "\n" }.joined()
  }

  var journals: [String] {
    let folder = home.path + "/.local/state/lever/journals"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { folder + "/" + $0 }
  }

  /// What a journal of this home holds after the given commands.
  static func journal(_ commands: some Sequence<String>) -> String {
    let folder = FileManager.default.currentDirectoryPath
    return "# lever journal format=1 seed=1 folder=\"\(folder)\" market=\"classroom\"\n"
      + commands.map { $0 + "\n" }.joined()
  }
}
