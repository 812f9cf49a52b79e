import Reports
import TestSupport
import Testing

@testable import Notebook

/// The reports of a check, as whole texts.
struct ReporterTests {
  private static let file = """
    # Sums & more

    ```lever
    lever> print 1; print 2; print 3; print 4; print 5; print 6
    1
    2
    3
    4
    5
    7
    ```

    ```lever skip="not <yet>"
    lever> soon
    ```

    ```lever
    lever> nonsense \u{1B}[31m
    ```

    <!-- lever:ask id=a answer="1" -->

    """

  private static func report(_ reporter: some CheckReporter) throws -> String {
    var reporter = reporter
    var totals = CheckTotals()
    var text = reporter.begin()
    var outcomes: [FileOutcome] = []
    for (path, file) in [("good.md", "```lever\nlever> print 1\n1\n```\n"), ("bad #1.md", Self.file)] {
      var result = try Checker().check(try Document(parsing: file, file: path))
      for index in result.cases.indices { result.cases[index].seconds = 0.0015 }
      outcomes.append(FileOutcome(path: path, verdict: .checked(result), seconds: 0.25))
    }
    let error = DocumentError(
      file: "broken.md", line: 3, column: 10, length: 4, message: "unknown tag `eror`", suggestion: "error",
      excerpt: "```lever eror")
    outcomes.append(FileOutcome(path: "broken.md", verdict: .unreadable([error])))
    outcomes.append(FileOutcome(path: "slow.md", verdict: .timedOut(line: 7, limit: "5 s"), seconds: 5))
    for outcome in outcomes {
      totals.add(outcome)
      text += reporter.text(of: outcome)
    }
    return text + reporter.end(totals)
  }

  @Test func pretty() throws {
    let renderer = TextRenderer(quotesTranscripts: true)
    #expect(
      try Self.report(PrettyReporter(renderer, paths: ["good.md", "bad #1.md", "broken.md", "slow.md"])) == #"""
        ok      good.md    1 command
        FAILED  bad #1.md  3 commands, 1 skipped, 2 not as expected, 1 other problem
          bad #1.md:10:1: the output is not as expected
          Sums & more › lever> print 1; print 2; print 3; print 4; print 5; print 6  (line 4)
              4
              5
            - 7
            + 6
          bad #1.md:18:1: the command fails
          Sums & more › lever> nonsense \u{1b}[31m  (line 18)
            + error: a line holds no control characters, and here is U+001B
            +   nonsense \u{1b}[31m
            +            ^
          bad #1.md:21:1: the ask `a` has no `tol`: say how far an answer may be off
          Sums & more

        ERROR   broken.md  cannot be checked
          broken.md:3:10: unknown tag `eror`; did you mean `error`?
            ```lever eror
                     ^^^^

        TIMEOUT slow.md    stopped
          slow.md:7:1: the time limit of 5 s is over

        4 files, 4 commands: 1 as expected, 2 not as expected, 1 skipped, 3 other problems

        """#)
  }

  @Test func tap() throws {
    #expect(
      try Self.report(TAPReporter()) == ##"""
        TAP version 14
        ok 1 - good.md
        not ok 2 - bad \#1.md
          ---
          message: "2 not as expected, 1 other problem"
          failures:
            - at: "bad #1.md:10:1"
              message: "the output is not as expected"
              heading: "Sums & more"
              command: "print 1; print 2; print 3; print 4; print 5; print 6"
              difference: |
                --- expected
                +++ printed
                  4
                  5
                - 7
                + 6
            - at: "bad #1.md:18:1"
              message: "the command fails"
              heading: "Sums & more"
              command: "nonsense \u001b[31m"
              difference: |
                --- expected
                +++ printed
                + error: a line holds no control characters, and here is U+001B
                +   nonsense \u{1b}[31m
                +            ^
            - at: "bad #1.md:21:1"
              message: "the ask `a` has no `tol`: say how far an answer may be off"
              heading: "Sums & more"
          ...
        # line 14 skipped: not <yet>
        not ok 3 - broken.md
          ---
          message: "cannot be checked"
          errors:
            - at: "broken.md:3:10"
              message: "unknown tag `eror`; did you mean `error`?"
          ...
        not ok 4 - slow.md
          ---
          message: "the time limit of 5 s is over"
          at: "slow.md:7:1"
          ...
        1..4
        # 4 files, 4 commands: 1 as expected, 2 not as expected, 1 skipped, 3 other problems

        """##)
  }

  @Test func junit() throws {
    let suite = "package=\"lever\" timestamp=\"2026-01-31T12:00:00\" hostname=\"localhost\""
    let text = try Self.report(JUnitReporter(startedAt: "2026-01-31T12:00:00"))
      .replacing(#/package="lever" id="\d" timestamp="2026-01-31T12:00:00" hostname="localhost"/#, with: suite)
    #expect(
      text == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="good.md" \#(suite) tests="1" failures="0" errors="0" skipped="0" time="0.250">
            <properties/>
            <testcase name="line 2: print 1" classname="good.md" time="0.002"/>
            <system-out/>
            <system-err/>
          </testsuite>
          <testsuite name="bad #1.md" \#(suite) tests="4" failures="3" errors="0" skipped="1" time="0.250">
            <properties/>
            <testcase name="line 4: print 1; print 2; print 3; print 4; print 5; print 6" classname="bad #1.md" time="0.002"><failure type="output" message="the output is not as expected">bad #1.md:10:1: the output is not as expected
          4
          5
        - 7
        + 6</failure></testcase>
            <testcase name="line 14: soon" classname="bad #1.md" time="0.002"><skipped message="not &lt;yet&gt;"/></testcase>
            <testcase name="line 18: nonsense \u{1b}[31m" classname="bad #1.md" time="0.002"><failure type="status" message="the command fails">bad #1.md:18:1: the command fails
        + error: a line holds no control characters, and here is U+001B
        +   nonsense \u{1b}[31m
        +            ^</failure></testcase>
            <testcase name="line 21: the ask `a` has no `tol`: say how far an answer may be off" classname="bad #1.md" time="0.000"><failure type="rule" message="the ask `a` has no `tol`: say how far an answer may be off">bad #1.md:21:1: the ask `a` has no `tol`: say how far an answer may be off</failure></testcase>
            <system-out/>
            <system-err/>
          </testsuite>
          <testsuite name="broken.md" \#(suite) tests="1" failures="0" errors="1" skipped="0" time="0.000">
            <properties/>
            <testcase name="line 3" classname="broken.md" time="0.000"><error type="format" message="unknown tag `eror`; did you mean `error`?">broken.md:3:10: unknown tag `eror`; did you mean `error`?</error></testcase>
            <system-out/>
            <system-err/>
          </testsuite>
          <testsuite name="slow.md" \#(suite) tests="1" failures="0" errors="1" skipped="0" time="5.000">
            <properties/>
            <testcase name="time limit" classname="slow.md" time="0.000"><error type="timeout" message="the time limit of 5 s is over">slow.md:7:1</error></testcase>
            <system-out/>
            <system-err/>
          </testsuite>
        </testsuites>

        """#)
  }

  @Test func json() throws {
    let text = try Self.report(JSONCheckReporter())
    let good =
      #"{"commands":1,"file":"good.md","knownBugs":0,"notes":[],"problems":[],"skipped":0,"status":"as expected"}"#
    let failure =
      #"{"column":1,"command":"print 1; print 2; print 3; print 4; print 5; print 6","expected":["1","2","3","4","5","7"],"#
      + #""heading":"Sums & more","kind":"output","line":10,"message":"the output is not as expected","#
      + #""printed":["1","2","3","4","5","6"]}"#
    let totals =
      #""totals":{"asExpected":1,"commands":4,"failed":2,"files":4,"filesNotAsExpected":3,"filesWithoutBlocks":0,"isCutShort":false,"#
      + #""knownBugs":0,"otherProblems":3,"skipped":1}}"#
    #expect(text.contains(good))
    #expect(text.contains(failure))
    #expect(text.hasSuffix(totals + "\n"))
  }

  @Test func `more failures than anybody reads are counted`() throws {
    let file = String(repeating: "```lever\nlever> print 1\n2\n```\n", count: 12)
    let result = try Checker().check(try Document(parsing: file, file: "x.md"))
    var reporter = PrettyReporter(TextRenderer(quotesTranscripts: true), paths: ["x.md"])
    let lines = reporter.text(of: FileOutcome(path: "x.md", verdict: .checked(result))).split(separator: "\n")
    #expect(
      lines.suffix(2) == ["  and 2 more in this file", "  To accept what is printed: `lever check --bless x.md`"])
  }

  /// In a time that grows with the line, not with its square.
  @Test(.timeLimit(.minutes(1)))
  func `long lines are written too`() throws {
    let line = String(repeating: "<é", count: 50_000)
    let result = try Checker().check(try Document(parsing: "```lever\nlever> print 1\n\(line)\n```\n", file: "x.md"))
    var reporter = JUnitReporter(startedAt: "2026-01-31T12:00:00")
    let text = reporter.text(of: FileOutcome(path: "x.md", verdict: .checked(result)))
    #expect(text.contains("- " + line.replacing("<", with: "&lt;") + "\n"))
  }

  @Test(arguments: [
    ("a/b.md", "a/b.md"), ("a b.md", "'a b.md'"), ("it's", "'it'\\''s'"), ("", "''"), ("$x", "'$x'"), ("-x", "./-x"),
  ])
  func `file names in commands can be copied`(name: String, quoted: String) {
    #expect(ShellWord.quoted(name) == quoted)
  }

  @Test func `characters that YAML has not are shown by their numbers`() throws {
    let file = "# a\u{FFFF}\n```lever\nlever> print 1 # \u{FFFE}\n\u{FFFE}\n```\n"
    let result = try Checker().check(try Document(parsing: file, file: "x.md"))
    var reporter = TAPReporter()
    #expect(
      reporter.text(of: FileOutcome(path: "x.md", verdict: .checked(result))) == #"""
        not ok 1 - x.md
          ---
          message: "1 not as expected"
          accept: "lever check --bless x.md"
          failures:
            - at: "x.md:4:1"
              message: "the output is not as expected"
              heading: "a\\u{ffff}"
              command: "print 1 # \\u{fffe}"
              difference: |
                --- expected
                +++ printed
                - \u{fffe}
                + 1
          ...

        """#)
  }
}
