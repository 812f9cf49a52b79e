import TestSupport

/// The program `edit-probe` in a terminal and with a home folder of its own.
final class Probe {
  let terminal: PseudoTerminal
  let home: TemporaryFolder

  /// Starts the program and waits for its first prompt.
  init(
    home: TemporaryFolder = TemporaryFolder(), environment: [String: String] = [:], columns: Int = 60, rows: Int = 16
  ) throws {
    self.home = home
    let basic = ["TERM": "xterm", "HOME": home.path]
    terminal = try PseudoTerminal(
      BuiltProduct.path("edit-probe"), environment: basic.merging(environment) { $1 }, columns: columns, rows: rows)
    try terminal.wait(for: "lever>")
  }

  /// Types keys and waits until the screen holds the text.
  ///
  /// Unless the program is busy, it waits for the editor first: the terminal echoes what is typed before that.
  func type(_ keys: String, whileBusy: Bool = false, until text: String) throws {
    if !whileBusy { try waitForEditor() }
    terminal.send(keys)
    try terminal.wait(for: text)
  }

  /// Types keys and waits until the row of the cursor is this.
  func type(_ keys: String, line: String) throws {
    try waitForEditor()
    terminal.send(keys)
    try wait(line: line)
  }

  private func waitForEditor() throws {
    try terminal.wait(for: "the editor to read keys") { !$0.isCooked }
  }

  func wait(line: String) throws {
    try terminal.wait(for: "the cursor's row to be \(line.debugDescription)") { $0.screen.cursorLine == line }
  }

  /// Leaves, and returns everything that was on the screen.
  func quit() throws -> String {
    terminal.send("\u{3}")
    try wait(line: Self.empty(columns: terminal.screen.columns))
    terminal.send("quit\r")
    _ = try terminal.waitForExit()
    return terminal.screen.text
  }

  /// The row of a prompt at which nothing is typed.
  static func empty(columns: Int = 60) -> String {
    prompt("", columns: columns)
  }

  /// The row of a prompt with text and the right prompt.
  static func prompt(_ text: String, columns: Int = 60) -> String {
    let left = "lever> " + text
    let right = "2.53x HF 1.31 -23.8%"
    // Its last character is a blank in the last column but one.
    return left + String(repeating: " ", count: columns - 2 - left.count - right.count) + right
  }
}
