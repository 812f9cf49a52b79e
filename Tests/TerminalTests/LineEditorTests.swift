import TestSupport
import Testing

/// The editor as a person sees it: keys in, screen out.
@Suite struct LineEditorTests {
  @Test func acceptedLinesStayWithoutTheRightPrompt() throws {
    let probe = try Probe()
    try probe.type("borrow 5", line: Probe.prompt("borrow 5"))
    try probe.type("\r", until: "got [borrow 5]")
    try probe.wait(line: Probe.empty())
    #expect(
      probe.terminal.screen.text == """
        lever> borrow 5
        got [borrow 5]
        \(Probe.empty())
        """)
  }

  @Test func promptsAreColoured() throws {
    let probe = try Probe()
    try probe.wait(line: Probe.empty())
    let output = String(decoding: probe.terminal.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[1mlever>\u{1B}[0m "))
    #expect(output.contains("2.53x \u{1B}[33mHF 1.31\u{1B}[0m\u{1B}[2m -23.8%\u{1B}[0m "))
  }

  @Test func theRightPromptGivesWay() throws {
    let probe = try Probe()
    let long = String(repeating: "7", count: 32)
    try probe.type(long, line: "lever> " + long)
    try probe.type("\u{7F}\u{7F}\u{7F}", line: Probe.prompt(String(repeating: "7", count: 29)))
  }

  @Test(arguments: [
    ("Home", "bc\u{1B}[Ha", "abc"), ("Home in application mode", "bc\u{1B}OHa", "abc"),
    ("Home of other terminals", "bc\u{1B}[1~a", "abc"),
    ("End", "ab\u{1}\u{1B}[Fc", "abc"), ("End of other terminals", "ab\u{1}\u{1B}[4~c", "abc"),
    ("Delete", "axbc\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[3~", "abc"),
    ("Backspace", "abcx\u{7F}", "abc"), ("Backspace as Ctrl-H", "abcx\u{8}", "abc"),
    ("Ctrl-Left", "one three\u{1B}[1;5Dtwo ", "one two three"),
    ("Ctrl-Right", "one three\u{1}\u{1B}[1;5C\u{1B}[1;5C four", "one three four"),
    ("Ctrl-W", "one two\u{17}", "one "), ("Ctrl-U", "one\u{15}", ""), ("Ctrl-K", "one\u{1}\u{B}", ""),
    ("Ctrl-D in a line", "xabc\u{1}\u{4}", "abc"), ("Ctrl-D at the end of a line", "abc\u{4}", "abc"),
    ("Page Up", "abc\u{1B}[5~", "abc"), ("Page Down", "abc\u{1B}[6~", "abc"), ("Insert", "abc\u{1B}[2~", "abc"),
    ("F1", "abc\u{1B}OP", "abc"), ("F5", "abc\u{1B}[15~", "abc"), ("F12", "abc\u{1B}[24~", "abc"),
    ("Shift-F5", "abc\u{1B}[15;2~", "abc"), ("F1 on the console", "abc\u{1B}[[A", "abc"),
    ("Shift-Right", "abc\u{1B}[1;2C", "abc"), ("Ctrl-Shift-Up", "abc\u{1B}[1;6A", "abc"),
    ("Shift-Tab", "abc\u{1B}[Z", "abc"), ("Ctrl-Delete", "abc\u{1B}[3;5~", "abc"),
    ("NUL", "a\u{0}bc", "abc"), ("Ctrl-backslash", "abc\u{1C}", "abc"),
    ("typed beyond ASCII", "λ ゼロ é", "λ ゼロ é"),
  ])
  func keys(name: String, keys: String, line: String) throws {
    let probe = try Probe()
    try probe.type(keys + "\r", until: "got [")
    try probe.type("done\r", until: "got [done]")
    #expect(probe.terminal.screen.text.contains("got [\(line)]\n"))
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "ab"), ([0x61, 0xC3, 0x62], "ab"), ([0x61, 0xE3, 0x82, 0xCE, 0xBB], "aλ"),
      ([0x61, 0xED, 0xA0, 0x80, 0x62], "ab"), ([0xC0, 0x80, 0x61], "a"), ([0xF4, 0x90, 0x80, 0x80, 0x61], "a"),
    ] as [([UInt8], String)])
  func invalidBytesAreDropped(bytes: [UInt8], line: String) throws {
    let probe = try Probe()
    probe.terminal.send(bytes)
    try probe.type("\r", until: "got [\(line)]")
  }

  @Test func wideCharactersWrapAtTheEdge() throws {
    let probe = try Probe(columns: 20)
    try probe.type("aゼロゼロゼロゼロゼロ", line: "ゼロゼロ")
    try probe.type("\u{1}b", line: "lever> baゼロゼロゼ")
    try probe.type("\r", until: "got [baゼロゼロゼロ\nゼロゼロ]")
  }

  @Test(arguments: [1, 3, 7, 9, 12, 30])
  func narrowWindows(columns: Int) throws {
    let probe = try Probe(columns: 80)
    probe.terminal.resize(columns: columns, rows: 4)
    try probe.type("borrow 5\u{1}\u{5}0\u{1}\u{1B}[C\u{1B}[C", until: "r")
    probe.terminal.resize(columns: 80, rows: 16)
    try probe.wait(line: Probe.prompt("borrow 50", columns: 80))
    try probe.type("\r", until: "got [borrow 50]")
  }

  @Test func aVeryLongLine() throws {
    let probe = try Probe(columns: 80, rows: 24)
    let line = (0..<1_250).map { "<\($0 + 100_000)>" }.joined()
    probe.terminal.send(line)
    try probe.type("\r", until: "249>]")
    let shown = probe.terminal.screen.text.split(separator: "\n").joined()
    #expect(shown.contains("got [" + line))
  }

  @Test(arguments: ["vt100", "linux", "screen", "xterm-256color", "no-such-terminal"])
  func otherTerminals(name: String) throws {
    let probe = try Probe(environment: ["TERM": name])
    try probe.type("bow\u{1B}[Drro\u{1B}[D\u{1B}[D\u{1B}[D\u{8}o\u{5} 5x\u{7F}\r", until: "got [borrow 5]")
    try probe.type("other\r", until: "got [other]")
    try probe.type("b\u{1B}[A\u{1}\u{4}\u{5}0\r", until: "got [orrow 50]\nlever>")
    #expect(
      probe.terminal.screen.text.split(separator: "\n").filter { !$0.contains("erminal") }.dropLast() == [
        "lever> borrow 5", "got [borrow 5]", "lever> other", "got [other]", "lever> orrow 50", "got [orrow 50]",
      ])
  }

  @Test func theDumbTerminalHasNoColour() throws {
    let probe = try Probe(environment: ["TERM": "dumb"])
    try probe.type("borow\u{1B}[D\u{1B}[Dr\r", until: "got [borrow]")
    try probe.wait(line: "lever>")
    #expect(!probe.terminal.output.contains(0x1B))
    #expect(probe.terminal.screen.text == "lever> borrow\ngot [borrow]\nlever>")
  }

  @Test(arguments: [["NO_COLOR": "1"]])
  func noColour(environment: [String: String]) throws {
    let probe = try Probe(environment: environment)
    try probe.type("b\t", until: "Keep this point")
    let output = String(decoding: probe.terminal.output, as: UTF8.self)
    #expect(!output.contains(/\u{1B}\[[0-9;]*m/))
  }

  @Test(arguments: ["en_US.UTF-8", "C", "no-such-locale"])
  func charactersBeyondASCIIInAnyLocale(locale: String) throws {
    let probe = try Probe(environment: ["LC_ALL": locale])
    try probe.type("λ\r", until: "got [λ]")
  }

  @Test func theUsersFileIsHonoured() throws {
    let home = TemporaryFolder()
    let bindings = """
      bind ^X ed-move-to-beg
      bind ^W ed-move-to-end
      edit-probe:bind ^G ed-move-to-end
      other:bind a ed-ignore

      """
    try home.write(bindings, to: ".editrc")
    let probe = try Probe(home: home)
    try probe.type("bc\u{18}a\u{7}d\u{18}\u{17}e\r", until: "got [abcde]")
    try probe.type("other\r", until: "got [other]")
    try probe.type("ab\u{1B}[A", line: Probe.prompt("abcde"))
  }

  @Test func emacsBindingsInTheUsersFileKeepOurs() throws {
    let home = TemporaryFolder()
    try home.write("bind -e\n", to: ".editrc")
    let probe = try Probe(home: home)
    try probe.type("borrow 1\r", until: "got [borrow 1]")
    try probe.type("other\r", until: "got [other]")
    try probe.type("bo\u{1B}[A", line: Probe.prompt("borrow 1"))
    try probe.type("\u{3}\u{12}oth", until: "bck:oth")
  }

  @Test func viMode() throws {
    let home = TemporaryFolder()
    try home.write("bind -v\n", to: ".editrc")
    let probe = try Probe(home: home)
    try probe.type("deposit ab c\u{1B}bxi1\r", until: "got [deposit 1b c]")
    try probe.type("dep\t", line: Probe.prompt("deposit"))
    try probe.type("\u{1B}0x\u{3}", until: "lever> eposit ^C\ninterrupt")
    try probe.type("\u{1B}[A", line: Probe.prompt("deposit 1b c"))
    try probe.type("\r\u{4}", until: "end")
  }

  @Test func viModeSearches() throws {
    let home = TemporaryFolder()
    try home.write("bind -v\n", to: ".editrc")
    let probe = try Probe(home: home)
    try probe.type("borrow 1\r", until: "got [borrow 1]")
    try probe.type("other\r", until: "got [other]")
    try probe.type("\u{12}bor", until: "bck:bor")
    try probe.type("\r", until: "got [other]\nlever> borrow 1\ngot [borrow 1]")
  }

  @Test func viModeKeepsTheUsersOwnKey() throws {
    let home = TemporaryFolder()
    try home.write("bind -v\nbind ^R ed-move-to-beg\n", to: ".editrc")
    let probe = try Probe(home: home)
    try probe.type("bc\u{12}a\r", until: "got [abc]")
  }

  @Test func editingSwitchedOff() throws {
    let home = TemporaryFolder()
    try home.write("edit off\n", to: ".editrc")
    let probe = try Probe(home: home)
    try probe.type("abc\r", whileBusy: true, until: "got [abc]")
    try probe.wait(line: Probe.empty())
    try probe.type("abc\u{3}", whileBusy: true, until: "interrupt")
    try probe.wait(line: Probe.empty())
    try probe.type("\u{4}", whileBusy: true, until: "end")
  }
}
