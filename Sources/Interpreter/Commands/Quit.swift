import Reports

/// Ends the session.
struct Quit: Command {
  static let manual = Manual(
    "quit", aliases: ["exit"], group: .notebook, synopsis: ["quit"], summary: "leave",
    details: ["Ctrl-D on an empty line does the same."],
    examples: [Manual.Example("quit", shows: "the end")])

  static let isKept = false

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Quit { Quit() }

  func run(in session: inout Session) throws(CommandError) -> Report {
    session.isOver = true
    return Report()
  }
}
