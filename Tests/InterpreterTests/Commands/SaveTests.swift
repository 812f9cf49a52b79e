import Markets
import Testing

@testable import Interpreter

struct SaveTests {
  private let files = ScratchFiles()

  private func text(_ path: String) throws -> String {
    try files.text(of: path, limit: SessionFile.byteLimit, what: SessionFile.what)
  }

  @Test func `a file holds what it is and a command a line`() throws {
    var session = try ClassroomSession.make(files: files)
    let line = "deposit 10 ETH; loop 2 at 50%  # as a start; branch bold; price -5%; undo; save \"my plan.lever\""
    #expect(session.output(of: line.replacing("  # as a start", with: "")).succeeded)
    #expect(
      try text("my plan.lever") == """
        # Lever session, format 1
        # seed 1
        deposit 10 ETH
        loop 2 at 50%
        branch bold
        price -5%
        undo

        """)
  }

  @Test func `a session without a change is a file too`() throws {
    var session = try ClassroomSession.make(files: files)
    #expect(
      session.output(of: "save plan").output == "Saved the session in plan: no commands.\n`open plan` brings it back.\n"
    )
    #expect(try text("plan") == "# Lever session, format 1\n# seed 1\n")
  }

  @Test(arguments: [
    ("save", "the name of a file is missing: try `save plan.lever`"),
    ("save \"\"", "the name of a file is missing: try `save plan.lever`"),
    ("save replace", "the name of a file is missing: try `save plan.lever replace`"),
    ("save my plan", "a file's name with blanks stands in double quotes: try `save \"my plan\"`"),
    ("save my plan  REPLACE", "a file's name with blanks stands in double quotes: try `save \"my plan\" replace`"),
    ("save \"my plan\" replaced", "`replaced` is more than `save` takes: try `save FILE` or `save FILE replace`"),
    ("save a replace b", "a file's name with blanks stands in double quotes: try `save \"a replace b\"`"),
    ("save \"an old\"", "there is a file an old already: try `save \"an old\" replace`"),
    ("save /a", "/a leads out of the folder that can be used here"),
    ("save ..", ".. leads out of the folder that can be used here"),
    ("what if save new", "`save` reaches beyond the session, which `what if` cannot try"),
    ("what if open \"an old\"", "`open` reaches beyond the session, which `what if` cannot try"),
  ])
  func `what cannot be written is refused and changes nothing`(line: String, sentence: String) throws {
    try files.write("old", to: "an old", replacing: true)
    var session = try ClassroomSession.make(files: files)
    #expect(session.output(of: "keepers off").succeeded)
    let output = session.output(of: line)
    #expect(output.output.split(separator: "\n").first.map(String.init) == "error: \(sentence)")
    #expect(try text("an old") == "old")
    #expect(files.candidates(for: "", ending: "", what: "").map(\.text) == ["an old"])
    #expect(session.changes == ["keepers off"])
  }

  @Test func `a quoted replace is a name, and an old file is replaced on request`() throws {
    var session = try ClassroomSession.make(files: files)
    #expect(session.output(of: "save \"replace\"; keepers off; save \"replace\" Replace").succeeded)
    #expect(try text("replace") == "# Lever session, format 1\n# seed 1\nkeepers off\n")
  }

  @Test func `more than can be opened is not saved`() throws {
    var session = try ClassroomSession.make(files: files)
    let wide = "let a =" + String(repeating: " ", count: 3_000_000) + "1"
    #expect(session.output(of: wide).succeeded)
    #expect(session.output(of: wide.dropLast() + "2").succeeded)
    let reason = "its commands have 6000053 bytes, more than the 4194304 that `open` reads"
    #expect(session.output(of: "save a").output == "error: the session cannot be saved: \(reason)\n")
  }

  @Test func `a market whose name no line can hold is not saved`() throws {
    let market = try Surroundings().market(named: "classroom")
    var session = try Session(
      market: market, surroundings: Surroundings(files: files), marketName: "my \"own\" market.market")
    let reason = "no line can hold the name of its market file my \"own\" market.market"
    #expect(session.output(of: "save a").output == "error: the session cannot be saved: \(reason)\n")
  }
}
