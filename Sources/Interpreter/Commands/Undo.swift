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

/// Makes undone commands again.
public struct Redo: Command {
  public static let manual = Manual(
    "redo", group: .timeTravel, synopsis: ["redo [COUNT]"], summary: "make it again",
    examples: [Manual.Example("deposit 10 ETH; borrow 70%; undo; redo", shows: "the borrow is there again")])

  let count: Int

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Redo {
    Redo(count: try arguments.wholeNumber("the number of changes", in: 1...Session.mostSteps) ?? 1)
  }

  public func run(in session: inout Session) throws(CommandError) -> Report {
    let before = session.world
    let redone = session.redo(count)
    guard !redone.isEmpty else { throw CommandError(.refused, "there is nothing to redo") }
    return TimelineReport.report("Redid", redone, from: before, to: session.world)
  }
}

/// What going back or forth in time did.
enum TimelineReport {
  static func report(_ verb: String, _ commands: [String], from before: World, to after: World) -> Report {
    let list = commands.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    let more = commands.count > 8 ? " and \(commands.count - 8) more" : ""
    return Report([.paragraph("\(verb) \(list)\(more).")]) + Change(from: before, to: after).report
  }
}
