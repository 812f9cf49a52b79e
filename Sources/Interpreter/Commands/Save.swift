import Reports

/// Writes the commands that make the session again into a file.
struct Save: Command {
  static let manual = Manual(
    "save", group: .notebook, synopsis: ["save FILE", "save FILE replace"], summary: "keep the session in a file",
    details: [
      "The file holds the commands that lead here, a line each: with all branches, and with what `undo` took back; and the seed, "
        + "so that what is random is the same again. Any editor "
        + "can change it, `open FILE` brings the session back, and `lever FILE` runs it without the prompt.",
      "A file that exists is left alone unless the line ends in `replace`. A name with blanks stands in double quotes. What a "
        + "market file says is not copied: the commands name the file.",
    ],
    examples: [
      Manual.Example("deposit 10 ETH; borrow 50%; save plan.lever", shows: "two commands are kept"),
      Manual.Example("save plan.lever; save plan.lever", shows: "a file that exists is left alone"),
      Manual.Example("save plan.lever; keepers off; save plan.lever replace", shows: "unless it is to be replaced"),
    ])

  static let isKept = false
  static let reachesOut = true
  static let fileArgument: FileArgument? = FileArgument(ending: SessionFile.ending, what: SessionFile.what)

  let name: String
  let replacing: Bool

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Save {
    var ahead = arguments
    // Who types `save replace` has forgotten the name; a file of that name can be quoted.
    guard !ahead.keyword("replace") || !ahead.isAtEnd else {
      throw arguments.errorHere("the name of a file is missing", try: ["save plan.lever replace"])
    }
    let name = try arguments.fileName()
    try arguments.endOfFileName(name, last: "replace")
    return Save(name: name, replacing: arguments.keyword("replace"))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    words.count == 1 ? [Candidate("replace", "the file, if it exists")] : []
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    if let market = session.firstMarket, ArgumentReader.typed(fileName: market) == nil {
      throw CommandError(
        .refused, "the session cannot be saved: no line can hold the name of its market file \(market)")
    }
    let commands = session.rebuildingCommands
    let text = SessionFile.text(commands, seed: session.surroundings.seed)
    guard text.utf8.count <= SessionFile.byteLimit else {
      throw CommandError(
        .limit,
        "the session cannot be saved: its commands have \(text.utf8.count) bytes, more than the \(SessionFile.byteLimit) that `open` reads"
      )
    }
    let typedName = ArgumentReader.typed(fileName: name) ?? name
    try session.surroundings.files.write(
      text, to: name, replacing: replacing,
      else: CommandError(.refused, "there is a file \(name) already", try: ["save \(typedName) replace"]))
    return Report([
      .paragraph("Saved the session in \(name, .strong): \(SessionFile.countText(commands.count))."),
      .note("`\("open \(typedName)", .command)` brings it back."),
    ])
  }
}
