import Lending
import Markets
import TestSupport
import Testing

@testable import Interpreter

/// Whatever was typed, a saved session is the same when it is opened; `LEVER_SEED` repeats a failed run.
struct SavedSessionPropertyTests {
  @Test(arguments: 41...44 as ClosedRange<UInt64>)
  func `a session is the same after it was saved and opened`(seed: UInt64) throws {
    let markets = ["classroom", "aave-v3-ethereum", "aave-v3-ethereum-emode"]
    var lines = RandomLine(generator: SeededGenerator(seed: seed))
    let repeats = lines.generator.description
    let market = markets[Int(lines.generator.seed % 3)]
    let files = ScratchFiles()
    var session = try ClassroomSession.make(market: market, acceptsPrefixes: seed.isMultiple(of: 2), files: files)
    var steps = 0
    for number in 1...200 {
      lines.symbols = session.world.market.assets.map(\.asset.symbol.text)
      // What is undone, and branches, are worth more of the lines.
      let line = number.isMultiple(of: 9) ? Self.travels[number % Self.travels.count] : lines.next()
      session.run(line) { _, _ in }
      session.isOver = false
      guard number.isMultiple(of: 10) else { continue }
      steps += session.changes.count
      try check(session, files, Comment(rawValue: "\(repeats), line \(number)"))
    }
    #expect(steps > 20, Comment(rawValue: repeats))
  }

  private static let travels = [
    "undo 2", "branch a", "undo; branch c", "redo", "switch main", "undo 3; keepers off", "branch d; undo", "switch a",
  ]

  private func check(_ session: Session, _ files: ScratchFiles, _ place: Comment) throws {
    var opened = session
    #expect(opened.output(of: "save kept replace").succeeded, place)
    let before = SessionShape(of: session)
    let (output, succeeded) = opened.output(of: "open kept")
    guard succeeded else {
      Issue.record("\(output)\(place)")
      return
    }
    // A first market is a step in the session that was opened, and none in the one that began there.
    #expect(SessionShape(of: opened) == before || session.firstMarket != nil, place)
    #expect(opened.world == session.world && opened.branch == session.branch, place)
    #expect(opened.branchNames == session.branchNames, place)
    #expect(opened.rebuildingCommands == session.rebuildingCommands, place)
    // The way back leads to the session as it was, and forth again.
    let after = SessionShape(of: opened)
    let steps = opened.timeline.past.count + 1
    #expect(opened.output(of: "undo \(steps)").succeeded, place)
    #expect(SessionShape(of: opened) == before, place)
    if opened.timeline.future.isEmpty {
      #expect(opened.output(of: "redo \(steps)").succeeded, place)
      #expect(SessionShape(of: opened) == after, place)
    }
    try checkDamage(session, files, place)
  }

  /// A file that is cut off or changed in the middle is read or refused, and a refusal changes nothing.
  private func checkDamage(_ session: Session, _ files: ScratchFiles, _ place: Comment) throws {
    let text = try files.text(of: "kept", limit: SessionFile.byteLimit, what: SessionFile.what)
    var damaged = Array(text.unicodeScalars)
    damaged.insert("(", at: damaged.count / 2)
    try files.write(
      String(String.UnicodeScalarView(damaged)) + "\nnonsense\n", to: "damaged", replacing: true)
    var copy = session
    let (output, succeeded) = copy.output(of: "open damaged")
    #expect(!succeeded && output.hasPrefix("error: damaged:"), "\(output)\(place)")
    #expect(SessionShape(of: copy) == SessionShape(of: session), place)
  }
}
