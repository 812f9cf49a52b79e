import Foundation
import Testing

struct OptionTests {
  @Test func `help is a screen`() throws {
    let run = try LeverProcess.run(["--help"])
    #expect(run.status == 0)
    #expect(
      run.output == """
        Lever teaches leverage in decentralised finance, one loop at a time.

        Usage:
          lever                                       the prompt
          lever -c 'deposit 10 ETH; loop 3; ladder'   run commands and leave
          lever FILE                                  run the commands of a file
          lever < FILE                                run what standard input brings
          lever learn [LESSON]                        list lessons, or play one
          lever lessons                               list lessons, or concepts
          lever grade LESSON LOG...                   what learners reached
          lever new lesson NAME                       write a lesson to start from
          lever check PATH...                         run transcripts as tests
          lever record FILE                           write a transcript
          lever data [delete NAME...]                 what is kept about you

        Options:
          --plain                no colour and plain ASCII, for screen readers
          --width COLUMNS        lay out for this many columns
          --json                 one JSON object for each command
          --help, -h             show this and leave
          --version              show the version and leave
          --manual-page          write the manual page, for `man -l`, and leave

        Options of a session:
          -c COMMANDS            run commands, separated by `;`, and leave
          --market NAME          start in this market: a preset or a market file
          --seed NUMBER          the seed of everything random; 1 unless given
          --restore              go on with the last session that was cut off
          --no-config            leave ~/.editrc, history and journals alone

        Options of `lever check`:
          --bless                write the outputs that changed into the files
          --review               ask for each output that changed
          --format FORMAT        pretty, tap, junit, json or diff
          -j NUMBER              check so many files at once
          --step ID              judge only the step of this id
          --fail-fast            stop at the first failure
          --time-limit SECONDS   for a command; for a file 12 times as long

        Options of `lever record`:
          --ok-only              leave out commands that fail
          --replace              replace the file if it exists

        Options of `lever learn`:
          --present              show the lesson to a class: any key goes on
          --log FILE             add what is typed to this file

        Options of `lever lessons`:
          --concepts             what has to be taught, and what teaches it

        Options of `lever grade`:
          --csv                  a line for each question and task, for a spreadsheet

        A run that is not at a terminal stops at the first error. Exit codes:
          0     everything was carried out
          1     a command was refused, or a check found a difference
          2     the command line, a command or a file could not be understood
          3     a check took too long, or an internal error
          130   Ctrl-C stopped long work, and what was done is shown

        Type `help` at the prompt for the commands.
        Lever is for learning. It is not financial advice.

        """)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try LeverProcess.run(["-h"]).output == run.output)
  }

  @Test func `the version says what it is not`() throws {
    let run = try LeverProcess.run(["--version"])
    #expect(run.status == 0)
    #expect(run.output == "lever 0.1.0\nLever is for learning. It is not financial advice.\n")
  }

  @Test func `the manual page names every option and ends sections where roff wants them`() throws {
    let page = try LeverProcess.run(["--manual-page"]).output
    #expect(page.hasPrefix(".TH LEVER 1 "))
    for option in ["\\-c", "\\-\\-market", "\\-\\-json", "\\-\\-width"] {
      #expect(page.contains("\\fB\(option)\\fR"), "\(option)")
    }
    #expect(page.contains("\n.SS The loop\n.TP\n\\fBdeposit AMOUNT ASSET\\fR\n"))
  }

  @Test(arguments: [
    (["--jsn"], "unknown option `--jsn`; did you mean `--json`?"), (["--xyzzy"], "unknown option `--xyzzy`"),
    (["-x"], "unknown option `-x`; did you mean `-c`?"), (["-c"], "-c needs COMMANDS"),
    (["--width"], "--width needs COLUMNS"),
    (["--width", "5"], "--width needs a whole number from 20 to 1000, not `5`"),
    (["--width=abc"], "--width needs a whole number from 20 to 1000, not `abc`"),
    (["--plain=1"], "--plain takes no value"),
    (["--seed", "-1"], "--seed needs a whole number from 0 to 18446744073709551615, not `-1`"),
    (["a", "b"], "one file at a time, and here are 2"), (["-c", "print 1", "a"], "either -c or a file, not both"),
    (["learn", "--seed", "3"], "--seed has no effect on `lever learn`: a lesson has its own session"),
    (["--present"], "--present belongs to `lever learn`"), (["learn", "--csv"], "--csv belongs to `lever grade`"),
    (["grade", "the-loop"], "`lever grade` needs a lesson and logs, such as `lever grade the-loop ada.jsonl`"),
    (["lessons", "the-loop"], "`lever lessons` lists them all; `lever learn the-loop` plays one"),
    (["new", "x"], "`lever new lesson NAME` writes a lesson to begin with, such as `lever new lesson margin`"),
    (["--restore", "-c", "print 1"], "--restore goes on at the prompt, and takes neither -c nor a file"),
    (["a", "--restore"], "--restore goes on at the prompt, and takes neither -c nor a file"),
    (["--restore", "--market", "classroom"], "--restore takes neither --market nor --seed: the session has its own"),
    (["--seed", "1", "--restore"], "--restore takes neither --market nor --seed: the session has its own"),
    (["--restore", "--no-config"], "--restore reads the journals, which --no-config leaves alone"),
    (["--restore"], "--restore goes on at the prompt, and this is no terminal"),
  ])
  func `a wrong command line says what is wrong`(arguments: [String], message: String) throws {
    let run = try LeverProcess.run(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.error == "error: \(message)\nTry `lever --help`.\n")
  }

  @Test(arguments: [20, 40, 60, 120])
  func `no line is wider than asked for`(width: Int) throws {
    let run = try LeverProcess.run([
      "--width", "\(width)", "-c", "deposit 10 ETH; loop 5 at 70%; ladder; position; stress; help",
    ])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test func `plain output is ASCII`() throws {
    let run = try LeverProcess.run(
      [
        "--plain", "-c",
        "deposit 10 ETH; loop 5 at 70%; ladder; position; stress; market; explain hf; explain geometric limit",
      ])
    #expect(run.status == 0)
    let beyond = Set(run.output.unicodeScalars.filter { !$0.isASCII }.map(String.init)).sorted()
    #expect(beyond == [])
  }

  @Test func `a market is a preset or a file`() throws {
    #expect(try LeverProcess.run(["--market", "aave-v3-ethereum", "-c", "print price(WETH)"]).output == "2329.54\n")
    let preset = try LeverProcess.run(["--market=classroom", "-c", "market"]).output
    #expect(preset.hasPrefix("classroom: "))
    let copy = try Data(contentsOf: Self.markets.appendingPathComponent("classroom.market"))
    let edited = String(decoding: copy, as: UTF8.self).replacingOccurrences(of: "$2,000", with: "$3,000")
    for arguments in [
      ["--market", "mine.market", "-c", "print price(ETH)"], ["-c", "market ./mine.market; print price(ETH)"],
    ] {
      let run = try LeverProcess.run(arguments, files: ["mine.market": Data(edited.utf8)])
      #expect(run.status == 0)
      #expect(run.output.hasSuffix("3000\n"))
    }
  }

  @Test func `a market file with a mistake is refused with file, line and reason`() throws {
    let files = ["bad.market": Data("[asset ETH]\nnme: Ether\n".utf8)]
    let reason = "bad.market:2:1: unknown key `nme` in [asset ETH]; did you mean `name`?\n"
    let option = try LeverProcess.run(["--market", "bad.market", "-c", "price"], files: files)
    #expect(option.status == 2)
    #expect(option.error == "error: \(reason)")
    let command = try LeverProcess.run(["-c", "market bad.market; price"], files: files)
    #expect(command.status == 2)
    #expect(command.error == "error: \(reason)")
    #expect(command.output == "")
  }

  @Test(arguments: [
    (
      "nope", 2 as Int32,
      "error: there is no market `nope`; the presets are classroom, aave-v3-ethereum, aave-v3-ethereum-emode\n"
    ),
    ("./none.market", 1, "error: ./none.market cannot be read: there is no such file\n"),
    ("./", 1, "error: ./ cannot be read: it is no ordinary file\n"),
    ("/dev/zero", 1, "error: /dev/zero cannot be read: it is no ordinary file\n"),
  ])
  func `a market that is not there`(name: String, status: Int32, error: String) throws {
    let run = try LeverProcess.run(["--market", name, "-c", "price"])
    #expect(run.status == status)
    #expect(run.error == error)
  }

  /// Its size refuses it, before it is read.
  @Test func `a market file that is too large`() throws {
    let run = try LeverProcess.run(
      ["--market", "large.market", "-c", "price"], files: ["large.market": Data(repeating: 0x23, count: 1_000_001)])
    #expect(run.status == 1)
    #expect(
      run.error
        == "error: large.market has 1000001 bytes, more than the limit of 1000000 of a market file\n")
  }

  @Test func `a link to a market file is as good as the file`() throws {
    let link = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).market")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: Self.markets.appendingPathComponent("classroom.market"))
    defer { try? FileManager.default.removeItem(at: link) }
    let run = try LeverProcess.run(["--market", link.path, "-c", "print price(ETH)"])
    #expect(run.output == "2000\n")
    #expect(run.error == "")
  }

  private static let markets = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "markets")
}
