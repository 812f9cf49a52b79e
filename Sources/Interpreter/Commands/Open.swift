import Markets
import Reports

/// Runs the commands of a file in a new session and goes on in that.
struct Open: Command {
  static let manual = Manual(
    "open", group: .notebook, synopsis: ["open FILE"], summary: "go on with a saved one",
    details: [
      "Runs every command of a file in a new session in the classroom, without showing what they print, and goes on there. When "
        + "one fails, the place in the file is named and nothing has changed. The file may be one that `save` wrote or "
        + "one that you wrote: comments and blank lines are fine, `quit` ends the reading, and commands that reach beyond the "
        + "session, such as `save` and `open`, are refused.",
      "What you had before is not lost: it lies behind the first step of the opened session, where `undo` brings it back whole. "
        + "`redo` then opens it again as you left it, as long as nothing else was changed. A file has at most 4 MiB.",
    ],
    examples: [
      Manual.Example(
        "deposit 10 ETH; loop 2 at 50%; save plan.lever; reset; open plan.lever", shows: "a session comes back"),
      Manual.Example("save empty.lever; deposit 10 ETH; open empty.lever; undo", shows: "an `open` is taken back"),
      Manual.Example("open plan.lever", shows: "there is no such file"),
    ])

  static let reachesOut = true
  static let fileArgument: FileArgument? = FileArgument(ending: SessionFile.ending, what: SessionFile.what)

  let name: String

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Open {
    let name = try arguments.fileName()
    try arguments.endOfFileName(name)
    return Open(name: name)
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    let text = try session.surroundings.files.text(of: name, limit: SessionFile.byteLimit, what: SessionFile.what)
    let opened = try SessionFile.replayed(text, file: name, in: session.surroundings)
    let isWorthKnowing = !session.isUntouched
    session.open(opened.session)
    var report = Report([.paragraph("Opened \(name, .strong): \(SessionFile.countText(opened.count)).")])
    report = try report + surroundings(of: session) + PositionCommand().report(on: session.world, in: session)
    let steps = session.timeline.past.count + 1
    if isWorthKnowing, steps <= Session.mostSteps {
      let undo = steps == 1 ? "undo" : "undo \(steps)"
      report.append(.note("`\(undo, .command)` brings back what you had before."))
    }
    return report
  }

  /// The market and the branch, where they are not those in which every session begins.
  private func surroundings(of session: Session) -> Report {
    var sentences: [String] = []
    let market = session.world.market.name
    if market != Session.firstMarketName { sentences.append("The market is \(market).") }
    if session.branchNames.count > 1 {
      let others = session.branchNames.filter { $0 != session.branch }
      let list = others.count == 1 ? "there is also \(others[0])" : "the others are \(others.joined(separator: ", "))"
      sentences.append("You are on the branch \(session.branch); \(list).")
    }
    return sentences.isEmpty ? Report() : Report([.paragraph(StyledText(sentences.joined(separator: " ")))])
  }
}
