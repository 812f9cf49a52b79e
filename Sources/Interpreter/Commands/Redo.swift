import Reports

/// Makes undone commands again.
struct Redo: Command {
  static let manual = Manual(
    "redo", group: .timeTravel, synopsis: ["redo [COUNT]"], summary: "make it again",
    examples: [Manual.Example("deposit 10 ETH; borrow 70%; undo; redo", shows: "the borrow is there again")])

  let count: Int

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Redo {
    Redo(count: try arguments.wholeNumber("the number of changes", in: 1...Session.mostSteps) ?? 1)
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let (before, place) = (session.world, session.place)
    let redone = session.redo(count)
    guard !redone.isEmpty else { throw CommandError(.refused, "there is nothing to redo") }
    return TimelineReport.report("Redid", redone, from: before, to: session.world)
      + session.report(ofCrossing: redone, from: place)
  }
}
