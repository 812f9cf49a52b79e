public import Reports

/// Takes back the last commands that changed something.
public struct Undo: Command {
  public static let manual = Manual(
    "undo", group: .timeTravel, synopsis: ["undo [COUNT]"], summary: "take a change back",
    examples: [Manual.Example("deposit 10 ETH; borrow 70%; undo", shows: "the borrow is taken back")])

  let count: Int

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Undo {
    Undo(count: try arguments.wholeNumber("the number of changes", in: 1...Session.mostSteps) ?? 1)
  }

  public func run(in session: inout Session) throws(CommandError) -> Report {
    let before = session.world
    let undone = session.undo(count)
    guard !undone.isEmpty else { throw CommandError(.refused, "there is nothing to undo") }
    return TimelineReport.report("Undid", undone, from: before, to: session.world)
  }
}
