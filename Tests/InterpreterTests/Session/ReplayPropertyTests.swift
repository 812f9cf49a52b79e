import Lending
import Markets
import Synchronization
import TestSupport
import Testing

@testable import Interpreter

/// What observers hear of a session, run again line by line, leads to the same session: journals rely on it.
struct ReplayPropertyTests {
  private final class Accepted: SessionObserver {
    let commands = Mutex<[String]>([])

    func ran(_ command: String, succeeded: Bool, in session: Session) {
      if succeeded { commands.withLock { $0.append(command) } }
    }
  }

  @Test(arguments: 31...34 as ClosedRange<UInt64>)
  func `accepted commands lead to the same session again`(seed: UInt64) throws {
    var lines = RandomLine(generator: SeededGenerator(seed: seed))
    let repeats = Comment(rawValue: lines.generator.description)
    let accepted = Accepted()
    let surroundings = Surroundings(acceptsPrefixes: true, observers: [accepted])
    var session = try Session(market: try surroundings.market(named: "classroom"), surroundings: surroundings)
    for _ in 0..<250 {
      lines.symbols = session.world.market.assets.map(\.asset.symbol.text)
      session.run(lines.next()) { _, _ in }
      session.isOver = false
    }
    var again = try ClassroomSession.make(acceptsPrefixes: true)
    let commands = accepted.commands.withLock { $0 }
    for command in commands {
      #expect(!command.contains("\n"), repeats)
      #expect(CommandLineSplitter.commands(in: command).count == 1, repeats)
      #expect(again.run(command) { _, _ in }, "\(command.debugDescription): \(repeats)")
    }
    #expect(commands.count > 20, repeats)
    #expect(again.world == session.world, repeats)
    #expect(again.changes == session.changes, repeats)
    #expect(again.branchNames == session.branchNames, repeats)
  }
}
