import Reports

/// Writes the session as a transcript while it goes on.
struct Record: Command {
  static let manual = Manual(
    "record", group: .notebook,
    synopsis: ["record FILE", "record FILE ok-only", "record FILE replace", "record stop", "record"],
    summary: "write a transcript",
    details: [
      "From then on every command and what it prints is in the file, as a Markdown page that `lever check FILE` runs again. "
        + "What led to where you are comes first, in a block that the player hides. A command that fails gets a block tagged "
        + "`error`; with `ok-only` it is left out.",
      "The file is whole after every command. One that exists is left alone unless the line ends in `replace`. `record` alone "
        + "says what is being recorded.",
    ],
    examples: [
      Manual.Example("record loop.md; deposit 10 ETH; loop 2 at 50%; record stop", shows: "two commands are recorded"),
      Manual.Example("record a.md; deposit 1 ETH; record stop; record a.md", shows: "a file that exists is left alone"),
      Manual.Example("record stop", shows: "there is nothing to stop"),
    ])

  static let isKept = false
  static let reachesOut = true
  static let fileArgument: FileArgument? = FileArgument(ending: ".md", what: "a transcript")

  enum Action: Equatable, Sendable {
    case start(String, RecordingOptions)
    case stop
    case show
  }

  let action: Action

  static func parse(_ arguments: inout ArgumentReader) throws(CommandError) -> Record {
    guard !arguments.isAtEnd else { return Record(action: .show) }
    var ahead = arguments
    if ahead.keyword("stop"), ahead.isAtEnd {
      arguments = ahead
      return Record(action: .stop)
    }
    let name = try arguments.fileName()
    var options = RecordingOptions()
    while let word = arguments.text() {
      switch word.lowercased() {
      // As on the command line, too.
      case "replace", "--replace": options.replaces = true
      case "ok-only", "--ok-only": options.leavesFailuresOut = true
      default:
        throw arguments.error(
          "behind the name of the file come `ok-only` and `replace`, not `\(word)`; a name with blanks stands in double quotes"
        )
      }
    }
    return Record(action: .start(name, options))
  }

  static func candidates(after words: [String], in session: Session) -> [Candidate] {
    if words.isEmpty { return [Candidate("stop", "end the file")] }
    guard words.first != "stop" else { return [] }
    return [Candidate("ok-only", "leave out what fails"), Candidate("replace", "the file, if it exists")]
      .filter { !words.contains($0.text) }
  }

  func run(in session: inout Session) throws(CommandError) -> Report {
    guard let recorder = session.surroundings.recorder else {
      throw CommandError(.refused, "nothing can be recorded here")
    }
    switch action {
    case .show:
      guard let file = recorder.recordedFile else { return Report([.paragraph("Nothing is being recorded.")]) }
      return Report([.paragraph("\(file, .strong) is being recorded; `\("record stop", .command)` ends it.")])
    case .stop:
      return Report([.paragraph(StyledText(try recorder.stop().sentence))])
    case .start(let name, let options):
      do {
        try recorder.start(name, options, in: session)
      } catch {
        guard !options.replaces, error.kind == .refused, recorder.recordedFile == nil else { throw error }
        let typedName = ArgumentReader.typed(fileName: name) ?? name
        throw CommandError(
          .refused, "there is a file \(name) already", try: ["record \(typedName) replace"])
      }
      return Report([
        .paragraph("Recording in \(name, .strong): every command from here on. `\("record stop", .command)` ends it.")
      ])
    }
  }
}
