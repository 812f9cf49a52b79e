import Foundation
import Testing

/// Runs without a prompt: -c, files, standard input, and what they end with.
struct CommandRunTests {
  private static let line = "deposit 10 ETH; loop 5 at 70%; print exposure; print debt; print leverage; print hf"
  private static let lastLines = "58823.4\n38823.4\n2.94117\n1.250001416671388904\n"

  @Test func `commands of the command line, a file and standard input print the same`() throws {
    let data = Data(Self.line.utf8)
    let runs = [
      try LeverProcess.run(["-c", Self.line]),
      try LeverProcess.run(["run.lever"], files: ["run.lever": data]),
      try LeverProcess.run([], input: data),
      try LeverProcess.run(["-"], input: data),
      try LeverProcess.run(["--", "run.lever"], files: ["run.lever": data]),
      try LeverProcess.run([
        "-c", "deposit 10 ETH", "-c", "loop 5 at 70%; print exposure; print debt; print leverage; print hf",
      ]),
    ]
    for run in runs {
      #expect(run.status == 0)
      #expect(run.output.hasSuffix(Self.lastLines))
      #expect(run.output == runs[0].output)
      #expect(run.error == "")
    }
  }

  @Test(arguments: [
    ("", 0, "", ""), ("# nothing", 0, "", ""), ("quit; print 1", 0, "", ""), ("print 1; print 2", 0, "1\n2\n", ""),
    ("check 1 > 2", 1, "", "error: the check does not hold: 1 > 2 is false\n"),
    (
      "print 1; deposit 11 ETH; print 2", 1, "1\n",
      "error: the wallet holds 10 ETH, not 11 ETH: try `deposit max ETH`\n"
    ),
    (
      "print 1; depsit 1 ETH", 2, "1\n",
      "error: unknown command `depsit`; did you mean `deposit`?\n  depsit 1 ETH\n  ^^^^^^\n"
    ),
    ("dep 1 ETH", 2, "", "error: unknown command `dep`; did you mean `deposit`?\n  dep 1 ETH\n  ^^^\n"),
  ])
  func `the exit code says whose fault it was`(line: String, status: Int32, output: String, error: String) throws {
    let run = try LeverProcess.run(["-c", line])
    #expect(run.status == status)
    #expect(run.output == output)
    #expect(run.error == error)
  }

  @Test(arguments: [
    (
      "print 1; print 2\nprint 3;  nonsense 4\nprint 5", 2, "1\n2\n3\n",
      "run.lever:2:11: error: unknown command `nonsense`\n  nonsense 4\n  ^^^^^^^^\n"
    ),
    (
      "\n# a comment\n  deposit 11 ETH", 1, "",
      "run.lever:3:3: error: the wallet holds 10 ETH, not 11 ETH: try `deposit max ETH`\n"
    ),
    (
      "print 1\nprint 2 ~", 2, "1\n",
      "run.lever:2:9: error: `~` is more than `print` takes: try `print EXPRESSION`\n  print 2 ~\n          ^\n"
    ),
    (
      "print 1\nprint 2\u{0}", 2, "1\n",
      "run.lever:2:8: error: a line holds no control characters, and here is U+0000\n  print 2\\u{0}\n         ^\n"
    ),
    ("print 1\r\nprint 2\r\n", 0, "1\n2\n", ""), ("\u{FEFF}print 1\n", 0, "1\n", ""), ("print 1", 0, "1\n", ""),
    ("", 0, "", ""),
  ])
  func `a file stops at its first error and says where`(text: String, status: Int32, output: String, error: String)
    throws
  {
    let run = try LeverProcess.run(["run.lever"], files: ["run.lever": Data(text.utf8)])
    #expect(run.status == status)
    #expect(run.output == output)
    #expect(run.error == error)
  }

  @Test func `standard input is named in messages`() throws {
    let run = try LeverProcess.run([], input: Data("print 1\nnonsense".utf8))
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("input:2:1: error: unknown command `nonsense`\n"))
  }

  @Test func `text that is no UTF-8 is refused at its line`() throws {
    let bytes = Data("print 1\nprint ".utf8) + Data([0xFF, 0xFE, 0x0A])
    for run in [try LeverProcess.run(["x.lever"], files: ["x.lever": bytes]), try LeverProcess.run([], input: bytes)] {
      #expect(run.status == 2)
      #expect(run.output == "1\n")
      #expect(run.error.contains("line 2 is not valid UTF-8"))
    }
  }

  @Test(arguments: [
    ("missing.lever", "error: cannot open missing.lever: No such file or directory\n"),
    (".", "error: . is a folder, not a file of commands\n"),
  ])
  func `a file that cannot be read`(path: String, error: String) throws {
    let run = try LeverProcess.run([path])
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.error == error)
  }

  @Test func `a reader that goes away is no error`() throws {
    let many = Data(String(repeating: "print 1\n", count: 50_000).utf8)
    let run = try LeverProcess.run(
      shell: "{ \"$LEVER\" many.lever; echo \"status $?\" >&2; } | head -1", files: ["many.lever": many])
    #expect(run.output == "1\n")
    #expect(run.error == "status 0\n")
  }

  @Test func `output that cannot be written is an error`() throws {
    let run = try LeverProcess.run(shell: "\"$LEVER\" -c 'print 1' >&-")
    #expect(run.status == 1)
    #expect(run.error.hasPrefix("error: the output cannot be written: "))
  }

  private static let longLines: [(String, Int, Int32)] = [
    (";", 10_000, 0), ("x", 1_000_000, 2), ("print 9", 1_000_000, 2), ("#", 1_000_000, 0), ("x", 5_000_000, 2),
    ("print 1;", 10_000, 0), ("(", 10_000, 2), ("\u{0301}", 100_000, 2),
  ]

  @Test(arguments: [
    "deposit ", "deposit 1 ", "deposit 1 ETH ", "keepers ", "print ", "print price(", "undo ", "market ./",
    "check 1 + ",
  ])
  func `a word of a megabyte is not repeated in full`(command: String) throws {
    let run = try LeverProcess.run([], input: Data((command + String(repeating: "b", count: 1_000_000)).utf8))
    #expect(run.status != 0)
    #expect(run.error.utf8.count < 1_000)
  }

  @Test(arguments: longLines)
  func `long lines are answered`(text: String, count: Int, status: Int32) throws {
    let run = try LeverProcess.run([], input: Data(String(repeating: text, count: count).utf8))
    #expect(run.status == status)
    #expect(run.error.utf8.count < 1_000)
  }

  @Test func `there is no prompt and no colour in a pipe`() throws {
    let run = try LeverProcess.run(
      [], input: Data("deposit 10 ETH\nloop 3\n".utf8),
      environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor"])
    #expect(!run.output.contains("lever>"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func `nothing depends on the locale`() throws {
    let expected = try LeverProcess.run(["-c", "deposit 10 ETH; loop 3; ladder"])
    for locale in ["C", "POSIX", "de_DE.UTF-8", "tr_TR.UTF-8", ""] {
      let run = try LeverProcess.run(
        ["-c", "deposit 10 ETH; loop 3; ladder"],
        environment: ["LANG": locale, "LC_ALL": locale, "TZ": "Asia/Kathmandu"])
      #expect(run.output == expected.output, "\(locale)")
    }
  }
}
