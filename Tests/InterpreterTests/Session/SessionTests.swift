import Testing

@testable import Interpreter

struct SessionTests {
  private func session(_ line: String = "") throws -> Session {
    var session = try ClassroomSession.make()
    let (output, succeeded) = session.output(of: line)
    try #require(succeeded, "\(output)")
    return session
  }

  @Test func `undo and redo go back and forth`() throws {
    var session = try session()
    var worlds = [session.world]
    for command in ["deposit 10 ETH", "borrow 70%", "reinvest", "price -5%", "let a = 1", "keepers off"] {
      #expect(session.output(of: command).succeeded)
      worlds.append(session.world)
    }
    for world in worlds.dropLast().reversed() {
      #expect(session.output(of: "undo").succeeded)
      #expect(session.world == world)
    }
    #expect(!session.output(of: "undo").succeeded)
    for world in worlds.dropFirst() {
      #expect(session.output(of: "redo").succeeded)
      #expect(session.world == world)
    }
    #expect(!session.output(of: "redo").succeeded)
    #expect(session.output(of: "undo 4; redo 3").succeeded)
    #expect(session.world == worlds[5])
  }

  @Test func `a change drops what was undone`() throws {
    var session = try session("deposit 10 ETH; borrow 70%; undo; price -1%")
    #expect(session.changes == ["deposit 10 ETH", "price -1%"])
    #expect(!session.output(of: "redo").succeeded)
  }

  @Test(arguments: [
    "print hf", "position", "ladder", "ladder 3 at 50%", "stress", "chart", "chart hf", "chart ladder", "explain hf",
    "help", "glossary", "market", "price",
    "pool",
    "history", "check debt > 0", "what if price -50%", "what if reset", "what if undo", "what if branch b",
    "what if quit", "keepers",
    "keepers on", "branch", "what if pool 1000 ETH",
  ])
  func `looking changes nothing`(command: String) throws {
    var session = try session("deposit 10 ETH; loop 2 at 50%")
    let (before, changes) = (session.world, session.changes)
    let (output, succeeded) = session.output(of: command)
    #expect(succeeded, "\(output)")
    #expect(session.world == before)
    #expect(session.changes == changes)
    #expect(session.branchNames == ["main"])
    #expect(!session.isOver)
  }

  @Test(arguments: [
    "borrow 81%", "withdraw max USDC", "deposit 100 ETH", "flash to 9x", "loop to 9x at 60%", "market nowhere",
    "market mode 3",
    "price -100%", "repay 1 ETH", "liquidate", "unwind to 9x", "pool 0 ETH", "let hf = 1", "let x = 1 / 0",
    "switch nowhere", "nonsense",
    "swap 1 USDC to ETH", "crowd", "crowd off", "crowd add 1 ETH at 5000", "shock -8%", "cascade", "cascade -8%",
    "undo 0", "check hf > 100", "what if borrow 90%", "borrow max; borrow max",
  ])
  func `a refused command leaves the world equal`(line: String) throws {
    var session = try session("deposit 10 ETH; loop 2 at 50%")
    var before = session.world
    session.run(line) { outcome, after in
      if outcome.succeeded {
        before = after.world
      } else {
        #expect(after.world == before)
      }
    }
    #expect(session.world == before)
  }

  @Test func `a line stops behind its first failure and behind quit`() throws {
    var session = try session()
    var commands: [String] = []
    #expect(
      !session.run("deposit 1 ETH; nonsense; deposit 2 ETH") { outcome, _ in commands.append(outcome.command.text) })
    #expect(commands == ["deposit 1 ETH", "nonsense"])
    #expect(session.run("quit; deposit 2 ETH") { outcome, _ in commands.append(outcome.command.text) })
    #expect(commands == ["deposit 1 ETH", "nonsense", "quit"])
    #expect(session.isOver)
  }

  @Test func `branches are independent`() throws {
    var session = try session("deposit 10 ETH; branch bold; loop 5 at 70%")
    let bold = session.world
    #expect(session.branchNames == ["bold", "main"])
    #expect(session.output(of: "switch main").succeeded)
    #expect(session.printed("debt") == "0")
    #expect(session.output(of: "price 1000; reset").succeeded)
    #expect(session.output(of: "switch bold").succeeded)
    #expect(session.world == bold)
    #expect(session.changes == ["deposit 10 ETH", "loop 5 at 70%"])
    #expect(!session.output(of: "branch main").succeeded)
    #expect(!session.output(of: "switch bold").succeeded)
  }

  @Test func `there is a limit to the number of branches`() throws {
    var session = try session()
    for number in 1..<Session.mostBranches { #expect(session.output(of: "branch b\(number)").succeeded) }
    #expect(session.output(of: "branch one-more").output == "error: a session keeps at most 100 branches\n")
    #expect(session.branchNames.count == Session.mostBranches)
  }

  @Test func `commands may be shortened where the surroundings say so`() throws {
    var prompt = try ClassroomSession.make(acceptsPrefixes: true)
    #expect(prompt.output(of: "dep 10 ETH; pos").succeeded)
    let output = prompt.output(of: "p").output
    #expect(output.hasPrefix("error: `p` is the beginning of several commands; did you mean "))
    var file = try session()
    #expect(!file.output(of: "dep 10 ETH").succeeded)
  }

  @Test func `what is computed is rounded to what an asset or a price can have`() throws {
    var session = try session(
      "deposit 10 ETH; borrow (10000/3) USDC; let third = debt / 3; repay third USDC; price (5000/3)")
    #expect(session.printed("debt(USDC)") == "2222.222222")
    #expect(session.printed("price(ETH)") == "1666.66666667")
    #expect(!session.output(of: "repay 0.1234567 USDC").succeeded)
    #expect(!session.output(of: "price 1666.666666667").succeeded)
  }

  @Test func `control characters are refused and shown`() throws {
    var session = try session()
    #expect(
      session.output(of: "print 1\u{0}").output.hasPrefix(
        "error: a line holds no control characters, and here is U+0000"))
    #expect(session.output(of: "\u{1B}[31mprint 1").output.contains("U+001B"))
  }

  @Test(arguments: [
    ("print 1", true), ("simulate paths 1000", true), ("carry; stress", true), ("position", true), ("# nothing", true),
    ("deposit 1 ETH", false), ("print 1; deposit 1 ETH", false), ("let x = 1", false), ("undo", false),
    ("nonsense", false),
    ("open a.lever", false),
  ])
  func `what only looks`(line: String, expected: Bool) throws {
    #expect(try ClassroomSession.make().onlyLooks(line) == expected)
  }
}
