import Reports

/// Asks for lines that are run as if the terminal had marked them as a paste.
struct Paste: Command {
  static let manual = Manual(
    "paste", group: .notebook, synopsis: ["paste"], summary: "run a pasted transcript",
    details: [
      "Collects what is pasted until Ctrl-D on an empty line, and then runs the commands in it: the prompt lines of `lever` blocks "
        + "in Markdown, or else of lines copied from the screen, or else all lines. Outputs and prose are left out. Ctrl-C drops it.",
      "Most terminals mark what is pasted, and need no `paste`: paste at the prompt.",
    ],
    examples: [Manual.Example("paste", shows: "refused where there is no prompt")])

  static let isKept = false

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Paste { Paste() }

  func run(in session: inout Session) throws(CommandError) -> Report {
    guard session.surroundings.hasPrompt else {
      throw CommandError(.refused, "`paste` asks for lines at the prompt, and there is none here")
    }
    session.request = .paste
    return Report()
  }
}
