import Foundation
import Testing

/// `lever check` as a process: what it ends with, what it writes, and what it leaves alone.
struct CheckProgramTests {
  /// A file with so many outputs that are not as expected.
  private static func wrong(_ count: Int = 1) -> String {
    String(repeating: "```lever\nlever> print 1\n2\n```\n", count: count)
  }

  private static func files(_ texts: [String: String]) -> [String: Data] { texts.mapValues { Data($0.utf8) } }

  @Test(
    arguments: [
      ("```lever\nlever> print 1\n1\n```\n", 0), (wrong(), 1), ("```lever\nlever> nonsense\n```\n", 1),
      ("```levr\nlever> print 1\n```\n", 2), ("", 2), ("```lever\nlever> print 1\n1\n", 2),
    ] as [(String, Int32)])
  func `the exit status says what is wrong`(text: String, status: Int32) throws {
    #expect(try LeverProcess.run(["check", "x.md"], files: Self.files(["x.md": text])).status == status)
  }

  /// The line that runs into the limit ends none of the others.
  @Test func `a line that takes too long`() throws {
    let slow =
      "```lever\nlever> deposit 10 ETH; " + String(repeating: "loop 500 at 80%; undo; ", count: 40_000) + "\n```\n"
    let run = try LeverProcess.run(
      ["check", "--time-limit", "3", "a.md", "b.md", "--bless"],
      files: Self.files(["a.md": slow, "b.md": Self.wrong()]))
    #expect(run.status == 3)
    #expect(
      run.output == """
        TAP version 14
        not ok 1 - a.md
          ---
          message: "the time limit of 3 s is over"
          at: "a.md:2:1"
          ...
        ok 2 - b.md
        # blessed: 1 output
        1..2
        # 2 files, 1 command: 1 as expected, 0 skipped, 1 other problem

        """)
  }

  @Test func `what comes behind the first failure is not blessed`() throws {
    let bad = "```lever\nlever> nonsense\n```\n"
    let run = try LeverProcess.run(
      shell: "$LEVER check --fail-fast --bless -j 8 a.md b.md c.md d.md >&2; cat b.md c.md d.md",
      files: Self.files(["a.md": bad, "b.md": Self.wrong(), "c.md": Self.wrong(), "d.md": Self.wrong()]))
    #expect(run.output == Self.wrong(3))
  }

  @Test func `a file is blessed as a whole even if the first failure ends the check`() throws {
    let run = try LeverProcess.run(
      shell: "$LEVER check --fail-fast --bless a.md b.md >&2; echo $?; cat a.md b.md",
      files: Self.files(["a.md": Self.wrong(2), "b.md": Self.wrong() + "```lever\nlever> nonsense\n```\n"]))
    let right = Self.wrong(2).replacing("\n2\n", with: "\n1\n")
    #expect(run.output == "1\n" + right + Self.wrong() + "```lever\nlever> nonsense\n```\n")
  }

  @Test func `a file under two names is blessed once`() throws {
    let run = try LeverProcess.run(
      shell: "ln -s a.md b.md; $LEVER check --bless -j 2 a.md b.md ./a.md && cat a.md && ls",
      files: Self.files(["a.md": Self.wrong()]))
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("skipped\n```lever\nlever> print 1\n1\n```\na.md\nb.md\n"))
  }

  @Test func `names that are the same file stay so`() throws {
    let run = try LeverProcess.run(
      shell: "ln a.md b.md; $LEVER check --bless a.md; echo $?; cat b.md", files: Self.files(["a.md": Self.wrong()]))
    #expect(
      run.output.contains(
        "\"the file has 2 names (hard links), and only this one would change: make a copy of it first\""))
    #expect(run.output.hasSuffix("\n1\n" + Self.wrong()))
  }

  @Test func `a review does not write over what was changed meanwhile`() throws {
    let run = try LeverProcess.run(
      shell: """
        mkfifo answers
        $LEVER check --review --format pretty a.md < answers > report & exec 3> answers
        while ! grep -q accept, report; do sleep 0.01; done
        echo mine >> a.md; echo a >&3; exec 3>&-; wait $!; echo $?; cat a.md; grep 'not blessed' report
        """,
      files: Self.files(["a.md": Self.wrong()]))
    #expect(
      run.output == "1\n" + Self.wrong()
        + "mine\n  not blessed: the file has changed since it was read: check it again\n")
  }

  @Test(arguments: ["tap", "junit", "json", "diff"])
  func `questions stay out of what programs read`(format: String) throws {
    let run = try LeverProcess.run(
      ["check", "--review", "--format", format, "x.md"], input: Data("x\nr\n".utf8),
      files: Self.files(["x.md": Self.wrong()]))
    #expect(run.status == 1)
    #expect(!run.output.contains("accept,"))
    #expect(run.error.contains("+ 1\naccept, reject, or skip the rest of the file? [a/r/s] Answer `a`, `r` or `s`."))
  }

  @Test func `a full disk leaves the old file`() throws {
    let text = Self.wrong(2_000)
    let run = try LeverProcess.run(
      shell: """
        (ulimit -f 8; $LEVER check --bless a.md; echo "status $?") | grep -e not_blessed -e status; cat a.md; ls
        """,
      files: Self.files(["a.md": text]))
    #expect(
      run.output == "  not_blessed: \"the file cannot be written: file too large\"\nstatus 1\n" + text + "a.md\n")
  }

  @Test(arguments: ["a b.md", "a\tb.md", "\"a\".md", "a\\b.md", "é.md", "sub/a b.md"])
  func `patch applies a difference as it is`(name: String) throws {
    let text = "\u{FEFF}a\r\n```lever\r\nlever> print 1\r\n2\r\n```"
    let run = try LeverProcess.run(
      shell: """
        mkdir sub; printf '%s' "$(cat x)" > '\(name)'; cp '\(name)' copy
        $LEVER check --format diff '\(name)' > difference; patch -s -p0 --binary < difference || exit 9
        $LEVER check --bless copy >&2; cmp '\(name)' copy && cat copy
        """,
      files: Self.files(["x": text]))
    #expect(run.output == text.replacing("2\r\n", with: "1\r\n"))
  }

  @Test(arguments: ["pretty", "tap", "json", "diff"])
  func `the number of threads changes nothing`(format: String) throws {
    var texts: [String: String] = [:]
    for number in 10..<30 {
      texts["\(number).md"] = Self.wrong(number % 3) + "```lever\nlever> print \(number)\n\(number)\n```\n"
    }
    let runs = try ["1", "2", "8"].map {
      try LeverProcess.run(["check", "--format", format, "-j", $0, "."], files: Self.files(texts))
    }
    #expect(runs.allSatisfy { $0.status == 1 && $0.error == "" && $0.output == runs[0].output })
    #expect(runs[0].output.contains("29.md"))
  }

  @Test func `files of a folder without a block are counted, and an empty one was cut off`() throws {
    let right = "```lever\nlever> print 1\n1\n```\n"
    let run = try LeverProcess.run(
      ["check", "."], files: Self.files(["a.md": right, "b.md": "# Prose\n", "c.md": "", "d.txt": ""]))
    #expect(run.status == 2)
    #expect(
      run.output.hasSuffix(
        "1..2\n# 2 files, 1 command: 1 as expected, 0 skipped, 1 other problem, 1 file without a `lever` block passed over\n"
      ))
    #expect(run.error == "./c.md:1:1: error: the file is empty\n")
  }

  @Test func `folders that lie too deep are not passed over`() throws {
    let path = Array(repeating: "a", count: 70).joined(separator: "/")
    let run = try LeverProcess.run(
      shell: "mkdir -p \(path); cp x.md \(path); $LEVER check .", files: Self.files(["x.md": Self.wrong()]))
    #expect(run.status == 2)
    #expect(run.error.contains("lies deeper than 64 folders"))
  }
}
