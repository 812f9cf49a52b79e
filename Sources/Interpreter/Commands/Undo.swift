import Reports

/// Takes back the last commands that changed something.
struct Undo: Command {
  static let manual = Manual(
    "undo", group: .timeTravel, synopsis: ["undo [COUNT]"], summary: "take a change back",
    details: [
      "Behind the first change of a session that was opened lies the `open`, with the whole session before it."
    ],
    examples: [Manual.Example("deposit 10 ETH; borrow 70%; undo", shows: "the borrow is taken back")])

  let count: Int

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Undo {
    Undo(count: try arguments.wholeNumber("the number of changes", in: 1...Session.mostSteps) ?? 1)
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let (before, place) = (session.world, session.place)
    let undone = session.undo(count)
    guard !undone.isEmpty else { throw CommandError(.refused, "there is nothing to undo") }
    return TimelineReport.report("Undid", undone, from: before, to: session.world)
      + session.report(ofCrossing: undone, from: place)
  }
}
