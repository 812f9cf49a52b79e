public import Reports

/// Ends the session.
public struct Quit: Command {
  public static let manual = Manual(
    "quit", aliases: ["exit"], group: .asking, synopsis: ["quit"], summary: "leave",
    details: ["Ctrl-D on an empty line does the same."],
    examples: [Manual.Example("quit", shows: "the end")])

  public static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Quit { Quit() }

  public func run(in session: inout Session) throws(CommandError) -> Report {
    session.isOver = true
    return Report()
  }
}
