import Testing

@testable import Interpreter

/// The way back behind an `open`, and forth again.
struct SessionOpeningTests {
  private func session(_ line: String = "") throws -> Session {
    let files = ScratchFiles()
    try files.write("let a = 1\nlet b = 2\nbranch calm\nlet c = 3\n", to: "a", replacing: false)
    try files.write("let d = 4\n", to: "b", replacing: false)
    try files.write("", to: "empty", replacing: false)
    var session = try ClassroomSession.make(files: files)
    let (output, succeeded) = session.output(of: line)
    try #require(succeeded, "\(output)")
    return session
  }

  @Test func `behind the first step lies the session before it, whole`() throws {
    var session = try session("keepers off; price -5%; undo; branch bold; let x = 1")
    let before = SessionShape(of: session)
    #expect(session.output(of: "open a").succeeded)
    let opened = SessionShape(of: session)
    #expect(session.output(of: "undo").output == "Undid `let c = 3`.\n")
    #expect(session.output(of: "undo 2").succeeded)
    #expect(session.output(of: "undo").output == "Undid `open a`.\nYou are on the branch bold.\n")
    #expect(SessionShape(of: session) == before)
    // And forth again.
    #expect(session.output(of: "redo").output == "Redid `open a`.\nYou are on the branch calm.\n")
    #expect(session.output(of: "redo 3").succeeded)
    #expect(SessionShape(of: session) == opened)
    #expect(session.output(of: "redo").output == "error: there is nothing to redo\n")
  }

  @Test func `several openings are taken back at once`() throws {
    var session = try session("let x = 1; open a; open b")
    #expect(
      session.output(of: "undo 7").output == """
        Undid `let d = 4`, `open b`, `let c = 3`, `let b = 2`, `let a = 1`, `open a`,
        `let x = 1`.
        `open a` is taken back too: this is the session from before it.

        """)
    #expect(session.output(of: "undo").output == "error: there is nothing to undo\n")
    #expect(
      session.output(of: "redo 7").output == """
        Redid `let x = 1`, `open a`, `let a = 1`, `let b = 2`, `let c = 3`, `open b`,
        `let d = 4`.

        """)
    #expect(session.changes == ["let d = 4"])
  }

  @Test func `what was undone before the opening can be made again`() throws {
    var session = try session("let x = 1; let y = 2; undo; open b; undo 2")
    #expect(session.output(of: "redo").output == "Redid `let y = 2`.\n")
    #expect(session.output(of: "redo").output == "Redid `open b`.\n")
    #expect(session.output(of: "undo").output == "Undid `open b`.\n")
    #expect(session.changes == ["let x = 1", "let y = 2"])
  }

  @Test func `a change drops the opening that was taken back`() throws {
    var session = try session("open b; undo 2; let x = 1")
    #expect(session.output(of: "redo").output == "error: there is nothing to redo\n")
    session = try self.session("open b; undo 2; open empty")
    #expect(session.output(of: "redo").output == "error: there is nothing to redo\n")
    #expect(session.output(of: "undo").output == "Undid `open empty`.\n")
  }

  @Test func `what-if tries the way back and keeps where one is`() throws {
    var session = try session("let x = 1; open b")
    let before = SessionShape(of: session)
    #expect(session.output(of: "what if undo 2").succeeded)
    #expect(SessionShape(of: session) == before)
    #expect(session.output(of: "undo; redo").succeeded)
    #expect(SessionShape(of: session) == before)
  }

  @Test func `there is a limit to the openings that can be taken back`() throws {
    var session = try session("let x = 1")
    for _ in 0...Session.mostOpenings { #expect(session.output(of: "open empty").succeeded) }
    #expect(session.output(of: "undo 100").succeeded)
    #expect(session.changes == [])
    #expect(session.output(of: "redo 100").output.hasSuffix(" and 12 more.\n"))
  }

  @Test func `a file that was opened is saved without what lies behind it`() throws {
    let session = try session("let x = 1; open b; let y = 2")
    #expect(session.rebuildingCommands == ["let d = 4", "let y = 2"])
  }
}
