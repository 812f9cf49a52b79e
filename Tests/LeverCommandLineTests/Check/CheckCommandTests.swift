import Foundation
import TestSupport
import Testing

/// `lever check` as a whole process: exit codes, folders, files that are written.
struct CheckCommandTests {
  private static let good = Data("# Good\n\n```lever\nlever> print 1\n1\n```\n".utf8)
  private static let wrong = Data("# Wrong\n\n```lever\nlever> print 1\n2\n```\n".utf8)
  private static let broken = Data("# Broken\n\n```lever eror\nlever> print 1\n1\n```\n".utf8)
  private static let fails = Data("```lever\nlever> print 1\n2\nlever> nonsense\n```\n".utf8)
  private static let prose = Data("# Prose\n".utf8)
  private static let files = [
    "good.md": good, "wrong.md": wrong, "broken.md": broken, "fails.md": fails, "prose.md": prose,
  ]

  @Test(
    arguments: [
      (["good.md"], 0, "TAP version 14\nok 1 - good.md\n1..1\n# 1 file, 1 command: 1 as expected, 0 skipped\n", ""),
      (
        ["--format", "pretty", "good.md", "./good.md"], 0,
        "ok      good.md    1 command\nok      ./good.md  1 command\n\n2 files, 2 commands: 2 as expected, 0 skipped\n",
        ""
      ),
      (
        ["--format=pretty", "wrong.md"], 1,
        """
        FAILED  wrong.md  1 command, 1 not as expected
          wrong.md:5:1: the output is not as expected
          Wrong › lever> print 1  (line 4)
            - 2
            + 1
          To accept what is printed: `lever check --bless wrong.md`

        1 file, 1 command: 0 as expected, 1 not as expected, 0 skipped

        """, ""
      ),
      (
        ["--format", "diff", "wrong.md"], 1,
        "--- wrong.md\n+++ wrong.md\n@@ -2,5 +2,5 @@\n \n ```lever\n lever> print 1\n-2\n+1\n ```\n", ""
      ),
      (
        ["--format", "diff", "broken.md"], 2, "",
        "broken.md:3:10: error: unknown tag `eror`; did you mean `error`?\n  ```lever eror\n           ^^^^\n"
      ),
      (["missing.md"], 2, "", "error: there is no file or folder missing.md\nTry `lever --help`.\n"),
      (
        [], 2, "",
        "error: `lever check` needs the files or folders to check, such as `lever check transcripts`\nTry `lever --help`.\n"
      ),
      (
        ["--seed", "7", "good.md"], 2, "",
        "error: --seed has no effect on `lever check`: every file is checked in a new session in the classroom\nTry `lever --help`.\n"
      ),
      (
        ["--format", "tpa", "good.md"], 2, "",
        "error: --format is one of pretty, tap, junit, json, diff, not `tpa`; did you mean `tap`?\nTry `lever --help`.\n"
      ),
      (
        ["-j0", "good.md"], 2, "", "error: -j needs a whole number from 1 to 256, not `0`\nTry `lever --help`.\n"
      ),
    ] as [([String], Int32, String, String)])
  func `files and what it ends with`(words: [String], status: Int32, output: String, error: String) throws {
    let run = try LeverProcess.run(["check"] + words, files: Self.files)
    #expect(run.status == status)
    #expect(run.output == output)
    #expect(run.error == error)
  }

  @Test func `the worst file decides`() throws {
    for (words, status) in [
      (["good.md", "wrong.md"], 1), (["good.md", "wrong.md", "broken.md"], 2), (["prose.md"], 2),
    ] {
      #expect(try LeverProcess.run(["check"] + words, files: Self.files).status == Int32(status))
    }
  }

  @Test func `a folder's pages are found, and prose in it is none`() throws {
    let line = """
      mkdir -p pages/sub pages/.hidden empty && cp good.md pages/b.md && cp good.md pages/sub/a.md \
      && cp prose.md pages/ && cp wrong.md pages/.hidden/ && cp wrong.md pages/x.txt \
      && "$LEVER" check --format pretty pages/; echo $?; "$LEVER" check empty; echo $?
      """
    let run = try LeverProcess.run(shell: line, files: Self.files)
    #expect(
      run.output == """
        ok      pages/b.md      1 command
        ok      pages/sub/a.md  1 command

        2 files, 2 commands: 2 as expected, 0 skipped, 1 file without a `lever` block passed over
        0
        TAP version 14
        1..0
        # 0 files, 0 commands: 0 as expected, 0 skipped
        2

        """)
    #expect(
      run.error
        == "error: the folder empty holds no transcript: no Markdown file in it has a `lever` block\nTry `lever --help`.\n"
    )
  }

  @Test func `blessing writes what is printed, where it may`() throws {
    let line = """
      chmod 640 wrong.md; "$LEVER" check --bless --format pretty wrong.md fails.md; echo $?; \
      cat wrong.md fails.md; stat -c %a wrong.md; "$LEVER" check --bless wrong.md; ls
      """
    let run = try LeverProcess.run(shell: line, files: ["wrong.md": Self.wrong, "fails.md": Self.fails])
    #expect(
      run.output == """
        blessed wrong.md  1 command, 1 output blessed
        REFUSED fails.md  2 commands
          not blessed: line 4 fails; tag its block `error` if it ought to
          fails.md:4:1: the command fails
          lever> nonsense  (line 4)
            + error: unknown command `nonsense`
            +   nonsense
            +   ^^^^^^^^

        2 files, 3 commands: 1 as expected, 2 not as expected, 0 skipped
        1
        # Wrong

        ```lever
        lever> print 1
        1
        ```
        ```lever
        lever> print 1
        2
        lever> nonsense
        ```
        640
        TAP version 14
        ok 1 - wrong.md
        1..1
        # 1 file, 1 command: 1 as expected, 0 skipped
        fails.md
        wrong.md

        """)
  }

  @Test func `a review asks for each output`() throws {
    let two = Data("```lever\nlever> print 1\n2\nlever> print 3\n4\nlever> print 5\n6\n```\n".utf8)
    let line = """
      printf 'what\\na\\nr\\ns\\n' | "$LEVER" check --review --format diff two.md; echo $?; cat two.md
      """
    let run = try LeverProcess.run(shell: line, files: ["two.md": two])
    let question = "accept, reject, or skip the rest of the file? [a/r/s] "
    #expect(
      run.error == """
        two.md:2  change 1 of 3
          lever> print 1
          - 2
          + 1
        \(question)Answer `a`, `r` or `s`.
        \(question)two.md:4  change 2 of 3
          lever> print 3
          - 4
          + 3
        \(question)two.md:6  change 3 of 3
          lever> print 5
          - 6
          + 5
        \(question)
        """)
    #expect(
      run.output == """
        1
        ```lever
        lever> print 1
        1
        lever> print 3
        4
        lever> print 5
        6
        ```

        """)
  }

  @Test func `the difference is what blessing writes`() throws {
    let line = """
      cp wrong.md blessed.md && "$LEVER" check --format diff wrong.md | patch -s -p0 && "$LEVER" check --bless blessed.md \
      >/dev/null && cmp wrong.md blessed.md && echo same
      """
    #expect(try LeverProcess.run(shell: line, files: Self.files).output == "same\n")
  }

  @Test func `a command that takes too long is given up`() throws {
    let endless = "deposit 10 ETH; " + String(repeating: "loop 500 at 80%; undo; ", count: 100_000)
    let slow = Data("```lever\nlever> print 1\n1\nlever> \(endless)\n```\n".utf8)
    let run = try LeverProcess.run(
      ["check", "--time-limit", "3", "-j1", "slow.md", "good.md"], files: ["slow.md": slow, "good.md": Self.good])
    #expect(run.status == 3)
    #expect(
      run.output == """
        TAP version 14
        not ok 1 - slow.md
          ---
          message: "the time limit of 3 s is over"
          at: "slow.md:4:1"
          ...
        ok 2 - good.md
        1..2
        # 2 files, 1 command: 1 as expected, 0 skipped, 1 other problem

        """)
  }

  @Test func `a page reads its own folder and writes nothing`() throws {
    let page = """
      ```lever
      lever> market ./mine.market
      ...
      lever> save plan.lever
      ...
      lever> open plan.lever
      ...
      ```
      ```lever error
      lever> market ../outside.market
      error: ../outside.market leads out of the folder that can be used here
      ```

      """
    let line = """
      mkdir pages && mv page.md pages/ && cp "$MARKET" pages/mine.market && cp "$MARKET" outside.market \
      && "$LEVER" check --format pretty pages; ls pages
      """
    let market = RecordedFile.root.appendingPathComponent("markets/classroom.market").path
    let run = try LeverProcess.run(
      shell: line.replacing("$MARKET", with: market), files: ["page.md": Data(page.utf8)])
    #expect(
      run.output == """
        ok      pages/page.md  4 commands

        1 file, 4 commands: 4 as expected, 0 skipped
        mine.market
        page.md

        """)
  }
}
