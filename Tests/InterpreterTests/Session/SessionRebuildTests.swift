import Testing

@testable import Interpreter

struct SessionRebuildTests {
  private func session(_ lines: [String], market: String = "classroom") throws -> Session {
    var session = try ClassroomSession.make(market: market)
    for line in lines {
      let (output, succeeded) = session.output(of: line)
      try #require(succeeded, "\(line): \(output)")
    }
    return session
  }

  /// What was typed, and the commands that give the same.
  static let shapes: [(typed: String, commands: String)] = [
    ("", ""),
    ("print 1; position; what if price -5%; # nothing", ""),
    ("deposit 10 ETH; loop 3 at 70%; price -5%", "deposit 10 ETH; loop 3 at 70%; price -5%"),
    ("DEPOSIT  10 eth;borrow max", "DEPOSIT  10 eth; borrow max"),
    // What was undone is done and undone again.
    ("keepers off; undo", "keepers off; undo"),
    ("let a = 1; let b = 2; let c = 3; undo 2", "let a = 1; let b = 2; let c = 3; undo 2"),
    ("let a = 1; let b = 2; undo 2", "let a = 1; let b = 2; undo 2"),
    ("let a = 1; undo; let b = 2", "let b = 2"),
    ("let a = 1; let b = 2; undo 2; redo", "let a = 1; let b = 2; undo"),
    // A branch that ends where it began, and branches that are equal.
    ("branch b", "branch b"),
    ("branch b; switch main", "branch b; switch main"),
    ("let a = 1; branch b; branch c; switch main", "let a = 1; branch b; branch c; switch main"),
    (
      "let a = 1; branch b; let b = 2; switch main; let b = 2",
      "let a = 1; let b = 2; branch b; switch main"
    ),
    // Branches part.
    (
      "let a = 1; branch b; let b = 2; switch main; let c = 3",
      "let a = 1; branch b; let b = 2; switch main; let c = 3"
    ),
    (
      "let a = 1; branch b; let b = 2; switch main",
      "let a = 1; branch b; let b = 2; switch main"
    ),
    // The first branch goes on and the other stands still; the other is current.
    ("let a = 1; branch b; switch main; let c = 3; switch b", "let a = 1; branch b; switch main; let c = 3; switch b"),
    // A branch of a branch, and one that took steps back before it went another way.
    (
      "let a = 1; branch b; let b = 2; branch c; let c = 3; switch b; let d = 4",
      "let a = 1; branch b; let b = 2; branch c; let c = 3; switch b; let d = 4"
    ),
    (
      "let a = 1; let b = 2; branch b; undo 2; let c = 3",
      "branch b; let c = 3; switch main; let a = 1; let b = 2; switch b"
    ),
    // Equal commands, one branch at their end and the other with some of them undone.
    (
      "let a = 1; let b = 2; branch b; undo",
      "let a = 1; let b = 2; branch b; undo"
    ),
    // The futures of two branches differ.
    (
      "let a = 1; let b = 2; undo; branch b; let c = 3; undo 2",
      "let a = 1; branch b; let c = 3; undo 2; switch main; let b = 2; undo; switch b"
    ),
    // Loading a market and starting anew are steps like others.
    ("market aave-v3-ethereum; deposit 1 WETH; reset", "market aave-v3-ethereum; deposit 1 WETH; reset"),
  ]

  @Test(arguments: shapes)
  func `the commands give the same session`(shape: (typed: String, commands: String)) throws {
    let original = try session([shape.typed])
    #expect(original.rebuildingCommands.joined(separator: "; ") == shape.commands)
    #expect(SessionShape(of: try session(original.rebuildingCommands)) == SessionShape(of: original))
  }

  @Test func `another market than the classroom is loaded first`() throws {
    let original = try session(["deposit 1 WETH", "branch b", "undo"], market: "aave-v3-ethereum")
    let commands = original.rebuildingCommands
    #expect(
      commands.joined(separator: "; ")
        == "market aave-v3-ethereum; deposit 1 WETH; branch b; undo")
    let rebuilt = try session(commands)
    #expect(rebuilt.world == original.world)
    #expect(rebuilt.rebuildingCommands == commands)
    #expect(Session.firstMarketName == "classroom")
    #expect(try ClassroomSession.make(market: "Classroom").rebuildingCommands == [])
  }

  @Test func `a market's name is quoted where it has to be`() throws {
    let market = try Surroundings().market(named: "classroom")
    for (name, command) in [
      ("./mine.market", "market ./mine.market"), ("./my own.market", "market \"./my own.market\""),
      ("./a;b.market", "market \"./a;b.market\""), ("./a\"b.market", "market ./a\"b.market"),
    ] {
      let session = try Session(market: market, marketName: name)
      #expect(session.rebuildingCommands == [command])
      #expect(CommandLineSplitter.commands(in: command).map(\.text) == [command])
    }
  }

  @Test func `shortened commands are written in full`() throws {
    var session = try ClassroomSession.make(acceptsPrefixes: true)
    #expect(session.output(of: "dep 10 ETH; bor 50%; rein").succeeded)
    #expect(session.rebuildingCommands == ["deposit 10 ETH", "borrow 50%", "reinvest"])
  }

  @Test func `as many branches as there can be`() throws {
    var lines: [String] = []
    for number in 1..<Session.mostBranches {
      lines.append("let a = \(number); branch b\(number); let b = 1; undo \(1 + number % 2)")
      if number.isMultiple(of: 3) { lines.append("switch main; let c = \(number)") }
    }
    let original = try session(lines)
    #expect(original.branchNames.count == Session.mostBranches)
    #expect(SessionShape(of: try session(original.rebuildingCommands)) == SessionShape(of: original))
  }

  @Test func `steps that are too old to be undone still lead here`() throws {
    let count = Session.mostSteps + 50
    let typed = (1...count).map { "let a = \($0)" }
    let original = try session(typed + ["branch b", "undo \(Session.mostSteps)", "switch main", "undo 3"])
    let commands = original.rebuildingCommands
    #expect(commands == typed + ["branch b", "undo 9050", "switch main", "undo 3"])
    let rebuilt = try session(commands)
    #expect(rebuilt.world == original.world && rebuilt.otherBranches["b"]?.world == original.otherBranches["b"]?.world)
    #expect(rebuilt.changes == original.changes)
    #expect(rebuilt.rebuildingCommands == commands)
  }

  @Test func `a first market leaves room for as many steps back as there are`() throws {
    let typed = (1...Session.mostSteps).map { "let a = \($0)" }
    let original = try session(typed + ["undo \(Session.mostSteps)"], market: "aave-v3-ethereum")
    let commands = original.rebuildingCommands
    #expect(commands == ["market aave-v3-ethereum"] + typed.dropLast() + ["undo \(Session.mostSteps - 1)"])
    #expect(try session(commands).world == original.world)
  }
}
