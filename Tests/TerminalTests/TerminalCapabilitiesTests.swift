import Testing

@testable import Terminal

@Suite struct TerminalCapabilitiesTests {
  struct Case: CustomTestStringConvertible {
    var environment: [String: String] = ["TERM": "xterm"]
    /// Which of the standard streams are terminals: i, o, e.
    var terminals = "ioe"
    var plain = false
    var window = 0
    var requested: Int?
    /// interactive, color, errorColor, dumb, and the columns.
    var expected: String

    var testDescription: String {
      "\(environment.sorted { $0.key < $1.key }) \(terminals) plain=\(plain) -> \(expected)"
    }
  }

  @Test(arguments: [
    Case(expected: "interactive color errorColor 80"),
    Case(terminals: "io", expected: "interactive color 80"),
    Case(terminals: "oe", expected: "color errorColor 80"),
    Case(terminals: "ie", expected: "errorColor 80"),
    Case(terminals: "", expected: "80"),
    Case(environment: [:], expected: "interactive dumb 80"),
    Case(environment: ["TERM": ""], expected: "interactive dumb 80"),
    Case(environment: ["TERM": "dumb"], expected: "interactive dumb 80"),
    Case(environment: ["TERM": "xterm", "NO_COLOR": "1"], expected: "interactive 80"),
    Case(environment: ["TERM": "xterm", "NO_COLOR": "0"], expected: "interactive 80"),
    Case(environment: ["TERM": "xterm", "NO_COLOR": ""], expected: "interactive color errorColor 80"),
    Case(environment: ["TERM": "xterm", "NO_COLOR": "1", "CLICOLOR_FORCE": "1"], expected: "interactive 80"),
    Case(environment: ["TERM": "xterm", "CLICOLOR_FORCE": "1"], terminals: "", expected: "color errorColor 80"),
    Case(environment: ["CLICOLOR_FORCE": "1"], expected: "interactive color errorColor dumb 80"),
    Case(environment: ["TERM": "xterm", "CLICOLOR_FORCE": "0"], terminals: "", expected: "80"),
    Case(environment: ["TERM": "xterm", "CLICOLOR_FORCE": ""], terminals: "", expected: "80"),
    Case(plain: true, expected: "interactive 80"),
    Case(environment: ["TERM": "xterm", "CLICOLOR_FORCE": "1"], plain: true, expected: "interactive 80"),
    Case(window: 132, expected: "interactive color errorColor 132"),
    Case(terminals: "ie", window: 132, expected: "errorColor 80"),
    Case(environment: ["TERM": "xterm", "COLUMNS": "60"], expected: "interactive color errorColor 60"),
    Case(environment: ["TERM": "xterm", "COLUMNS": "60"], terminals: "", expected: "80"),
    Case(environment: ["TERM": "xterm", "COLUMNS": "60"], window: 132, expected: "interactive color errorColor 132"),
    Case(environment: ["TERM": "xterm", "COLUMNS": "wide"], expected: "interactive color errorColor 80"),
    Case(environment: ["TERM": "xterm", "COLUMNS": "-5"], expected: "interactive color errorColor 80"),
    Case(window: 132, requested: 40, expected: "interactive color errorColor 40"),
    Case(terminals: "", requested: 40, expected: "40"),
  ])
  func decides(_ test: Case) {
    let capabilities = TerminalCapabilities(
      inputIsTerminal: test.terminals.contains("i"), outputIsTerminal: test.terminals.contains("o"),
      errorIsTerminal: test.terminals.contains("e"), environment: test.environment, plain: test.plain,
      windowColumns: test.window, requestedColumns: test.requested)
    let words = [
      capabilities.isInteractive ? "interactive" : nil, capabilities.usesColor ? "color" : nil,
      capabilities.usesColorOnError ? "errorColor" : nil, capabilities.isDumb ? "dumb" : nil,
      "\(capabilities.columns)",
    ]
    #expect(words.compactMap { $0 }.joined(separator: " ") == test.expected)
  }
}
