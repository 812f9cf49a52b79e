import Foundation
import Testing

/// `lever record` as a process: what it writes is what `lever check` expects.
struct RecordProgramTests {
  private static func lines(_ text: String) -> [String: Data] { ["lines": Data(text.utf8)] }

  @Test func `a file of commands becomes a transcript`() throws {
    let run = try LeverProcess.run(
      shell: "$LEVER record 'a b.md' < lines > shown; echo $?; cat 'a b.md'; $LEVER check 'a b.md'",
      files: Self.lines("let x = 2\nprint x; print x + 1\n# a remark\nnonsense\nprint 9\n"))
    #expect(
      run.output == """
        2
        ---
        transcript: a-b
        title: A b
        format: 1
        ---

        # A b

        ```lever
        lever> let x = 2
        x = 2
        lever> print x
        2
        lever> print x + 1
        3
        ```

        ```lever error
        lever> nonsense
        error: unknown command `nonsense`
          nonsense
          ^^^^^^^^
        ```
        TAP version 14
        ok 1 - a b.md
        1..1
        # 1 file, 4 commands: 4 as expected, 0 skipped

        """)
  }

  @Test(arguments: ["--market aave-v3-ethereum", "--seed 7", "--ok-only", "--plain", "--json", "--width 40"])
  func `whatever the session is like, the file is as expected`(options: String) throws {
    let run = try LeverProcess.run(
      shell: "$LEVER record \(options) a.md < lines > shown 2> said; echo $?; $LEVER check a.md > report; echo $?",
      files: Self.lines("market; pool\nbranch b; print 1\nhelp loop\nprint \""))
    #expect(run.output == "2\n0\n")
  }

  /// A check of a page knows the presets and the files of its folder, and no others.
  @Test func `a market from elsewhere cannot be recorded`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let market = try Data(contentsOf: root.appendingPathComponent("markets/classroom.market"))
    let run = try LeverProcess.run(
      shell: """
        mkdir a; echo 'print 1' > lines
        $LEVER record --market own.market a/a.md < lines; echo $?; ls a
        $LEVER record --market own.market a.md < lines; $LEVER check a.md > report; echo $?
        """,
      files: ["own.market": market])
    #expect(run.output == "1\n1\n0\n")
    #expect(
      run.error
        == "error: this session cannot be recorded, because a check of a/a.md could not do `market own.market`: own.market cannot be read: there is no such file\n"
    )
  }

  @Test func `a file that exists is left alone`() throws {
    let run = try LeverProcess.run(
      shell: """
        echo mine > a.md; $LEVER record a.md < lines; echo $?; cat a.md
        $LEVER record --replace a.md < lines; echo $?; grep -c lever a.md
        """,
      files: Self.lines("print 1\n"))
    #expect(run.output == "1\nmine\n1\n0\n2\n")
    #expect(run.error == "error: there is a file a.md already: try `lever record --replace a.md`\n")
  }

  @Test func `a full disk ends the recording and not the session`() throws {
    let run = try LeverProcess.run(
      shell: """
        (ulimit -f 6; $LEVER record a.md < lines) | tail -1
        $LEVER check a.md | tail -1; ls
        """,
      files: Self.lines(String(repeating: "help loop\n", count: 40) + "print 12345\n"))
    #expect(run.output.hasPrefix("12345\n"))
    #expect(run.output.hasSuffix(" as expected, 0 skipped\na.md\nlines\n"))
    #expect(run.error.contains("a.md cannot be written: file too large; recording has ended"))
  }
}
