import Interpreter
import Markets
import TestSupport
import Testing

@testable import Notebook

/// What a session that is recorded leaves in a file, in memory.
struct TranscriptRecorderTests {
  /// A session at a prompt, where commands may be shortened.
  private struct Recorded {
    let files = ScratchFiles()
    var session: Session

    init(market: String = "classroom", seed: UInt64 = 1) throws {
      let files = files
      let recorder = TranscriptRecorder(files: files, filesBeside: { _ in files }, remove: files.remove)
      let surroundings = Surroundings(acceptsPrefixes: true, seed: seed, files: files, recorder: recorder)
      session = try Session(
        market: try surroundings.market(named: market), surroundings: surroundings, marketName: market)
    }

    mutating func run(_ lines: String...) {
      for line in lines { session.run(line) { _, _ in } }
    }

    func text(_ file: String) throws -> String { try files.text(of: file, limit: .max, what: "a transcript") }

    var problem: String? { (session.surroundings.recorder as? TranscriptRecorder)?.takeProblem() }

    /// What a check of the file finds wrong.
    func failures(_ file: String) throws -> [String] {
      let document = try Document(parsing: try text(file), file: file)
      return try Checker(files: files).check(document).failures.map { "\($0.line): \($0.message)" }
    }
  }

  @Test func `each command with what it prints, and failures in blocks of their own`() throws {
    var recorded = try Recorded()
    recorded.run(
      "record my-session.md", "dep 1 ETH; print debt", "borow 3", "print 1 # a comment", "print 2", "record stop")
    #expect(
      try recorded.text("my-session.md") == """
        ---
        transcript: my-session
        title: My session
        format: 1
        ---

        # My session

        ```lever
        lever> deposit 1 ETH
        Deposited 1 ETH worth $2,000.00 as collateral.
        exposure  $0.00 → $2,000.00
        wallet    10 → 9 ETH
        lever> print debt
        0
        ```

        ```lever error
        lever> borow 3
        error: unknown command `borow`; did you mean `borrow`?
          borow 3
          ^^^^^
        ```

        ```lever
        lever> print 1
        1
        lever> print 2
        2
        ```

        """)
    #expect(try recorded.failures("my-session.md") == [])
  }

  @Test func `what led to the beginning is hidden`() throws {
    var recorded = try Recorded(market: "aave-v3-ethereum", seed: 7)
    recorded.run("dep 1 WETH", "branch a", "let x = 1", "undo", "switch main")
    recorded.run("record a.md ok-only", "nonsense", "print x", "switch a; redo; print x", "record stop")
    #expect(
      try recorded.text("a.md") == """
        ---
        transcript: a
        title: A
        format: 1
        seed: 7
        ---

        # A

        ```lever hide
        lever> market aave-v3-ethereum
        lever> deposit 1 WETH
        lever> branch a
        lever> let x = 1
        lever> undo
        lever> switch main
        ```

        ```lever
        lever> switch a
        On the branch a.
        lever> redo
        Redid `let x = 1`.
        lever> print x
        1
        ```

        """)
    #expect(try recorded.failures("a.md") == [])
  }

  @Test func `the file is whole after every command`() throws {
    var recorded = try Recorded()
    recorded.run("record a.md")
    for line in ["deposit 10 ETH", "loop 2 at 50%", "nonsense", "undo", "what if price -20%", "history"] {
      recorded.run(line)
      #expect(try recorded.failures("a.md") == [], "behind `\(line)`")
    }
  }

  @Test func `nothing recorded is no file, and the one to replace stays`() throws {
    var recorded = try Recorded()
    recorded.run("record a.md", "record stop")
    #expect((try? recorded.text("a.md")) == nil)
    recorded.run("record a.md", "print 1", "record stop")
    let old = try recorded.text("a.md")
    recorded.run("record a.md", "print 2")
    #expect(try recorded.text("a.md") == old)
    recorded.run("record a.md replace", "record stop")
    #expect(try recorded.text("a.md") == old)
    recorded.run("record a.md replace", "print 3", "record stop")
    #expect(try recorded.text("a.md") == old.replacing("print 1\n1", with: "print 3\n3"))
  }

  @Test func `commands about the recording are not recorded`() throws {
    var recorded = try Recorded()
    recorded.run("record a.md", "record", "save x.lever", "paste", "print 1", "quit")
    #expect(try recorded.text("a.md").contains("```lever\nlever> print 1\n1\n```\n"))
    #expect(try recorded.failures("a.md") == [])
  }

  @Test func `what a check could not do ends the recording`() throws {
    var recorded = try Recorded()
    let elsewhere = ScratchFiles()
    let recorder = TranscriptRecorder(files: recorded.files, filesBeside: { _ in elsewhere }, remove: { _ in })
    let surroundings = Surroundings(files: recorded.files, recorder: recorder)
    recorded.session = try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
    recorded.run("deposit 1 ETH", "save plan.lever", "record a.md", "print 1", "open plan.lever", "print 2")
    #expect(
      recorded.problem
        == "a.md cannot hold `open plan.lever`: a check of the file would refuse it; recording has ended, and the file holds what came before"
    )
    #expect(recorded.problem == nil)
    #expect(recorder.recordedFile == nil)
    #expect(try recorded.text("a.md").hasSuffix("lever> print 1\n1\n```\n"))
  }

  @Test(arguments: [
    ("a.md", "a", "A"), ("dir/two words.md", "two-words", "Two words"), ("x_y", "x_y", "X y"),
    ("Ω.md", "recording", "Ω"),
    ("a.b.md", "a-b", "A.b"), (".md", "recording", ".md"), ("\u{7}.md", "recording", "A recording"),
  ])
  func `a file's name gives its title`(file: String, id: String, title: String) {
    let text = RecordedText(file: file, seed: 1, leadingCommands: []).text
    #expect(text == "---\ntranscript: \(id)\ntitle: \(title)\nformat: 1\n---\n\n# \(title)\n")
  }
}
